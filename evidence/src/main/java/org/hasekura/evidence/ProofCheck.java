package org.hasekura.evidence;

/** Whether a Merkle proof holds, and if not, why. */
public sealed interface ProofCheck {

    /** The proof leads to the root that was asked for. */
    record Holds() implements ProofCheck {}

    /** It does not. */
    record Fails(String reason) implements ProofCheck {}
}
