package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Heard;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Role;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;
import org.hasekura.store.SqlStore;
import org.hasekura.store.SqliteDatabase;
import org.hasekura.store.StoreSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("bodies are kept as long as the settings say")
class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String PEER = "did:web:peer.example";

    @TempDir
    private Path folder = Path.of("");

    private Set<String> waiting = Set.of();

    @Test
    @DisplayName("those that something else waits for stay as long as it does")
    void awaited() throws Exception {
        try (SqlStore store = SqlStore.open(
                new SqliteDatabase(folder.resolve("node.db")),
                StoreSettings.DEFAULT,
                Clock.fixed(NOW, ZoneOffset.UTC),
                failed -> {})) {
            Hash question = keep(store, "question", NegotiationState.TERMINATED);
            waiting = Set.of(question.hex());
            assertThat(retention(store, NOW.plus(Duration.ofDays(31))).erase()).isZero();
            waiting = Set.of();
            assertThat(retention(store, NOW.plus(Duration.ofDays(31))).erase()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("those of exchanges that have ended are erased, those of open ones stay, and so does all evidence")
    void erased() throws Exception {
        try (SqlStore store = SqlStore.open(
                new SqliteDatabase(folder.resolve("node.db")),
                StoreSettings.DEFAULT,
                Clock.fixed(NOW, ZoneOffset.UTC),
                failed -> {})) {
            Hash ofEnded = keep(store, "ended", NegotiationState.TERMINATED);
            Hash ofOpen = keep(store, "open", NegotiationState.REQUESTED);
            long entries = store.entries().size();

            assertThat(retention(store, NOW.plus(Duration.ofDays(29))).erase()).isZero();
            assertThat(retention(store, NOW.plus(Duration.ofDays(31))).erase()).isEqualTo(1);
            assertThat(store.bodies().find(ofEnded)).isEmpty();
            assertThat(store.bodies().find(ofOpen)).isPresent();
            assertThat(store.entries().size()).isEqualTo(entries + 1).isEqualTo(3);
            assertThat(Entry.parse(store.entries().read(2, 1).getFirst()).orElseThrow())
                    .isEqualTo(new Entry.BodiesErased(
                            "did:web:own.example",
                            NOW.plus(Duration.ofDays(31)),
                            Entry.ErasureGround.RETENTION,
                            List.of(ofEnded)));
            assertThat(store.exchange().negotiation("ended")).isPresent();
        }
    }

    private Retention retention(SqlStore store, Instant today) {
        return new Retention(
                store.exchange(),
                store.entries(),
                store.bodies(),
                () -> waiting,
                "did:web:own.example",
                Duration.ofDays(30),
                Clock.fixed(today, ZoneOffset.UTC));
    }

    /** A negotiation with one message that was received. Answers the hash of its body. */
    private static Hash keep(SqlStore store, String pid, NegotiationState state) throws Exception {
        String body = "a request, " + pid;
        Hash hash = Hash.sha256(body.getBytes(StandardCharsets.UTF_8));
        var negotiation = new Negotiation(
                pid,
                Optional.of("peer-" + pid),
                Role.PROVIDER,
                PEER,
                URI.create("https://peer.example/dsp"),
                "dataset",
                Optional.empty(),
                new Offer("any-use", Terms.permitting(Permission.use())),
                Optional.empty(),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Heard.NOTHING,
                NOW,
                NOW,
                1);
        var received = new Entry.MessageReceived(
                "did:web:node.example",
                NOW,
                pid,
                "ContractRequestMessage",
                Optional.of("peer-" + pid),
                Optional.of(pid),
                PEER,
                hash,
                "token-" + pid);
        Commit commit = new Commit(
                List.of(new Change.OfNegotiation(negotiation), new Change.OfBody(hash.hex(), body)),
                Optional.empty(),
                List.of(received));
        assertThat(store.exchange().commit(commit)).isInstanceOf(Committed.Done.class);
        return hash;
    }
}
