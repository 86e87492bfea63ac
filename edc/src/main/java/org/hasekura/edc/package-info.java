/** An Eclipse EDC connector in a process of its own, as a counterpart for tests and benchmarks. No part of the product. */
@NullMarked
package org.hasekura.edc;

import org.jspecify.annotations.NullMarked;
