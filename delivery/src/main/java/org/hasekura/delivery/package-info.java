/** The bytes: sources, tokens, ranges, digests, and the cut when a transfer stops. */
@NullMarked
package org.hasekura.delivery;

import org.jspecify.annotations.NullMarked;
