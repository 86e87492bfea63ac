package org.hasekura.node;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.Headers;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends connections on which the head of a request, from its first byte to the empty line, does not become whole in time: Helidon's own
 * time-out begins anew with each byte, so that one byte now and then would hold a connection for ever. What a connection reads
 * passes by here, since Helidon tells of a head only once its first line is whole.
 */
final class SlowHeads implements Http1ConnectionListener {

    private final Duration headTime;
    private final ConcurrentMap<String, Head> open = new ConcurrentHashMap<>();
    private final Lookout lookout;

    SlowHeads(Duration headTime, ScheduledExecutorService timer) {
        this.headTime = headTime;
        this.lookout = new Lookout(timer, headTime, this::look);
    }

    /** The same connection, with an eye on what it reads; to be called on its thread. */
    ConnectionContext watched(ConnectionContext context) {
        var head = new Head(Thread.currentThread());
        open.put(context.childSocketId(), head);
        DataReader socket = context.dataReader();
        return new Watched(context, DataReader.create(() -> {
            Optional<byte[]> bytes = pulled(socket);
            // Nearly always a head comes whole at once, and nobody has to be waited for.
            if (bytes.filter(SlowHeads::isWholeHead).isEmpty() && head.begins()) {
                lookout.soon();
            }
            // Helidon's sign for the end.
            return bytes.orElse(null);
        }));
    }

    private static Optional<byte[]> pulled(DataReader socket) {
        try {
            socket.ensureAvailable();
            return Optional.of(socket.readBytes(socket.available()));
        } catch (DataReader.InsufficientDataAvailableException end) {
            return Optional.empty();
        }
    }

    /** Whether the bytes begin with a line and have the end of a head in them. */
    private static boolean isWholeHead(byte[] bytes) {
        for (int i = 3; i < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return bytes[0] > ' ';
            }
        }
        return false;
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        Optional.ofNullable(open.get(context.childSocketId())).ifPresent(Head::isWhole);
    }

    /** A request was answered: what this connection reads next is a head. */
    void answered(String socketId) {
        Optional.ofNullable(open.get(socketId)).ifPresent(Head::isNext);
    }

    /** The connection has ended, in whatever state. */
    void ended(ConnectionContext context) {
        open.remove(context.childSocketId());
    }

    private boolean look() {
        long now = System.nanoTime();
        boolean isWaiting = false;
        for (Head each : open.values()) {
            isWaiting |= each.isLate(now, headTime);
        }
        return isWaiting;
    }

    /** How far a connection is with the head of its request. */
    private static final class Head {

        private static final long NONE = 0;

        private final Thread thread;
        private final AtomicLong since = new AtomicLong(NONE);
        // Owned by the connection's thread.
        private boolean isNext = true;

        Head(Thread thread) {
            this.thread = thread;
        }

        /** Something was read; whether that began a head. */
        boolean begins() {
            boolean begins = isNext && since.get() == NONE;
            if (begins) {
                since.set(System.nanoTime() | 1);
            }
            return begins;
        }

        void isWhole() {
            isNext = false;
            since.set(NONE);
        }

        void isNext() {
            isNext = true;
        }

        /** Whether a head is on its way; ends the connection when that has taken too long. */
        boolean isLate(long now, Duration headTime) {
            long began = since.get();
            // Taken first: a thread that has gone on must not be interrupted at something else.
            if (began != NONE && now - began > headTime.toNanos() && since.compareAndSet(began, NONE)) {
                // On a virtual thread this closes the socket that it waits for.
                thread.interrupt();
            }
            return began != NONE;
        }
    }

    /** A connection that is read by another way. */
    private record Watched(ConnectionContext context, DataReader dataReader) implements ConnectionContext {

        @Override
        public ListenerContext listenerContext() {
            return context.listenerContext();
        }

        @Override
        public ExecutorService executor() {
            return context.executor();
        }

        @Override
        public DataWriter dataWriter() {
            return context.dataWriter();
        }

        @Override
        public Router router() {
            return context.router();
        }

        @Override
        public Optional<ProxyProtocolData> proxyProtocolData() {
            return context.proxyProtocolData();
        }

        @Override
        public HelidonSocket serverSocket() {
            return context.serverSocket();
        }

        @Override
        public PeerInfo remotePeer() {
            return context.remotePeer();
        }

        @Override
        public PeerInfo localPeer() {
            return context.localPeer();
        }

        @Override
        public boolean isSecure() {
            return context.isSecure();
        }

        @Override
        public String socketId() {
            return context.socketId();
        }

        @Override
        public String childSocketId() {
            return context.childSocketId();
        }
    }
}
