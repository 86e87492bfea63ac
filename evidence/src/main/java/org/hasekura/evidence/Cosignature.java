package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;

/** The Ed25519 witness cosignature of C2SP tlog-cosignature ({@code cosignature/v1}, type 0x04). */
public final class Cosignature {

    /** Size of the signature without key id: eight bytes of time and 64 of Ed25519. */
    public static final int BYTES = Long.BYTES + Ed25519.SIGNATURE_BYTES;

    /** 9999-12-31T23:59:59Z; later times are refused, they could not be written in four digits of a year. */
    static final long LATEST_SECONDS = 253_402_300_799L;

    private Cosignature() {}

    /**
     * What is signed: the version line, the time line and the whole note text, extension lines included. The message
     * does not name the cosigner, so one key must never serve two cosigner names.
     */
    public static byte[] message(long epochSeconds, String noteText) {
        return ("cosignature/v1\ntime " + epochSeconds + "\n" + noteText).getBytes(StandardCharsets.UTF_8);
    }
}
