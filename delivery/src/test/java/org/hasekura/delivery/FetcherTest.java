package org.hasekura.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hasekura.exchange.DataAddress;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The consumer's fetcher")
class FetcherTest {
    private final ProviderSide provider = new ProviderSide(300_000).start();
    private final ConsumerSide consumer = new ConsumerSide(provider);

    @Test
    @DisplayName("fetches the bytes of a started transfer once, and says what has arrived")
    void fetches() {
        consumer.started(provider.token);
        consumer.scheduler.runAll();
        consumer.fetcher.changed(consumer.now());
        consumer.scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        assertThat(consumer.delivered)
                .containsExactly(
                        new Transfer.Delivered(300_000, provider.content().sha256(), Optional.of("c/größe_尺寸.csv")));
        assertThat(consumer.download.asked).hasSize(1);
        assertThat(provider.deliveries.served("t")).isEqualTo(300_000);
    }

    @Test
    @DisplayName("fetches nothing before the start, without an address, or in which this node provides")
    void nothingToFetch() {
        consumer.fetcher.changed(consumer.now());
        consumer.move(TransferState.STARTED);
        consumer.fetcher.changed(MemoryGrounds.requested("p", Role.PROVIDER));
        consumer.scheduler.runAll();

        assertThat(consumer.download.asked).isEmpty();
        assertThat(consumer.ended).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("goes on where the stream broke, wherever that was, and across a stop of the node")
    void resumes(long seed) {
        var random = new Random(seed);
        int broken = 1 + random.nextInt(12);
        for (int i = 0; i < broken; i++) {
            consumer.download.breaks.add(1 + random.nextInt(40_000));
        }

        consumer.started(provider.token);
        for (int i = 0; i < broken; i++) {
            consumer.scheduler.runDue();
            if (random.nextInt(3) == 0) {
                consumer.restart();
            }
        }
        consumer.scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        assertThat(provider.deliveries.served("t")).as("no byte twice").isEqualTo(300_000);
        assertThat(consumer.download.asked.getLast())
                .containsEntry("If-Range", "\"" + provider.content().sha256() + "\"");
    }

    @Test
    @DisplayName("begins anew when the bytes have no tag, or another one meanwhile")
    void beginsAnew() {
        consumer.download.breaks.addAll(List.of(50_000, 60_000));
        consumer.download.withheld.add("ETag");
        consumer.started(provider.token).scheduler.runDue();
        consumer.download.withheld.clear();
        consumer.download.replaced.put("ETag", "\"older\"");
        consumer.scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        assertThat(consumer.download.asked.get(1)).doesNotContainKey("Range");
        assertThat(consumer.download.asked.get(2)).containsEntry("If-Range", "\"older\"");
    }

    @Test
    @DisplayName("throws wrong bytes away and fetches them once more")
    void wrongOnce() {
        consumer.download.corrupted = 1;
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        assertThat(consumer.download.asked).hasSize(2);
    }

    @Test
    @DisplayName("ends the transfer when the bytes are wrong twice")
    void wrongTwice() {
        consumer.download.corrupted = 1000;
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.ended).extracting(Reason::code).containsExactly("digest-differs");
        assertThat(consumer.sink.finished).isEmpty();
        assertThat(consumer.sink.parts).isEmpty();
    }

