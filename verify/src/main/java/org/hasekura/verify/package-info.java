/** Checks receipts and bundles that lie in files; depends on the evidence room and the JDK alone. */
@NullMarked
package org.hasekura.verify;

import org.jspecify.annotations.NullMarked;
