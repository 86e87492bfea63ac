package org.hasekura.node;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.hasekura.exchange.Scheduler;
import org.hasekura.exchange.StoreFailed;

/**
 * Events as they come, to those who listen: server-sent events of the HTML standard (§9.2). A stream is a position in the
 * log, and reads on at the speed of its reader; so a slow one costs no memory. One that takes nothing for a while is cut: it
 * comes again with the id of the last event it has seen, and misses nothing.
 */
final class EventStreams {

    static final String MEDIA_TYPE = "text/event-stream";

    private static final int STREAMS_MAX = 64;
    private static final int READ_AT_ONCE = 256;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration STUCK = Duration.ofSeconds(20);
    private static final Duration LOOKED_AT = Duration.ofSeconds(5);
    private static final String HELLO = "retry: 2000\n";

    private final EventFeed feed;
    private final Duration heartbeat;
    private final Semaphore places = new Semaphore(STREAMS_MAX);
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Soon look;

    EventStreams(EventFeed feed, Scheduler scheduler) {
        this(feed, scheduler, HEARTBEAT);
    }

    /** @param heartbeat after so long without an event something is sent, so that both sides know the other is there */
    EventStreams(EventFeed feed, Scheduler scheduler, Duration heartbeat) {
        this.feed = feed;
        this.heartbeat = heartbeat;
        this.look = new Soon(scheduler, LOOKED_AT, this::look);
    }

    /** Again and again while a stream is open. */
    private void look() {
        cutStuck(System.nanoTime());
        if (!open.isEmpty()) {
            look.call();
        }
    }

    /** Whether somebody wants an event. */
    interface Wanted {
        boolean is(Event event) throws StoreFailed;
    }

    /** A stream from this event on, unless there are too many. */
    Response open(long first, Wanted wanted) {
        if (!places.tryAcquire()) {
            return Response.refused(503, "already " + STREAMS_MAX + " streams are open; close one, or read pages")
                    .with("Retry-After", "10");
        }
        Stream stream = new Stream(first, wanted);
        return new Response.Streamed(
                200,
                MEDIA_TYPE,
                OptionalLong.empty(),
                // Reverse proxies that gather answers are asked not to.
                Map.of("X-Accel-Buffering", "no"),
                stream.cut,
                stream::write,
                () -> {
                    open.remove(stream);
                    places.release();
                });
    }

    /** Cuts those that wait for a reader who takes nothing. */
    void cutStuck(long nanos) {
        for (Stream stream : open) {
            if (stream.isWriting && nanos - stream.writingSince > STUCK.toNanos()) {
                stream.cut.make();
            }
        }
    }

    private final class Stream {
        private final Cut cut = new Cut();
        private final Wanted wanted;
        // Owned by the thread that writes.
        private long next;
        // Written by that thread, in this order, read by cutStuck.
        private volatile long writingSince;
        private volatile boolean isWriting;

        Stream(long first, Wanted wanted) {
            this.next = first;
            this.wanted = wanted;
        }

        void write(OutputStream sink) throws IOException {
            open.add(this);
            look.call();
            // With its place at once, so that whoever loses the stream before the first event misses none.
            send(sink, HELLO + place() + "\n");
            try {
                for (EventFeed.Waited waited = feed.await(next, heartbeat);
                        waited != EventFeed.Waited.CLOSED;
                        waited = feed.await(next, heartbeat)) {
                    String more = waited == EventFeed.Waited.THERE ? more() : "";
                    // What comes may all be for others: also then the reader is told that the stream is alive.
                    boolean isSilent = System.nanoTime() - writingSince >= heartbeat.toNanos();
                    send(sink, more.isEmpty() && isSilent ? alive() : more);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                var stopped = new InterruptedIOException("the stream was cut");
                stopped.initCause(e);
                throw stopped;
            }
        }

        private String more() throws IOException {
            StringBuilder text = new StringBuilder();
            List<Event> events = feed.read(next, READ_AT_ONCE);
            for (Event event : events) {
                if (wanted.is(event)) {
                    text.append("id: ").append(event.index()).append('\n');
                    text.append("event: ").append(event.type()).append('\n');
                    text.append("data: ").append(EventJson.line(event)).append("\n\n");
                }
            }
            next += events.size();
            return text.toString();
        }

        /** Without data it is no event, but its id counts: whoever is waiting for a rare one does not begin from far back. */
        private String alive() {
            return place() + ": alive\n\n";
        }

        private String place() {
            return next == 0 ? "" : "id: " + (next - 1) + "\n";
        }

        private void send(OutputStream sink, String text) throws IOException {
            if (text.isEmpty()) {
                return;
            }
            writingSince = System.nanoTime();
            isWriting = true;
            sink.write(text.getBytes(StandardCharsets.UTF_8));
            sink.flush();
            isWriting = false;
        }
    }
}
