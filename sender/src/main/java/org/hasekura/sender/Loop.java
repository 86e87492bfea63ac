package org.hasekura.sender;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** One thread, and the connections that it moves: whichever is ready has its turn, and none is waited for. */
final class Loop implements Runnable, Connection.Ends {

    private static final System.Logger LOG = System.getLogger(Loop.class.getName());
    private static final Duration LOOKED_AFTER_EVERY = Duration.ofMillis(250);

    private final Selector selector;
    private final Responder responder;
    private final SenderLimits limits;
    private final Optional<Tls> tls;
    private final Consumer<String> onClosed;

    private final Queue<Newcomer> newcomers = new ConcurrentLinkedQueue<>();
    private final Queue<Connection> cut = new ConcurrentLinkedQueue<>();
    private volatile boolean isStopped;

    // Of this thread.
    private final Set<Connection> connections = new HashSet<>();
    private final ByteBuffer scratch = ByteBuffer.allocate(TlsLink.RECORD_BYTES + 2 * 1024);
    private final TlsLink.Buffers buffers = new TlsLink.Buffers();

    private record Newcomer(SocketChannel channel, String address) {}

    /** @param onClosed hears the address of each connection that has ended */
    Loop(Responder responder, SenderLimits limits, Optional<Tls> tls, Consumer<String> onClosed) throws IOException {
        this.selector = Selector.open();
        this.responder = responder;
        this.limits = limits;
        this.tls = tls;
        this.onClosed = onClosed;
    }

    /** From any thread: takes the connection over. */
    void take(SocketChannel channel, String address) {
        newcomers.add(new Newcomer(channel, address));
        selector.wakeup();
    }

    /** From any thread: closes all connections and ends the thread. */
    void stop() {
        isStopped = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        long lookedAfter = System.nanoTime();
        try (selector) {
            while (!isStopped) {
                // Where nobody is, there is nothing to look after: an idle node does nothing.
                selector.select(connections.isEmpty() ? 0 : LOOKED_AFTER_EVERY.toMillis());
                long now = System.nanoTime();
                for (Newcomer each = newcomers.poll(); each != null; each = newcomers.poll()) {
                    welcome(each, now);
                }
                for (Connection each = cut.poll(); each != null; each = cut.poll()) {
                    each.close(true);
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    ((Connection) key.attachment()).move(scratch, now);
                }
                selector.selectedKeys().clear();
                if (now - lookedAfter > LOOKED_AFTER_EVERY.toNanos()) {
                    lookedAfter = now;
                    List.copyOf(connections).forEach(each -> each.closeWhenOverdue(now));
                }
            }
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.ERROR, "a thread of the sender ends; start the node again", failed);
        } finally {
            isStopped = true;
            List.copyOf(connections).forEach(each -> each.close(true));
            for (Newcomer each = newcomers.poll(); each != null; each = newcomers.poll()) {
                turnAway(each);
            }
        }
    }

    private void welcome(Newcomer newcomer, long now) {
        SocketChannel channel = newcomer.channel();
        try {
            channel.configureBlocking(false);
            Link link = tls.isPresent() ? new TlsLink(channel, tls.get().engine(), buffers) : new PlainLink(channel);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            var connection = new Connection(channel, link, key, responder, limits, newcomer.address(), this, now);
            key.attach(connection);
            connections.add(connection);
            connection.move(scratch, now);
        } catch (IOException gone) {
            turnAway(newcomer);
        }
    }

    private void turnAway(Newcomer newcomer) {
        try (SocketChannel _ = newcomer.channel()) {
            onClosed.accept(newcomer.address());
        } catch (IOException alreadyClosed) {
            LOG.log(System.Logger.Level.DEBUG, "a connection was closed", alreadyClosed);
        }
    }

    @Override
    public void cut(Connection connection) {
        cut.add(connection);
        selector.wakeup();
    }

    @Override
    public void closed(Connection connection) {
        connections.remove(connection);
        onClosed.accept(connection.address());
    }
}
