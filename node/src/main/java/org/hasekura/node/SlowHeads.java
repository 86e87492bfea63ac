package org.hasekura.node;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends connections whose headers do not become whole in time: Helidon's own time-out begins anew with each byte, so that one
 * byte now and then would hold a connection for ever. The line before the headers is bounded by the idle time.
 */
final class SlowHeads implements Http1ConnectionListener, AutoCloseable {

    private final Duration headTime;
    private final ConcurrentMap<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slow-heads").factory());

    private final AtomicBoolean isLooking = new AtomicBoolean();

    private record Waiting(Thread thread, long since) {}

    SlowHeads(Duration headTime) {
        this.headTime = headTime;
    }

    /** On the thread of the connection, which reads the headers next. */
    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        waiting.put(context.childSocketId(), new Waiting(Thread.currentThread(), System.nanoTime()));
        lookSoon();
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        waiting.remove(context.childSocketId());
    }

    /** The connection has ended, in whatever state. */
    void ended(ConnectionContext context) {
        waiting.remove(context.childSocketId());
    }

    /** Looks again and again while somebody is waited for, and not at all while nobody is. */
    private void lookSoon() {
        if (!waiting.isEmpty() && isLooking.compareAndSet(false, true)) {
            try {
                var _ = threads.schedule(this::look, Math.max(10, headTime.toMillis() / 4), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                // The server ends, and its connections with it.
            }
        }
    }

    private void look() {
        isLooking.set(false);
        long now = System.nanoTime();
        waiting.forEach((id, each) -> {
            // Removed first: a thread that has gone on must not be interrupted at something else.
            if (now - each.since() > headTime.toNanos() && waiting.remove(id, each)) {
                // On a virtual thread this closes the socket that it waits for.
                each.thread().interrupt();
            }
        });
        lookSoon();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
