/** Whole nodes, tested from outside: the demonstration, crashes, limits, and the shape of the house. */
@NullMarked
package org.hasekura.tests;

import org.jspecify.annotations.NullMarked;
