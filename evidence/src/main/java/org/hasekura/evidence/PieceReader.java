package org.hasekura.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the small pieces that a bundle is made of, entries, hashes and lines, out of a buffer of its own: a stream asked for
 * each would take longer over the asking than over the reading. Used by one thread.
 */
final class PieceReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;

    PieceReader(InputStream in) {
        this.in = in;
    }

    /** Whether there is nothing more. */
    boolean isAtEnd() throws IOException {
        return at == end && !fill();
    }

    /** The next byte, 0–255; -1 at the end. */
    int next() throws IOException {
        return isAtEnd() ? -1 : buffer[at++] & 0xff;
    }

    /** The next bytes, so many or as many as there are. */
    byte[] take(int length) throws IOException {
        byte[] piece = new byte[length];
        int taken = 0;
        while (taken < length && !isAtEnd()) {
            int count = Math.min(length - taken, end - at);
            System.arraycopy(buffer, at, piece, taken, count);
            at += count;
            taken += count;
        }
        return taken == length ? piece : Arrays.copyOf(piece, taken);
    }

    /**
     * The next line without its newline, a character for each byte; empty at the end.
     *
     * @throws ZipDamagedException if it is longer than {@code charsMax}, or has no newline
     */
    Optional<String> line(int charsMax, String file) throws IOException {
        if (isAtEnd()) {
            return Optional.empty();
        }
        String begun = "";
        do {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            String more = new String(buffer, from, at - from, StandardCharsets.ISO_8859_1);
            begun = begun.isEmpty() ? more : begun + more;
            if (begun.length() > charsMax) {
                throw new ZipDamagedException("the file `" + file + "` has a line that is too long");
            }
            if (at < end) {
                at++;
                return Optional.of(begun);
            }
        } while (fill());
        throw new ZipDamagedException("the file `" + file + "` ends inside a line");
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, BUFFER_BYTES));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
