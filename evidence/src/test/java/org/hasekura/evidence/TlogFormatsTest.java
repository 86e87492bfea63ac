package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("The log's formats (C2SP tlog-tiles, tlog-checkpoint, tlog-proof)")
class TlogFormatsTest {

    @Test
    @DisplayName("have the tile paths of the specification")
    void paths() {
        Vectors.block("tile_paths").path("index_path").propertyStream().forEach(c -> {
            TilePath tile = new TilePath(2, Long.parseLong(c.getKey()), 17);
            assertThat(tile.path()).isEqualTo("tile/2/" + c.getValue().asString() + ".p/17");
            assertThat(TilePath.parse(tile.path()).orElseThrow()).isEqualTo(tile);
        });
        assertThat(TilePath.parse("tile/entries/x001/x234/067").orElseThrow())
                .isEqualTo(new TilePath(TilePath.ENTRIES, 1234067, TilePath.FULL));
        TilePath last = new TilePath(0, Long.MAX_VALUE, TilePath.FULL);
        assertThat(last.path()).isEqualTo("tile/0/x009/x223/x372/x036/x854/x775/807");
        assertThat(TilePath.parse(last.path()).orElseThrow()).isEqualTo(last);
        for (String bad : List.of(
                "tile/00/000",
                "tile/64/000",
                "tile/0/0000",
                "tile/0/x000/000",
                "tile/0/001/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/../000",
                "/tile/0/000",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/x009/x223/x372/x036/x854/x775/808",
                "tile/entries/x999/x999/x999/x999/x999/x999/x999/999")) {
            assertThat(TilePath.parse(bad)).as(bad).isInstanceOf(Parsed.Malformed.class);
        }
    }

    @Test
    @DisplayName("have the rows of tiles that the tree's size asks for")
    void rows() {
        Vectors.block("tile_paths").path("tiles_by_tree_size").propertyStream().forEach(c -> {
            List<TilePath.Row> wanted = new ArrayList<>();
            c.getValue()
                    .forEach(row -> wanted.add(new TilePath.Row(
                            row.path("level").asInt(),
                            row.path("full").asLong(),
                            row.path("partial_width").asInt())));
            assertThat(TilePath.rows(Long.parseLong(c.getKey()))).isEqualTo(wanted);
        });
    }

    @Test
    @DisplayName("read and write the entry bundle, tile and checkpoints of the reference log")
    void referenceLog() {
        JsonNode log = Vectors.block("tiled_log");
        byte[] bundle = HexFormat.of().parseHex(log.path("entries_000_p15_hex").asString());
        List<byte[]> entries = EntryBundle.decode(bundle).orElseThrow();
        assertThat(entries.stream().map(entry -> new String(entry, StandardCharsets.UTF_8)))
                .isEqualTo(Vectors.items(log.path("entries_utf8"))
                        .map(JsonNode::asString)
                        .toList());
        assertThat(EntryBundle.encode(entries)).isEqualTo(bundle);
        assertThat(EntryBundle.decode(Arrays.copyOf(bundle, bundle.length - 1))).isInstanceOf(Parsed.Malformed.class);

        VerifierKey key = VerifierKey.parse(log.path("vkey").asString()).orElseThrow();
        Frontier frontier = Frontier.empty();
        assertThat(log.path("checkpoints_by_size").size()).isEqualTo(16);
        for (int size = 0; size < 16; size++) {
            String text =
                    log.path("checkpoints_by_size").path(Integer.toString(size)).asString();
            Note note = Note.parse(text).orElseThrow();
            assertThat(note.verify(List.of(key))).isInstanceOf(NoteCheck.Signed.class);
            assertThat(Checkpoint.parse(note.text()).orElseThrow())
                    .isEqualTo(new Checkpoint(key.name(), new TreeHead(size, frontier.root())));
            if (size < 15) {
                frontier.append(MerkleTree.leaf(entries.get(size)));
            }
        }
    }

    @Test
    @DisplayName("refuse malformed checkpoints")
    void badCheckpoints() {
        Vectors.block("checkpoint_parse")
                .path("invalid")
                .forEach(bad -> assertThat(Checkpoint.parse(bad.asString()))
                        .as(bad.asString())
                        .isInstanceOf(Parsed.Malformed.class));
    }

    @Test
    @DisplayName("read, write and refuse proofs as the reference does")
    void proofs() {
        JsonNode block = Vectors.block("tlog_proof");
        block.path("format_only_valid")
                .forEach(c -> assertThat(
                                TlogProof.parse(c.asString()).orElseThrow().text())
                        .isEqualTo(c.asString()));
        block.path("invalid")
                .forEach(c -> assertThat(TlogProof.parse(c.asString()))
                        .as(c.asString())
                        .isInstanceOf(Parsed.Malformed.class));
        String text = block.path("full_valid").path("text").asString();
        TlogProof proof = TlogProof.parse(text).orElseThrow();
        assertThat(proof.text()).isEqualTo(text);
        Checkpoint checkpoint = Checkpoint.parse(
                        Note.parse(proof.checkpoint()).orElseThrow().text())
                .orElseThrow();
        assertThat(MerkleTree.checkInclusion(
                        MerkleTree.leaf(Leaves.entry("six")),
                        proof.index(),
                        checkpoint.head().size(),
                        proof.path(),
                        checkpoint.head().root()))
                .isEqualTo(new ProofCheck.Holds());
        assertThat(MerkleTree.leaf(Leaves.entry("six")))
                .hasToString(block.path("full_valid").path("leaf_hash").asString());
    }
}
