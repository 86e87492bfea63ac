/** Readers of whatever comes from outside, fuzzed by Jazzer: which there are, and how they are driven. */
@NullMarked
package org.hasekura.tests.fuzz;

import org.jspecify.annotations.NullMarked;
