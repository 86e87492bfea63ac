package org.hasekura.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Events of a node, one after the other, each at least once and none left out: when the connection is lost, or the node is
 * started again, the stream goes on after the last event that was read to its end. For one thread at a time; another may close
 * it.
 */
public final class Events implements AutoCloseable {

    private static final String PATH = "/api/events";

    /** The node says something every 15 seconds; when it is silent for so long, the connection is dead. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Connection connection;
    private final String path;
    private final CountDownLatch closed = new CountDownLatch(1);

    // Owned by the thread that reads, but for what the watch and close do to the stream.
    private volatile Optional<InputStream> open = Optional.empty();
    private volatile long heardAt;
    private volatile int connections;
    private Optional<BufferedReader> lines = Optional.empty();
    private Optional<Long> last = Optional.empty();
    private int lost;

    private Events(Connection connection, EventQuery query) {
        this.connection = connection;
        this.path = Connection.withQuery(PATH, query.query());
    }

    /**
     * A stream that is open: what happens after this has returned is not missed. Where the node cannot be reached or refuses,
     * {@link #next} tries again, or says so.
     */
    static Events begin(Connection connection, EventQuery query) {
        Events events = new Events(connection, query);
        try {
            BufferedReader _ = events.connect();
        } catch (IOException notYet) {
            events.drop();
        }
        return events;
    }

    /**
     * Waits for the next event.
     *
     * @return empty when this was closed
     * @throws RequestFailed when the node refuses the stream for good, such as for a wrong token
     * @throws InterruptedException the place is kept; ask again, or close
     */
    public Optional<Event> next() throws RequestFailed, InterruptedException {
        while (closed.getCount() > 0) {
            try {
                Optional<Event> event = read();
                if (event.isPresent()) {
                    lost = 0;
                    return event;
                }
            } catch (RequestFailed refused) {
                throw refused;
            } catch (IOException away) {
                // Nothing is lost: the node has it all, and is asked again from there.
            }
            drop();
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while waiting for an event");
            }
            boolean _ = closed.await(wait(++lost).toMillis(), TimeUnit.MILLISECONDS);
        }
        return Optional.empty();
    }

    /** The id of the last event that was handed out; for going on later by {@link EventQuery#from}. */
    public Optional<Long> lastId() {
        return last;
    }

    private Optional<Event> read() throws IOException {
        BufferedReader in = lines.isPresent() ? lines.get() : connect();
        Optional<Long> passed = Optional.empty();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heardAt = System.nanoTime();
            if (line.startsWith("data: ")) {
                Event event = ViewsJson.read(line.substring("data: ".length()), ViewsJson::event);
                last = Optional.of(event.id());
                return Optional.of(event);
            }
            if (line.startsWith("id: ") && line.substring("id: ".length()).matches("[0-9]{1,18}")) {
                passed = Optional.of(Long.parseLong(line.substring("id: ".length())));
            } else if (line.isEmpty() && passed.isPresent()) {
                // An id without an event: nothing up to there was wanted.
                last = Optional.of(Math.max(last.orElse(-1L), passed.get()));
                passed = Optional.empty();
            }
        }
        return Optional.empty();
    }

    private BufferedReader connect() throws IOException {
        InputStream stream = connection.stream(path, last).orElseThrow();
        heardAt = System.nanoTime();
        open = Optional.of(stream);
        int number = connections + 1;
        connections = number;
        Thread.ofVirtual().name("hasekura-events-watch").start(() -> watch(stream, number));
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        lines = Optional.of(reader);
        return reader;
    }

    /** Ends a stream on which nothing comes any more, so that whoever reads it connects anew. */
    private void watch(InputStream stream, int number) {
        try {
            while (!closed.await(SILENCE_MAX.toMillis() / 4, TimeUnit.MILLISECONDS) && number == connections) {
                if (System.nanoTime() - heardAt > SILENCE_MAX.toNanos()) {
                    stream.close();
                    return;
                }
            }
        } catch (InterruptedException | IOException e) {
            // Nobody needs the watch any more.
        }
    }

    private void drop() {
        lines = Optional.empty();
        open.ifPresent(Events::closeQuietly);
        open = Optional.empty();
    }

    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    private static Duration wait(int lost) {
        long longest = Math.min(LONGEST_WAIT.toMillis(), 250L << Math.min(lost, 8));
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }

    /** Ends the stream; whoever waits for an event is told that there is none. */
    @Override
    public void close() {
        closed.countDown();
        open.ifPresent(Events::closeQuietly);
    }
}