    @Test
    @DisplayName("notices by the digest what a crash has damaged in the part")
    void damagedPart() {
        consumer.download.breaks.add(100_000);
        consumer.started(provider.token).scheduler.runDue();
        consumer.sink.part(new byte[0], "c")[5]++;
        consumer.scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        assertThat(consumer.download.asked).as("broken, wrong, whole").hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {301, 400, 401, 404, 410, 416})
    @DisplayName("ends the transfer when the provider refuses and goes on refusing")
    void refused(int status) {
        consumer.download.statuses.addAll(List.of(status, status, status));
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.ended)
                .containsExactly(Reason.of(
                        "delivery-refused", "the provider refuses to serve the bytes: it answered " + status));
        assertThat(consumer.download.asked).hasSize(3);
    }

    @Test
    @DisplayName("asks with the bare token where a bearer's is forbidden")
    void bareToken() {
        consumer.download.isBareTokenWanted = true;
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        assertThat(consumer.download.asked)
                .extracting(asked -> asked.get("Authorization"))
                .containsExactly("Bearer " + provider.token.orElseThrow(), provider.token.orElseThrow());
    }

    @Test
    @DisplayName("ends the transfer when the token is forbidden in every form")
    void forbidden() {
        consumer.download.statuses.addAll(List.of(403, 403, 403, 403, 403, 403));
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.ended)
                .containsExactly(
                        Reason.of("delivery-refused", "the provider refuses to serve the bytes: it answered 403"));
        assertThat(consumer.download.asked).as("three tries in two forms").hasSize(6);
    }

    @Test
    @DisplayName("takes a refusal for news on their way, and asks again")
    void refusedOnce() {
        consumer.download.statuses.addAll(List.of(401, 404));
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {408, 429, 500, 502, 503})
    @DisplayName("asks later when the provider cannot answer now, with growing delays, then ends")
    void unavailable(int status) {
        for (int i = 0; i < 100; i++) {
            consumer.download.statuses.add(status);
        }
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.download.asked).hasSize(6);
        assertThat(consumer.scheduler.now()).isBetween(Duration.ofMillis(3_100), Duration.ofMillis(6_200));
        assertThat(consumer.ended).extracting(Reason::code).containsExactly("delivery-failed");
    }

    @Test
    @DisplayName("gives up when it has waited long enough in all")
    void givesUp() {
        for (int i = 0; i < 100; i++) {
            consumer.download.statuses.add(503);
        }
        consumer.giveUpAfter = Duration.ofMillis(500);
        consumer.fetcher = consumer.newFetcher();
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.download.asked).hasSizeBetween(3, 4);
        assertThat(consumer.ended).extracting(Reason::code).containsExactly("delivery-failed");
    }

    @Test
    @DisplayName("does not go on for ever with a provider that always breaks at the same place")
    void noProgress() {
        for (int i = 0; i < 100; i++) {
            consumer.download.breaks.add(1_000);
        }
        consumer.download.withheld.add("ETag");
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.ended).extracting(Reason::code).containsExactly("delivery-failed");
        assertThat(consumer.download.asked).hasSize(6);
    }

    @Test
    @DisplayName("stops when the transfer is suspended, and goes on under the same token")
    void suspendedThenSameToken() {
        suspendAt(100_000);
        consumer.started(provider.token).scheduler.runAll();
        assertThat(consumer.sink.part(new byte[0], "c")).hasSize(100_000);
        assertThat(consumer.download.asked).hasSize(1);

        provider.move(TransferState.STARTED);
        consumer.move(TransferState.STARTED).scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        assertThat(consumer.download.asked.getLast()).containsEntry("Range", "bytes=100000-");
    }

    @Test
    @DisplayName("stops when the transfer is suspended, and goes on under a new token")
    void suspendedThenNewToken() {
        suspendAt(100_000);
        consumer.started(provider.token).scheduler.runAll();

        provider.start();
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        assertThat(consumer.download.asked.getLast()).containsEntry("Range", "bytes=100000-");
    }

    @Test
    @DisplayName(
            "asks again later when it has not heard yet that the provider has suspended, and with what token it resumes")
    void cutBeforeNews() {
        consumer.download.whileReading = sent -> {
            if (sent == 100_000) {
                provider.move(TransferState.SUSPENDED);
            }
        };
        consumer.started(provider.token).scheduler.runDue();
        consumer.download.whileReading = _ -> {};
        provider.start();
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        assertThat(consumer.ended).isEmpty();
    }

    @Test
    @DisplayName("asks for nothing twice when it was stopped after the last byte")
    void stoppedAtTheEnd() {
        suspendAt(300_000);
        consumer.started(provider.token).scheduler.runAll();
        assertThat(consumer.sink.part(new byte[0], "c")).hasSize(300_000);

        provider.move(TransferState.STARTED);
        consumer.move(TransferState.STARTED).scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        assertThat(consumer.delivered.getFirst().location()).contains("c/größe_尺寸.csv");
        assertThat(provider.deliveries.served("t")).isEqualTo(300_000);
    }

    @Test
    @DisplayName("discards what came when the transfer ends before it was whole")
    void terminated() {
        consumer.download.whileReading = sent -> {
            if (sent == 100_000) {
                consumer.move(TransferState.TERMINATED);
            }
        };
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.sink.parts).isEmpty();
        assertThat(consumer.delivered).isEmpty();
        assertThat(consumer.download.asked).hasSize(1);
    }

    @Test
    @DisplayName("accepts no more than its limit, announced or not")
    void tooLarge() {
        for (boolean isAnnounced : new boolean[] {true, false}) {
            var other = new ConsumerSide(provider);
            other.bytesMax = 299_999;
            other.fetcher = other.newFetcher();
            if (!isAnnounced) {
                other.download.withheld.add("Content-Length");
            }
            other.started(provider.token).scheduler.runAll();

            assertThat(other.ended).extracting(Reason::code).containsExactly("too-large");
            assertThat(other.sink.parts).isEmpty();
        }
    }

    @Test
    @DisplayName("ends a transfer whose address is none, or one that may not be contacted")
    void addresses() {
        consumer.download.isNotAllowed = true;
        consumer.started(provider.token).scheduler.runAll();
        assertThat(consumer.ended).extracting(Reason::code).containsExactly("data-address-unusable");

        for (Optional<String> endpoint : List.of(Optional.<String>empty(), Optional.of("no url"), Optional.of("a:b"))) {
            var other = new ConsumerSide(provider);
            other.started(new DataAddress("x", endpoint, Map.of())).scheduler.runAll();
            assertThat(other.ended).extracting(Reason::code).containsExactly("data-address-unusable");
        }
    }

    @Test
    @DisplayName("says once more what has arrived when the exchange was busy, without fetching again")
    void busy() {
        consumer.isBusy = true;
        consumer.started(provider.token).scheduler.runAll();

        assertThat(consumer.delivered).hasSize(1);
        assertThat(consumer.download.asked).hasSize(1);
    }

    @Test
    @DisplayName("fetches anew when the transfer was paused between the last byte and its record")
    void pausedAtTheLast() {
        consumer.isPausedAtTheLast = true;
        consumer.started(provider.token).scheduler.runAll();
        assertThat(consumer.delivered).isEmpty();

        consumer.move(TransferState.STARTED).scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
        assertThat(consumer.download.asked).hasSize(2);
    }

    @Test
    @DisplayName("lets the next start go on when the store has failed")
    void storeFailed() {
        consumer.started(provider.token);
        consumer.grounds.isBroken = true;
        consumer.scheduler.runAll();
        assertThat(consumer.download.asked).isEmpty();

        consumer.grounds.isBroken = false;
        consumer.restart();
        consumer.scheduler.runAll();

        assertThat(consumer.arrived()).isEqualTo(provider.bytes);
    }

    /** Both sides hear of it while the bytes move. */
    private void suspendAt(int bytes) {
        consumer.download.whileReading = sent -> {
            if (sent == bytes) {
                consumer.download.whileReading = _ -> {};
                consumer.move(TransferState.SUSPENDED);
                provider.move(TransferState.SUSPENDED);
            }
        };
    }
}
