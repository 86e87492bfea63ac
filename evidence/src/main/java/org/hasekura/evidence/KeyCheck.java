package org.hasekura.evidence;

/** What a key says about a signature that carries its name and id. */
public sealed interface KeyCheck {

    /** The signature is the key's. */
    record Good(VerifiedSignature signature) implements KeyCheck {}

    /** It claims to be and is not: the whole note is to be rejected (C2SP signed-note). */
    record Bad(String reason) implements KeyCheck {}

    /** Of a type that is read but not checked here; it counts for nothing. */
    record Unable(String reason) implements KeyCheck {}
}
