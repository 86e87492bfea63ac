package org.hasekura.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Moves bytes through a gate, piece by piece. */
public final class Pump {

    /** No piece is larger: so much at most passes after a gate has closed. */
    public static final int CHUNK_BYTES = 64 * 1024;

    private Pump() {}

    /**
     * Copies exactly {@code length} bytes and closes nothing. Each piece is counted before it is handed over: a fast
     * reader can have the last byte, and say so, before the writer here goes on.
     *
     * @throws CutOff when the gate closes meanwhile
     * @throws IOException when the source ends early or either side fails. In both cases the reader has less than was
     *     announced, and the connection must be broken off so that it notices
     */
    public static void copy(InputStream in, OutputStream out, long length, Passage passage) throws IOException {
        byte[] chunk = new byte[(int) Math.min(CHUNK_BYTES, Math.max(1, length))];
        long left = length;
        while (left > 0) {
            int read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (read < 0) {
                throw new IOException("the source ended " + left + " bytes early");
            }
            if (!passage.isOpen()) {
                throw new CutOff();
            }
            passage.count(read);
            out.write(chunk, 0, read);
            left -= read;
        }
        out.flush();
    }
}
