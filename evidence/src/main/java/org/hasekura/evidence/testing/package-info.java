/** Fakes of the evidence room's ports, for the tests of all rooms. */
@NullMarked
package org.hasekura.evidence.testing;

import org.jspecify.annotations.NullMarked;
