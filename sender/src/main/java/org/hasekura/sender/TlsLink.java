package org.hasekura.sender;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * Bytes under TLS. Records go out several at a time, since each write to the network costs more than the copy of a record.
 * Buffers are held only while there is something in them, so that a thousand silent connections cost little.
 */
final class TlsLink implements Link {

    /** The most bytes that one record carries. RFC 8446 §5.1. */
    static final int RECORD_BYTES = 16 * 1024;

    /** With what TLS puts around them, generously. */
    private static final int PACKET_BYTES = RECORD_BYTES + 2 * 1024;

    private static final int RECORDS_AT_ONCE = 4;
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final Buffers buffers;

    // Of the one thread that moves this connection. What has come and is not understood yet, ready to be added to.
    private ByteBuffer arrived = NONE;

    // What is to go out, ready to be taken from.
    private ByteBuffer leaving = NONE;

    private boolean isReady;

    TlsLink(SocketChannel channel, SSLEngine engine, Buffers buffers) throws SSLException {
        this.channel = channel;
        this.engine = engine;
        this.buffers = buffers;
        engine.beginHandshake();
    }

    /** What the links of one thread share: room for records, and for the piece of a file that is being enciphered. */
    static final class Buffers {
        private final ArrayDeque<ByteBuffer> packets = new ArrayDeque<>();
        private final ByteBuffer piece = ByteBuffer.allocate(RECORDS_AT_ONCE * RECORD_BYTES);

        private ByteBuffer take() {
            return packets.isEmpty()
                    ? ByteBuffer.allocate(RECORDS_AT_ONCE * PACKET_BYTES)
                    : packets.pop().clear();
        }

        private void giveBack(ByteBuffer buffer) {
            if (buffer.capacity() > 0 && packets.size() < 16) {
                packets.push(buffer);
            }
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        while (flush()) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> wrapNothing();
                default -> {
                    Status status = unwrap(into);
                    if (into.position() > 0) {
                        return into.position();
                    }
                    if (status == Status.CLOSED) {
                        return -1;
                    }
                    if (status == Status.BUFFER_UNDERFLOW) {
                        int read = fill();
                        if (read <= 0) {
                            return read;
                        }
                    }
                }
            }
        }
        return 0;
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    private Status unwrap(ByteBuffer into) throws SSLException {
        arrived.flip();
        SSLEngineResult result = engine.unwrap(arrived, into);
        arrived.compact();
        if (result.getStatus() == Status.BUFFER_OVERFLOW) {
            throw new IllegalStateException("a record has more than " + into.capacity() + " bytes");
        }
        noteReady(result);
        if (arrived.position() == 0) {
            buffers.giveBack(arrived);
            arrived = NONE;
        }
        return result.getStatus();
    }

    private int fill() throws IOException {
        if (arrived.capacity() == 0) {
            arrived = buffers.take();
        }
        int read = channel.read(arrived);
        if (read <= 0 && arrived.position() == 0) {
            buffers.giveBack(arrived);
            arrived = NONE;
        }
        return read;
    }

    private void wrapNothing() throws SSLException {
        leaving = buffers.take();
        SSLEngineResult result = engine.wrap(NONE, leaving);
        leaving.flip();
        noteReady(result);
        if (result.getStatus() == Status.CLOSED && result.bytesProduced() == 0) {
            throw new SSLException("the other side has ended the connection");
        }
    }

    private void noteReady(SSLEngineResult result) {
        isReady |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining() && flush()) {
            seal(from);
            flush();
        }
    }

    @Override
    public long send(FileChannel file, long from, long count) throws IOException {
        if (!flush()) {
            return 0;
        }
        ByteBuffer piece = buffers.piece.clear();
        piece.limit((int) Math.min(piece.capacity(), count));
        if (file.read(piece, from) <= 0) {
            throw new EOFException("the file ended early, at byte " + from);
        }
        seal(piece.flip());
        flush();
        // A record may carry a little less than it could: what did not go into one is read again.
        return piece.position();
    }

    /** Enciphers as many records as there is room for; what is left of a piece stays in the buffer. */
    private void seal(ByteBuffer from) throws SSLException {
        leaving = buffers.take();
        while (from.hasRemaining() && leaving.remaining() >= PACKET_BYTES) {
            SSLEngineResult result = engine.wrap(from, leaving);
            if (result.getStatus() != Status.OK) {
                throw new SSLException("the connection takes nothing more: " + result.getStatus());
            }
            if (result.bytesConsumed() + result.bytesProduced() == 0) {
                // Only TLS 1.2 can come here: new keys, asked for amid an answer.
                throw new SSLException("the other side begins to agree on keys anew");
            }
        }
        leaving.flip();
    }

    @Override
    public boolean flush() throws IOException {
        if (leaving.hasRemaining()) {
            channel.write(leaving);
        }
        if (leaving.hasRemaining()) {
            return false;
        }
        buffers.giveBack(leaving);
        leaving = NONE;
        return true;
    }

    @Override
    public boolean isReady() {
        return isReady;
    }

    @Override
    public void finish() throws IOException {
        engine.closeOutbound();
        if (flush()) {
            wrapNothing();
            flush();
        }
        channel.shutdownOutput();
    }
}
