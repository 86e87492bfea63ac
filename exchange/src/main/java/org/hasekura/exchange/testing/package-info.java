/** Fakes of the exchange's ports, and decorators that make them fail; for tests of any room. */
@NullMarked
package org.hasekura.exchange.testing;

import org.jspecify.annotations.NullMarked;
