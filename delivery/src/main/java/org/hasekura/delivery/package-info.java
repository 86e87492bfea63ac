/**
 * The bytes: sources, tokens, ranges, digests, resume, and the cut when a transfer stops.
 *
 * <p>Invariant: no byte leaves before a finalized agreement and a started transfer are durable. {@link
 * org.hasekura.delivery.Deliveries} judges by what the store holds, and is told of changes only after their commit.
 *
 * <p>Nothing here reads a clock, a disk or a network by itself: everything comes in by a port.
 */
@NullMarked
package org.hasekura.delivery;

import org.jspecify.annotations.NullMarked;
