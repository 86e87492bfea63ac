package org.hasekura.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The provider's door to the bytes")
class DeliveriesTest {
    private final ProviderSide provider = new ProviderSide(300_000);

    @Test
    @DisplayName("serves the bytes under a started transfer, with what the consumer needs to check them")
    void serves() throws IOException {
        Opening.Serve serve = provider.start().serve();
        var sink = new ByteArrayOutputStream();

        provider.deliveries.send(serve, sink);

        assertThat(sink.toByteArray()).isEqualTo(provider.bytes);
        assertThat(serve.status()).isEqualTo(200);
        assertThat(serve.mediaType()).isEqualTo("text/csv");
        assertThat(serve.headers())
                .containsEntry("ETag", "\"" + provider.content().sha256() + "\"")
                .containsEntry("Accept-Ranges", "bytes")
                .containsEntry(
                        "Content-Disposition",
                        "attachment; filename=\"gr__e___.csv\"; filename*=UTF-8''gr%C3%B6%C3%9Fe_%E5%B0%BA%E5%AF%B8.csv");
        assertThat(ReprDigest.sha256(Optional.ofNullable(serve.headers().get("Repr-Digest"))))
                .contains(provider.content().sha256());
        assertThat(provider.deliveries.served("t")).isEqualTo(300_000);
    }

    @Test
    @DisplayName("grants a new token of 256 bits each time, kept as its SHA-256 only")
    void grants() {
        var first = provider.deliveries.grant("t");
        var second = provider.deliveries.grant("t");

        assertThat(first.address().endpoint()).contains("https://provider.example/data/t");
        assertThat(first.address().properties()).containsEntry("authType", "bearer");
        String token = Optional.ofNullable(first.address().properties().get("authorization"))
                .orElseThrow();
        assertThat(token).hasSize(43);
        assertThat(first.tokenHash()).contains(Token.hash(token));
        assertThat(second.tokenHash()).isNotEqualTo(first.tokenHash());
    }

    @Test
    @DisplayName("serves nothing to a granted token before the start is durable")
    void nothingBeforeStart() throws IOException {
        var grant = provider.deliveries.grant("t");
        Optional<String> token =
                Optional.ofNullable(grant.address().properties().get("authorization"));

        assertThat(provider.deliveries.open("t", token, Optional.empty(), Optional.empty()))
                .isEqualTo(new Opening.Unauthorised());
    }

    @Test
    @DisplayName("serves nothing without an agreement that is finalized and has not ended")
    void nothingWithoutAgreement() throws IOException {
        provider.start();
        var day = Optional.of(MemoryGrounds.PUBLISHED);
        var answers = new ArrayList<Opening>();

        provider.grounds.agreements.clear();
        answers.add(provider.open());
        provider.grounds.agreements.put("agreement", MemoryGrounds.concluded(Optional.empty(), Optional.empty()));
        answers.add(provider.open());
        provider.grounds.agreements.put("agreement", MemoryGrounds.concluded(day, day));
        answers.add(provider.open());

        assertThat(answers).containsOnly(new Opening.NotFound()).hasSize(3);
    }

    @Test
    @DisplayName("knows nothing of other transfers, of ended ones, and of those in which it consumes")
    void notFound() throws IOException {
        provider.start();
        provider.grounds.put(MemoryGrounds.requested("mine", Role.CONSUMER));
        var none = Optional.<String>empty();

        assertThat(provider.deliveries.open("other", provider.token, none, none))
                .isEqualTo(new Opening.NotFound());
        assertThat(provider.deliveries.open("mine", provider.token, none, none)).isEqualTo(new Opening.NotFound());
        assertThat(provider.deliveries.open("t".repeat(10_000), provider.token, none, none))
                .isEqualTo(new Opening.NotFound());
        assertThat(provider.move(TransferState.COMPLETED).open()).isEqualTo(new Opening.NotFound());
    }

