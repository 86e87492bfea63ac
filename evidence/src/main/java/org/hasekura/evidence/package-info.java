/** Append-only Merkle log, checkpoints, proofs, cosignatures, receipts and their verifier; depends on the JDK alone. */
@NullMarked
package org.hasekura.evidence;

import org.jspecify.annotations.NullMarked;
