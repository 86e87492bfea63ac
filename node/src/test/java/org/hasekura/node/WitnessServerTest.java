package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.AddCheckpoint;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.EvidenceLog;
import org.hasekura.evidence.MerkleTree;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.NoteSigner;
import org.hasekura.evidence.PolicyCheck;
import org.hasekura.evidence.TreeHead;
import org.hasekura.evidence.TrustPolicy;
import org.hasekura.evidence.testing.FixedKeys;
import org.hasekura.evidence.testing.MemoryEntryStore;
import org.hasekura.evidence.testing.MemoryTileStore;
import org.hasekura.evidence.testing.SampleLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A standing witness (C2SP tlog-witness)")
class WitnessServerTest {

    private static final String NAME = "witness.example";
    private static final NoteSigner LOG = SampleLog.LOG;
    private final MemoryEntryStore entries = new MemoryEntryStore();

    @TempDir
    Path folder = Path.of("");

    @Test
    @DisplayName("cosigns what continues, answers every other request by its status, and remembers across a restart")
    void statuses() throws Exception {
        PublishedLog log = log(30);
        Note small = log.last();
        entries.commit(SampleLog.entries(50).subList(30, 50));
        Note large = log.refresh();
        try (WitnessServer server = start()) {
            assertThat(ask(server, request(log, 0, small)).statusCode()).isEqualTo(200);
            HttpResponse<String> again = ask(server, request(log, 0, large));
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).isEqualTo("30\n");
            assertThat(again.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/x.tlog.size"));
            assertThat(ask(server, request(log, 30, large)).statusCode()).isEqualTo(200);
        }
        try (WitnessServer server = start()) {
            assertThat(ask(server, request(log, 30, large)).statusCode())
                    .as("remembered")
                    .isEqualTo(409);
            assertThat(ask(server, AddCheckpoint.of(50, List.of(), small).body())
                            .statusCode())
                    .as("an old size above the new")
                    .isEqualTo(400);
            assertThat(ask(server, "nonsense".getBytes(StandardCharsets.UTF_8)).statusCode())
                    .isEqualTo(400);
            Note fork = LOG.note(new Checkpoint(LOG.key().name(), new TreeHead(50, MerkleTree.EMPTY_ROOT)).body());
            assertThat(ask(server, AddCheckpoint.of(50, List.of(), fork).body()).statusCode())
                    .as("another history of the same size")
                    .isEqualTo(422);
            Note unsigned = FixedKeys.log(3, LOG.key().name()).note(large.text());
            assertThat(ask(server, AddCheckpoint.of(50, List.of(), unsigned).body())
                            .statusCode())
                    .isEqualTo(403);
            Note elsewhere = FixedKeys.log(3, "other.example/log")
                    .note(new Checkpoint("other.example/log", TreeHead.EMPTY).body());
            assertThat(ask(server, AddCheckpoint.of(0, List.of(), elsewhere).body())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("is asked by a node: while it is away receipts wait and bundles go without it, then it goes on")
    void asked() throws Exception {
        PublishedLog log = log(30);
        Receipts.Signed signed = new Receipts.Signed(log.last(), LOG.key(), List.of(), List.of());
        TrustPolicy policy;
        StandingWitnesses witnesses;
        try (WitnessServer server = start()) {
            policy = policy(server);
            witnesses = asking(log, policy);
            Receipts.Signed cosigned = witnesses.cosignedByQuorum(signed);
            assertThat(cosigned.policy().check(cosigned.note())).isInstanceOf(PolicyCheck.Accepted.class);
            log.cosigned(cosigned.note());
            assertThat(log.last().signatures()).hasSize(2);
            assertThat(log.refresh().signatures()).hasSize(1);
            assertThat(log.last().signatures()).as("published with it").hasSize(2);
        }
        assertThat(witnesses.cosigned(signed).witnesses()).isEmpty();
        StandingWitnesses away = witnesses;
        assertThatThrownBy(() -> away.cosignedByQuorum(signed)).hasMessageContaining("ask again later");
        entries.commit(SampleLog.entries(50).subList(30, 50));
        Receipts.Signed later = new Receipts.Signed(log.refresh(), LOG.key(), List.of(), List.of());
        try (WitnessServer _ = start()) {
            assertThat(witnesses.cosignedByQuorum(later).witnesses()).hasSize(1);
            // One that has forgotten what was cosigned learns it from the witness.
            assertThat(asking(log, policy).cosignedByQuorum(later).witnesses()).hasSize(1);
        }
    }

    private PublishedLog log(int count) throws IOException {
        entries.commit(SampleLog.entries(count));
        var tiles = new MemoryTileStore();
        return new PublishedLog(() -> EvidenceLog.open(entries, tiles, LOG), tiles);
    }

    private static TrustPolicy policy(WitnessServer server) {
        var witness = new TrustPolicy.NamedWitness(
                "regulator", server.key(), Optional.of("http://127.0.0.1:" + server.port() + "/"));
        return new TrustPolicy(List.of(), List.of(witness), List.of(), Optional.of("regulator"));
    }

    private static StandingWitnesses asking(PublishedLog log, TrustPolicy policy) {
        var peers = new Settings.Peers(Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20);
        return new StandingWitnesses(policy, new PeerClient(peers, true, AddressCheck.none()), new Cosigning(log));
    }

    private WitnessServer start() throws IOException {
        return WitnessServer.start(
                DataFolder.open(folder.resolve("witness")),
                NAME,
                List.of(LOG.key()),
                "127.0.0.1",
                0,
                new SecureRandom(),
                Clock.systemUTC(),
                () -> {});
    }

    private static byte[] request(PublishedLog log, long oldSize, Note note) throws IOException {
        return log.log().addCheckpoint(oldSize, note).body();
    }

    private static HttpResponse<String> ask(WitnessServer server, byte[] body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.port() + "/add-checkpoint"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