    @Test
    @DisplayName("refuses a missing, wrong, endless or outdated token")
    void unauthorised() throws IOException {
        provider.start();
        Optional<String> old = provider.token;
        provider.move(TransferState.SUSPENDED).start();
        var none = Optional.<String>empty();

        for (Optional<String> token : List.of(none, Optional.of(""), Optional.of("x".repeat(100_000)), old)) {
            assertThat(provider.deliveries.open("t", token, none, none)).isEqualTo(new Opening.Unauthorised());
        }
        assertThat(provider.open()).isInstanceOf(Opening.Serve.class);
    }

    @Test
    @DisplayName("says that a transfer is suspended, to its own token only")
    void suspended() throws IOException {
        provider.start().move(TransferState.SUSPENDED);

        assertThat(provider.open()).isEqualTo(new Opening.Suspended());
        assertThat(provider.move(TransferState.STARTED).open()).isInstanceOf(Opening.Serve.class);
    }

    @Test
    @DisplayName("serves nothing of a source that is not as it was published")
    void changed() throws IOException {
        provider.start();
        byte[] other = provider.bytes.clone();
        other[7]++;
        var answers = new ArrayList<Opening>();

        provider.source.put("file", other, MemoryGrounds.PUBLISHED.plusSeconds(1));
        answers.add(provider.open());
        provider.source.put("file", new byte[5], MemoryGrounds.PUBLISHED);
        answers.add(provider.open());
        provider.source.remove("file");
        answers.add(provider.open());
        provider.source.put("file", provider.bytes, MemoryGrounds.PUBLISHED);
        provider.grounds.datasets.clear();
        answers.add(provider.open());

        assertThat(answers).containsOnly(new Opening.Changed()).hasSize(4);
    }

