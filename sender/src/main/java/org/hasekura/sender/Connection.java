package org.hasekura.sender;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import org.hasekura.delivery.Opening;

/**
 * One connection: reads a request, sends its answer, and so on. Requests that come before the answer to the one before wait
 * in the system's buffers, since nothing is read while something is sent.
 *
 * <p>Everything happens on the thread of its loop, except {@link #cut}.
 */
final class Connection {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());
    private static final int HEAD_BYTES = 1024;

    /** A file's bytes up to here go out in one write with the head. */
    private static final int SMALL_BYTES_MAX = 16 * 1024;

    /** After so many requests that came all at once it is another connection's turn. */
    private static final int STEPS_IN_TURN = 64;

    /** So much of what nobody asked for is passed over, for the last answer to arrive. RFC 9112 §9.6. */
    private static final long LINGERED_BYTES_MAX = 1 << 20;

    private static final byte[] NOTHING = new byte[0];

    /** Who is told of ends. */
    interface Ends {

        /** From any thread: its channel was closed, and the loop is to give back the rest. */
        void cut(Connection connection);

        /** From the loop's thread: nothing is left of it. */
        void closed(Connection connection);
    }

    private enum Doing {
        READING,
        SENDING,
        LINGERING
    }

    private final SocketChannel channel;
    private final Link link;
    private final SelectionKey key;
    private final Responder responder;
    private final SenderLimits limits;
    private final String address;
    private final Ends ends;

    private Doing doing = Doing.READING;
    private byte[] head = NOTHING;
    private int headLength;
    private ByteBuffer whole = ByteBuffer.wrap(NOTHING);
    private Optional<Stretch> stretch = Optional.empty();
    private boolean isLast;
    private long lingered;
    private boolean isClosed;

    // By System.nanoTime.
    private long headBegan;
    private long movedAt;

    Connection(
            SocketChannel channel,
            Link link,
            SelectionKey key,
            Responder responder,
            SenderLimits limits,
            String address,
            Ends ends,
            long now) {
        this.channel = channel;
        this.link = link;
        this.key = key;
        this.responder = responder;
        this.limits = limits;
        this.address = address;
        this.ends = ends;
        this.headBegan = now;
        this.movedAt = now;
    }

    /**
     * Does what can be done now.
     *
     * @param scratch for what comes, shared by the connections of this thread
     */
    void move(ByteBuffer scratch, long now) {
        if (isClosed) {
            return;
        }
        try {
            boolean goesOn = link.flush();
            for (int steps = 0; goesOn && steps < STEPS_IN_TURN; steps++) {
                goesOn = switch (doing) {
                    case READING -> read(scratch, now);
                    case SENDING -> send(now);
                    case LINGERING -> linger(scratch, now);
                };
            }
            if (!isClosed) {
                // One who had a long turn has another soon: where something can be sent, this thread comes by at once.
                boolean waitsToSend = goesOn || doing == Doing.SENDING || !link.flush();
                key.interestOps(waitsToSend ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            }
        } catch (IOException | CancelledKeyException broken) {
            // Either side failed, or the file did; what the reader has is less than was announced, so it notices.
            close(true);
        } catch (RuntimeException ours) {
            LOG.log(System.Logger.Level.ERROR, "a request was not answered", ours);
            close(true);
        }
    }

    /** True when something else can be done at once. */
    private boolean read(ByteBuffer scratch, long now) throws IOException {
        if (headLength > 0) {
            HeadReader.Reading reading = HeadReader.read(head, headLength, limits.headBytesMax());
            switch (reading) {
                case HeadReader.Reading.Incomplete _ -> {}
                case HeadReader.Reading.Refused refused -> {
                    begin(responder.to(refused));
                    return true;
                }
                case HeadReader.Reading.Complete(RequestHead asked, int bytes) -> {
                    System.arraycopy(head, bytes, head, 0, headLength - bytes);
                    headLength -= bytes;
                    begin(responder.to(asked, address));
                    return true;
                }
            }
        }
        int read = link.read(scratch.clear());
        if (read < 0) {
            close(false);
            return false;
        }
        if (read == 0) {
            return false;
        }
        if (headLength == 0) {
            headBegan = now;
        }
        movedAt = now;
        keep(scratch.flip());
        return true;
    }

    private void keep(ByteBuffer come) {
        int length = headLength + come.remaining();
        if (length > head.length) {
            head = Arrays.copyOf(head, Math.max(HEAD_BYTES, length));
        }
        come.get(head, headLength, come.remaining());
        headLength = length;
    }

    private void begin(Answer answer) throws IOException {
        if (headLength == 0 && head.length > HEAD_BYTES) {
            head = NOTHING;
        }
        doing = Doing.SENDING;
        isLast = answer.isLast();
        if (answer.serve().isPresent()) {
            begin(answer, answer.serve().get());
        } else {
            whole = ByteBuffer.allocate(answer.head().length + answer.body().length)
                    .put(answer.head())
                    .put(answer.body())
                    .flip();
        }
    }

    /** The passage is closed whatever happens here. */
    private void begin(Answer answer, Opening.Serve serve) throws IOException {
        FileChannel file;
        try {
            serve.passage().onCut(this::cut);
            file = responder.file(serve);
        } catch (IOException | RuntimeException unreadable) {
            serve.close();
            throw unreadable;
        }
        var begun = new Stretch(serve, file);
        stretch = Optional.of(begun);
        if (serve.length() > SMALL_BYTES_MAX) {
            whole = ByteBuffer.wrap(answer.head());
            return;
        }
        whole = ByteBuffer.allocate(answer.head().length + (int) serve.length()).put(answer.head());
        begun.readInto(whole);
        whole.flip();
        endStretch();
    }

    private boolean send(long now) throws IOException {
        if (whole.hasRemaining()) {
            int before = whole.remaining();
            link.write(whole);
            noteMoved(before - whole.remaining(), now);
            if (whole.hasRemaining()) {
                return false;
            }
        }
        if (stretch.isPresent()) {
            noteMoved(stretch.get().send(link), now);
            if (!stretch.get().isSent()) {
                return false;
            }
            endStretch();
        }
        if (!link.flush()) {
            return false;
        }
        return isLast ? endWhole(now) : next(now);
    }

    private boolean next(long now) {
        doing = Doing.READING;
        headBegan = now;
        return true;
    }

    private void noteMoved(long bytes, long now) {
        if (bytes > 0) {
            movedAt = now;
        }
    }

    private void endStretch() throws IOException {
        Optional<Stretch> ended = stretch;
        stretch = Optional.empty();
        if (ended.isPresent()) {
            ended.get().close();
        }
    }

    /** Closing with bytes unread would reset the connection, and the other side might never see the answer. */
    private boolean endWhole(long now) throws IOException {
        doing = Doing.LINGERING;
        headBegan = now;
        link.finish();
        return true;
    }

    private boolean linger(ByteBuffer scratch, long now) throws IOException {
        int read = channel.read(scratch.clear());
        lingered += Math.max(0, read);
        if (read < 0 || lingered > LINGERED_BYTES_MAX) {
            close(false);
            return false;
        }
        noteMoved(read, now);
        return read > 0;
    }

    /** Closes what has been silent, or slow with a head or with its leaving, for too long. */
    void closeWhenOverdue(long now) {
        boolean isHurried = doing == Doing.LINGERING || (doing == Doing.READING && (headLength > 0 || !link.isReady()));
        boolean isSlow = isHurried && now - headBegan > limits.headTime().toNanos();
        if (isSlow || now - movedAt > limits.idleTime().toNanos()) {
            close(false);
        }
    }

    /**
     * From any thread: what is under way ends now, and what the system still holds of it is thrown away. The loop notices,
     * and gives back the rest.
     */
    private void cut() {
        abandon(channel);
        ends.cut(this);
    }

    private static void abandon(SocketChannel channel) {
        try (channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException alreadyClosed) {
            // That is what was wanted.
        }
    }

    String address() {
        return address;
    }

    /** @param isBroken whether what was sent last may be less than was announced */
    void close(boolean isBroken) {
        if (isClosed) {
            return;
        }
        isClosed = true;
        key.cancel();
        try {
            endStretch();
        } catch (IOException closed) {
            // Its bytes have gone out, or are not wanted any more.
        }
        if (isBroken && doing == Doing.SENDING) {
            abandon(channel);
        } else {
            try {
                channel.close();
            } catch (IOException alreadyClosed) {
                // That is what was wanted.
            }
        }
        ends.closed(this);
    }
}
