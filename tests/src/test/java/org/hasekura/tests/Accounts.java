package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.LogAudit;
import org.hasekura.evidence.MerkleTree;
import org.hasekura.evidence.ReceiptVerifier;
import org.hasekura.evidence.TiledLog;
import org.hasekura.evidence.TreeHead;
import org.hasekura.evidence.Verdict;
import org.hasekura.evidence.testing.MemoryTileStore;
import tools.jackson.databind.JsonNode;

/** What must be true of the evidence of a crossing, whatever happened on the way. */
final class Accounts {

    private static final int RECEIPT_TRIES = 100;
    /** What a receipt is refused with while the node cannot write the files of its log. */
    private static final int OWN_STORAGE = 503;

    private Accounts() {}

    /** Both sides tell the same story, each transition once and in order. */
    static void agree(Crossing crossing, RunningNode provider, RunningNode consumer, Path offered) throws IOException {
        var agreements = new HashSet<String>();
        var contents = new HashSet<String>();
        for (RunningNode node : List.of(provider, consumer)) {
            List<JsonNode> negotiation = evidence(node, crossing.negotiationOf(node));
            movedOnce(negotiation, "FINALIZED");
            agreements.add(only(negotiation, "AgreementConcluded")
                    .path("agreementHash")
                    .asString());
            List<JsonNode> transfer = evidence(node, crossing.transferOf(node));
            movedOnce(transfer, "COMPLETED");
            JsonNode ended = only(transfer, "TransferEnded");
            assertThat(ended.path("end").asString()).isEqualTo("COMPLETED");
            contents.add(ended.path("contentHash").asString());
            assertThat(receipt(node, crossing.negotiationOf(node))).isInstanceOf(Verdict.Proven.class);
        }
        assertThat(agreements).as("hashes of the agreement").hasSize(1);
        byte[] bytes = Files.readAllBytes(offered);
        assertThat(contents)
                .as("hashes of the content")
                .containsExactly(Hash.sha256(bytes).hex());
        assertThat(Path.of(crossing.done().path("location").asString())).hasBinaryContent(bytes);
    }

    private static List<JsonNode> evidence(RunningNode node, String pid) throws IOException {
        var entries = new ArrayList<JsonNode>();
        var indexes = new ArrayList<Long>();
        for (JsonNode each :
                node.api().read("/api/evidence/" + pid + "?limit=500").path("items")) {
            indexes.add(each.path("index").asLong());
            entries.add(each.path("entry"));
        }
        assertThat(indexes).as("indexes of `%s`", pid).isSorted().doesNotHaveDuplicates();
        return entries;
    }

    private static void movedOnce(List<JsonNode> entries, String end) {
        String stands = "";
        var states = new ArrayList<String>();
        for (JsonNode each : of(entries, "StateChanged")) {
            assertThat(each.path("from").asString(""))
                    .as("what %s comes from", each)
                    .isEqualTo(stands);
            stands = each.path("to").asString();
            states.add(stands);
        }
        assertThat(states).as("states gone through").doesNotHaveDuplicates().endsWith(end);
        for (String kind : List.of("MessageReceived", "MessageSent")) {
            assertThat(of(entries, kind).stream()
                            .map(each -> each.path("messageType").asString()
                                    + each.path("bodyHash").asString())
                            .toList())
                    .as(kind)
                    .doesNotHaveDuplicates();
        }
    }

    private static List<JsonNode> of(List<JsonNode> entries, String kind) {
        return entries.stream()
                .filter(each -> each.path("kind").asString().equals(kind))
                .toList();
    }

    private static JsonNode only(List<JsonNode> entries, String kind) {
        List<JsonNode> found = of(entries, kind);
        assertThat(found).as(kind).hasSize(1);
        return found.getFirst();
    }

    /** Asked for again when a file of the log could not be written just then, which delays it and nothing else. */
    private static Verdict receipt(RunningNode node, String pid) throws IOException {
        Api.Reply reply = node.api().post("/api/receipts", Dealings.object("process", pid));
        for (int i = 0; i < RECEIPT_TRIES && reply.status() == OWN_STORAGE; i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            reply = node.api().post("/api/receipts", Dealings.object("process", pid));
        }
        return ReceiptVerifier.verify(Api.good(reply).bytes(), Optional.empty());
    }

    /**
     * The log as it is published is whole, has no entry twice, begins with the tree that was signed before, and holds
     * every acknowledged entry where its commit said.
     *
     * @return its head, for the next time
     */
    static TreeHead logHolds(RunningNode node, TreeHead before) throws IOException {
        LogFolder log = LogFolder.of(node);
        List<String> acknowledged = acknowledged(node);
        TreeHead head = covering(log, acknowledged);
        assertThat(LogAudit.findings(log, head)).as("findings of the audit").isEmpty();
        List<byte[]> entries = log.entries(head);
        List<Hash> leaves = entries.stream().map(MerkleTree::leaf).toList();
        assertThat(leaves).as("entries").doesNotHaveDuplicates();
        assertThat(headOf(entries.subList(0, (int) before.size())))
                .as("the tree that was signed before")
                .isEqualTo(before);
        for (String line : acknowledged) {
            int space = line.indexOf(' ');
            int index = Integer.parseInt(line.substring(0, space));
            assertThat(leaves.get(index).hex())
                    .as("acknowledged as entry %s, which is %s", index, text(entries.get(index)))
                    .isEqualTo(line.substring(space + 1));
        }
        return head;
    }

    private static TreeHead headOf(List<byte[]> entries) throws IOException {
        TiledLog anew = TiledLog.empty(new MemoryTileStore());
        anew.append(entries);
        return anew.publish();
    }

    private static List<String> acknowledged(RunningNode node) throws IOException {
        Path file = node.folder().resolve(CrashingNode.ACKNOWLEDGED);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Waits for a checkpoint that signs all that was acknowledged. */
    private static TreeHead covering(LogFolder log, List<String> acknowledged) throws IOException {
        long size = acknowledged.stream()
                        .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
                        .max()
                        .orElse(-1)
                + 1;
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        TreeHead head = log.head();
        while (head.size() < size) {
            assertThat(System.nanoTime())
                    .as("the checkpoint of %s entries covers only %s", size, head.size())
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            head = log.head();
        }
        return head;
    }

    private static String text(byte[] entry) {
        return new String(entry, StandardCharsets.UTF_8);
    }
}