    @Test
    @DisplayName("serves a part, and the whole when the asker's copy is of other bytes")
    void ranges() throws IOException {
        provider.start();
        String tag = "\"" + provider.content().sha256() + "\"";

        try (var part = (Opening.Serve) provider.open(Optional.of("bytes=100-"), Optional.of(tag))) {
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.from()).isEqualTo(100);
            assertThat(part.length()).isEqualTo(299_900);
            assertThat(part.headers()).containsEntry("Content-Range", "bytes 100-299999/300000");
        }
        for (String other : List.of("\"other\"", "W/" + tag, "Sat, 21 Nov 2026 10:00:00 GMT")) {
            try (var whole = (Opening.Serve) provider.open(Optional.of("bytes=100-"), Optional.of(other))) {
                assertThat(whole.status()).isEqualTo(200);
                assertThat(whole.length()).isEqualTo(300_000);
            }
        }
        Opening outside = provider.open(Optional.of("bytes=300000-"), Optional.empty());
        assertThat(outside).isInstanceOf(Opening.NotSatisfiable.class);
        assertThat(outside.headers()).containsEntry("Content-Range", "bytes */300000");
    }

    @Test
    @DisplayName("cuts a running stream before its next piece, and closes its connection")
    void cuts() throws IOException {
        for (TransferState state :
                List.of(TransferState.SUSPENDED, TransferState.COMPLETED, TransferState.TERMINATED)) {
            var side = new ProviderSide(300_000).start();
            Opening.Serve serve = side.serve();
            var closed = new AtomicBoolean();
            serve.passage().onCut(() -> closed.set(true));
            var sink = new Acting(100_000, () -> side.move(state));

            assertThatThrownBy(() -> side.deliveries.send(serve, sink)).isInstanceOf(CutOff.class);

            assertThat(sink.size()).isLessThan(100_000 + Pump.CHUNK_BYTES);
            assertThat(closed).as("not in the caller of the change").isFalse();
        }
    }

    @Test
    @DisplayName("closes the connection of a stream that waits for a slow reader")
    void cutsWaiting() throws IOException {
        Opening.Serve serve = provider.start().serve();
        var closed = new AtomicBoolean();
        serve.passage().onCut(() -> closed.set(true));

        provider.move(TransferState.SUSPENDED);
        assertThat(serve.passage().isOpen()).isFalse();
        assertThat(closed).isFalse();
        provider.scheduler.runDue();

        assertThat(closed).isTrue();
    }

    @Test
    @DisplayName("closes no connection after its stream has ended")
    void leavesEndedAlone() throws IOException {
        Opening.Serve serve = provider.start().serve();
        var closed = new AtomicBoolean();
        serve.passage().onCut(() -> closed.set(true));

        serve.close();
        provider.move(TransferState.SUSPENDED);
        provider.scheduler.runDue();

        assertThat(closed).isFalse();
    }

    @Test
    @DisplayName("cuts what runs under a token that has been replaced")
    void cutsOldToken() throws IOException {
        Opening.Serve serve = provider.start().serve();

        provider.start();

        assertThat(serve.passage().isOpen()).isFalse();
        assertThat(provider.serve().passage().isOpen()).isTrue();
    }

    @Test
    @DisplayName("takes news by version, not by the order they come in")
    void newsOutOfOrder() throws IOException {
        Transfer started = provider.start().now();
        Opening.Serve serve = provider.serve();
        provider.move(TransferState.SUSPENDED);
        Transfer suspended = provider.now();

        provider.deliveries.changed(started);
        assertThat(provider.open()).isEqualTo(new Opening.Suspended());
        provider.move(TransferState.STARTED);
        provider.deliveries.changed(suspended);

        assertThat(provider.open()).isInstanceOf(Opening.Serve.class);
        assertThat(serve.passage().isOpen()).as("what was cut stays cut").isFalse();
    }

    @Test
    @DisplayName("keeps an ended transfer closed when old news come late")
    void lateNews() throws IOException {
        Transfer started = provider.start().now();
        provider.serve().close();
        provider.move(TransferState.TERMINATED);

        provider.deliveries.changed(started);

        assertThat(provider.open()).isEqualTo(new Opening.NotFound());
    }

    @Test
    @DisplayName("lets no more than its number of streams in at once")
    void busy() throws IOException {
        provider.start();
        var serves = new ArrayList<Opening.Serve>();
        for (int i = 0; i < Gate.STREAMS_MAX; i++) {
            serves.add(provider.serve());
        }

        assertThat(provider.open()).isEqualTo(new Opening.Busy());
        serves.getFirst().close();
        assertThat(provider.open()).isInstanceOf(Opening.Serve.class);
    }

    @Test
    @DisplayName("breaks off, and counts what went out, when the source ends early")
    void shortSource() throws IOException {
        Opening.Serve serve = provider.start().serve();
        provider.source.put("file", new byte[70_000], MemoryGrounds.PUBLISHED);

        assertThatThrownBy(() -> provider.deliveries.send(serve, OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessage("the source ended 230000 bytes early");
        assertThat(provider.deliveries.served("t")).isEqualTo(70_000);
    }

    @Test
    @DisplayName("serves nothing when the store has failed")
    void storeFailed() {
        provider.start();
        provider.grounds.isBroken = true;

        assertThatThrownBy(provider::open).isInstanceOf(StoreFailed.class);
        assertThat(provider.deliveries.digest("dataset")).isEmpty();
    }

    @Test
    @DisplayName("tells the digest of what was published")
    void digest() {
        assertThat(provider.deliveries.digest("dataset"))
                .contains(provider.content().sha256());
        assertThat(provider.deliveries.digest("other")).isEmpty();
    }

    /** Does something once so many bytes have come. */
    private static final class Acting extends ByteArrayOutputStream {
        private final int after;
        private final Runnable act;

        Acting(int after, Runnable act) {
            this.after = after;
            this.act = act;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            boolean before = size() < after;
            super.write(bytes, from, length);
            if (before && size() >= after) {
                act.run();
            }
        }
    }
}
