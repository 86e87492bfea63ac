package org.hasekura.sender;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.hasekura.delivery.Opening;

/**
 * What is left of a file that is being sent. Before each piece the gate of its transfer is looked at, and the piece is counted: a
 * fast reader may say that it has the last byte before the writer here goes on.
 *
 * <p>Owned by the thread that moves its connection. Closing gives back file and passage.
 */
final class Stretch implements AutoCloseable {

    /**
     * So much at most passes after a gate has closed, and is counted ahead. Pieces of 64 KiB cost half as much processor time
     * again, and larger ones than this saved none.
     */
    private static final int PIECE_BYTES = 256 * 1024;

    /** After so many pieces it is another connection's turn. */
    private static final int PIECES_IN_TURN = 8;

    private final Opening.Serve serve;
    private final FileChannel file;
    private final long end;
    private long at;
    private long counted;

    Stretch(Opening.Serve serve, FileChannel file) {
        this.serve = serve;
        this.file = file;
        this.at = serve.from();
        this.end = serve.from() + serve.length();
        this.counted = serve.from();
    }

    /**
     * Sends what the link takes in one turn.
     *
     * @return how many bytes it took
     * @throws IOException when the gate has closed, or either side failed
     */
    long send(Link link) throws IOException {
        long before = at;
        long sent = 1;
        for (int piece = 0; piece < PIECES_IN_TURN && at < end && sent > 0; piece++) {
            long pieceEnd = Math.min(end, at + PIECE_BYTES);
            pass(pieceEnd);
            sent = link.send(file, at, pieceEnd - at);
            at += sent;
        }
        return at - before;
    }

    boolean isSent() {
        return at >= end;
    }

    /** Puts all of it, which is not much, into a buffer with room for it. */
    void readInto(ByteBuffer whole) throws IOException {
        while (at < end) {
            int read = file.read(whole, at);
            if (read < 0) {
                throw new EOFException("the file ended early, at byte " + at);
            }
            at += read;
        }
        pass(end);
    }

    private void pass(long pieceEnd) throws IOException {
        if (!serve.passage().isOpen()) {
            throw new IOException("the transfer was stopped");
        }
        if (pieceEnd > counted) {
            serve.passage().count(pieceEnd - counted);
            counted = pieceEnd;
        }
    }

    @Override
    public void close() throws IOException {
        try (serve) {
            file.close();
        }
    }
}
