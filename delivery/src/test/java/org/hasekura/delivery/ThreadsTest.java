package org.hasekura.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("With many threads at once")
@Timeout(60)
class ThreadsTest {
    private final ThreadScheduler scheduler = new ThreadScheduler();

    @Test
    @DisplayName("a write that waits for a slow reader ends when the transfer is suspended")
    void blockedWriteEnds() throws Exception {
        var provider = new ProviderSide(300_000, scheduler).start();
        Opening.Serve serve = provider.serve();
        var reader = new SleepingReader();
        serve.passage().onCut(reader::disconnect);
        Queue<IOException> ends = new ConcurrentLinkedQueue<>();
        Thread sender = Thread.startVirtualThread(() -> {
            try {
                provider.deliveries.send(serve, reader);
            } catch (IOException ended) {
                ends.add(ended);
            }
        });
        reader.waits.await();

        provider.move(TransferState.SUSPENDED);
        sender.join();

        assertThat(ends).singleElement().extracting(IOException::getMessage).isEqualTo("disconnected");
        assertThat(provider.open()).isEqualTo(new Opening.Suspended());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("no stream that was let in under another state or token stays open, however the news come")
    void newsInAnyOrder(long seed) throws Exception {
        var provider = new ProviderSide(10, scheduler);
        var random = new Random(seed);
        Queue<Held> held = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < 50; round++) {
            List<Transfer> news = commitSome(provider, random);
            Optional<String> token = provider.token;
            Collections.shuffle(news, random);
            news.forEach(each -> scheduler.run(() -> provider.deliveries.changed(each)));
            for (int i = 0; i < 4; i++) {
                scheduler.run(() -> hold(provider, token, held));
            }
            if (random.nextInt(4) == 0) {
                scheduler.awaitQuiet();
            }
        }
        scheduler.awaitQuiet();

        assertThat(scheduler.failures).isEmpty();
        assertThat(held).isNotEmpty();
        boolean isStarted = provider.now().effective() == TransferState.STARTED;
        for (Held each : held) {
            boolean mayBeOpen = isStarted && each.token().equals(provider.token);
            assertThat(each.serve().passage().isOpen() && !mayBeOpen).isFalse();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("the bytes arrive whole, by one fetch at a time, through starts and pauses in quick succession")
    void startsAndPauses(long seed) {
        var provider = new ProviderSide(300_000, scheduler).start();
        var consumer = new ConsumerSide(provider, scheduler);
        var random = new Random(seed);
        consumer.download.whileReading = _ -> LockSupport.parkNanos(20_000);
        for (int i = 0; i < 30 && consumer.delivered.isEmpty(); i++) {
            if (random.nextBoolean()) {
                consumer.move(TransferState.SUSPENDED);
                provider.move(TransferState.SUSPENDED);
            } else if (random.nextBoolean()) {
                provider.move(TransferState.STARTED);
                consumer.move(TransferState.STARTED);
            } else {
                consumer.started(provider.start().token);
            }
            LockSupport.parkNanos(100_000);
        }
        if (consumer.delivered.isEmpty()) {
            consumer.started(provider.start().token);
        }
        scheduler.awaitQuiet();
        if (consumer.ended.isEmpty()) {
            assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        }

        assertThat(scheduler.failures).isEmpty();
        assertThat(consumer.delivered.size() + consumer.ended.size()).isEqualTo(1);
    }

    private record Held(Opening.Serve serve, Optional<String> token) {}

    private static void hold(ProviderSide provider, Optional<String> token, Queue<Held> held) {
        try {
            Opening opening = provider.deliveries.open("t", token, Optional.empty(), Optional.empty());
            if (opening instanceof Opening.Serve serve) {
                held.add(new Held(serve, token));
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Durable at once; told by the caller. */
    private static List<Transfer> commitSome(ProviderSide provider, Random random) {
        var news = new ArrayList<Transfer>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            if (random.nextBoolean()) {
                news.add(provider.commitStart());
            } else {
                TransferState state = random.nextBoolean() ? TransferState.SUSPENDED : TransferState.STARTED;
                news.add(provider.commit(state, provider.now().dataTokenHash()));
            }
        }
        return news;
    }

    /** Takes some bytes, then none, until it is disconnected. */
    private static final class SleepingReader extends OutputStream {
        private final CountDownLatch waits = new CountDownLatch(1);
        private final CountDownLatch disconnected = new CountDownLatch(1);
        private int taken;

        void disconnect() {
            disconnected.countDown();
        }

        @Override
        public void write(int one) {
            taken++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            taken += length;
            if (taken <= 100_000) {
                return;
            }
            waits.countDown();
            try {
                disconnected.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("disconnected");
        }
    }
}
