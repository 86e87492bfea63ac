package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.testing.MemoryEntryStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A stream of events")
class EventStreamsTest {

    private final WaitingTasks later = new WaitingTasks();

    private static void withdraw(MemoryEntryStore log, String dataset) {
        log.commit(List.of(new Entry.DatasetWithdrawn("did:web:node.example", Instant.EPOCH, dataset).bytes()));
    }

    private static Response.Streamed opened(EventStreams streams, long first, EventStreams.Wanted wanted) {
        return (Response.Streamed) streams.open(first, wanted);
    }

    @Test
    @DisplayName("says at once where it begins, then every event; and while none is wanted, how far it has come")
    void heartbeats() throws IOException, InterruptedException, ExecutionException {
        var log = new MemoryEntryStore();
        withdraw(log, "before");
        EventFeed feed = EventFeed.of(log);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var in = new PipedInputStream(1 << 16)) {
            var streams = new EventStreams(feed, later, Duration.ofMillis(20));
            Response.Streamed stream = opened(
                    streams,
                    1,
                    event ->
                            ((Entry.DatasetWithdrawn) event.entry()).datasetId().equals("wanted"));
            var out = new PipedOutputStream(in);
            Future<?> written = threads.submit(() -> {
                try (out) {
                    stream.writer().writeTo(out);
                }
                return true;
            });
            withdraw(log, "other");
            withdraw(log, "wanted");
            withdraw(log, "other");
            var text = new StringBuilder();
            while (!text.toString().contains("id: 3\n: alive")) {
                int read = in.read();
                assertThat(read).as("so far: %s", text).isNotNegative();
                text.append((char) read);
            }
            assertThat(text.toString()).startsWith("retry: 2000\nid: 0\n\n");
            assertThat(text.toString().split("data: ", -1)).as("one event").hasSize(2);
            assertThat(text.toString()).contains("id: 2\nevent: evidence.dataset-withdrawn\ndata: {\"id\":\"2\"");
            feed.close();
            written.get();
        }
    }

    @Test
    @DisplayName("is cut when its reader takes nothing, and not before")
    void stuck() throws IOException, InterruptedException, ExecutionException {
        var log = new MemoryEntryStore();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                EventFeed feed = EventFeed.of(log)) {
            var streams = new EventStreams(feed, later);
            Response.Streamed stream = opened(streams, 0, _ -> true);
            var reached = new CountDownLatch(1);
            Future<?> written = threads.submit(() -> {
                stream.cut().enter();
                try {
                    stream.writer().writeTo(new Stuck(reached));
                } finally {
                    stream.cut().leave();
                }
                return true;
            });
            reached.await();
            assertThat(later.waiting()).as("looked at while it is open").hasSize(1);
            streams.cutStuck(System.nanoTime());
            assertThat(stream.cut().isMade()).isFalse();
            streams.cutStuck(System.nanoTime() + Duration.ofSeconds(21).toNanos());
            assertThat(stream.cut().isMade()).isTrue();
            assertThatThrownBy(written::get).hasCauseInstanceOf(IOException.class);
            later.waiting().remove().run();
            assertThat(later.waiting()).as("still open: nobody has closed it").hasSize(1);
            stream.closing().run();
            later.waiting().remove().run();
            assertThat(later.waiting()).as("none is open").isEmpty();
        }
    }

    /** A connection whose other end has stopped reading. */
    private static final class Stuck extends OutputStream {
        private final CountDownLatch reached;

        Stuck(CountDownLatch reached) {
            this.reached = reached;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            assertThat(new String(bytes, offset, length, StandardCharsets.UTF_8))
                    .startsWith("retry");
            reached.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("the socket was closed", e);
            }
        }
    }
}
