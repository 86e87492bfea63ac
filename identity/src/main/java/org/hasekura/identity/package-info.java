/** Who is this: DIDs, their documents, self-issued tokens, and the dated participant register. */
@NullMarked
package org.hasekura.identity;

import org.jspecify.annotations.NullMarked;
