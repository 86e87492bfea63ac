package org.hasekura.sender;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that is running: one thread takes connections, and a few move them, each with a selector of its own. A file's
 * bytes go out by {@code sendfile} where there is no TLS, in pieces, and before each piece the gate of its transfer is looked
 * at. Why so, and what else was tried: docs/decisions/2026-11-22-own-sender.md.
 */
public final class Sender implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Sender.class.getName());
    private static final int BACKLOG = 1024;
    private static final int THREADS_MAX = 16;
    private static final long PAUSE_NANOS = 50_000_000;

    private final ServerSocketChannel server;
    private final Addresses addresses;
    private final List<Loop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private Sender(ServerSocketChannel server, Addresses addresses) {
        this.server = server;
        this.addresses = addresses;
    }

    /**
     * Begins to serve.
     *
     * @param tls empty: plain HTTP
     * @param addressHeader the header in which a trusted reverse proxy puts the asking address
     * @throws IOException if the address cannot be bound, in words
     */
    public static Sender start(
            InetSocketAddress bind,
            Desk desk,
            SenderLimits limits,
            Optional<Tls> tls,
            Optional<String> addressHeader,
            Clock clock)
            throws IOException {
        // A reverse proxy has one address, and counts by itself.
        int perAddress = addressHeader.isPresent() ? limits.connectionsMax() : limits.connectionsPerAddressMax();
        var addresses = new Addresses(limits.connectionsMax(), perAddress);
        ServerSocketChannel server = ServerSocketChannel.open();
        var sender = new Sender(server, addresses);
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(bind, BACKLOG);
            var responder = new Responder(desk, new HttpDate(clock), addressHeader);
            int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, THREADS_MAX);
            for (int i = 0; i < count; i++) {
                var loop = new Loop(responder, limits, tls, addresses::leave);
                sender.loops.add(loop);
                sender.threads.add(
                        Thread.ofPlatform().name("sender-" + i).daemon().start(loop));
            }
            sender.threads.add(
                    Thread.ofPlatform().name("sender-accept").daemon().start(sender::accept));
            return sender;
        } catch (BindException taken) {
            sender.close();
            throw new IOException("`" + bind.getHostString() + ":" + bind.getPort() + "` is taken", taken);
        } catch (IOException failed) {
            sender.close();
            throw failed;
        }
    }

    /** The port it really has. */
    public int port() {
        return server.socket().getLocalPort();
    }

    private void accept() {
        int turn = 0;
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                turn = (turn + 1) % loops.size();
                welcome(channel, loops.get(turn));
            } catch (IOException failed) {
                if (server.isOpen()) {
                    LOG.log(System.Logger.Level.WARNING, "a connection was not taken: {0}", failed.getMessage());
                    // Too many files are open, perhaps: trying at once again would take a whole processor.
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private void welcome(SocketChannel channel, Loop loop) throws IOException {
        String address = channel.getRemoteAddress() instanceof InetSocketAddress inet
                ? inet.getAddress().getHostAddress()
                : "";
        if (!addresses.enter(address)) {
            channel.close();
            return;
        }
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        } finally {
            loop.take(channel, address);
        }
    }

    /** Takes no more connections, and closes those that are open. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.DEBUG, "the listening socket did not close well", failed);
        }
        loops.forEach(Loop::stop);
        try {
            for (Thread each : threads) {
                each.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
