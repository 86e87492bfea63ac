package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hasekura.evidence.testing.MemoryTileStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("The tiled log (C2SP tlog-tiles)")
class TiledLogTest {

    private final MemoryTileStore store = new MemoryTileStore();

    private static List<byte[]> entries(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Leaves.entry("entry-%03d".formatted(i)))
                .toList();
    }

    @Test
    @DisplayName("writes the tile and bundle of the reference log, byte for byte")
    void reference() throws IOException {
        JsonNode block = Vectors.block("tiled_log");
        TiledLog log = TiledLog.empty(store);
        log.append(Vectors.items(block.path("entries_utf8"))
                .map(entry -> Leaves.entry(entry.asString()))
                .toList());
        log.publish();
        assertThat(store.files()).containsOnlyKeys("tile/0/000.p/15", "tile/entries/000.p/15");
        assertThat(HexFormat.of().formatHex(store.files().get("tile/0/000.p/15")))
                .isEqualTo(block.path("tile_0_000_p15_hex").asString());
        assertThat(HexFormat.of().formatHex(store.files().get("tile/entries/000.p/15")))
                .isEqualTo(block.path("entries_000_p15_hex").asString());
    }

    @Test
    @DisplayName("has at every published size the tiles that size asks for, and the right root")
    void tilesBySize() throws IOException {
        TiledLog log = TiledLog.empty(store);
        Frontier frontier = Frontier.empty();
        long before = 0;
        for (int size : new int[] {1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000}) {
            List<byte[]> more = entries((int) before, size);
            assertThat(log.append(more)).isEqualTo(before);
            more.forEach(entry -> frontier.append(MerkleTree.leaf(entry)));
            TreeHead head = log.publish();
            assertThat(head).isEqualTo(new TreeHead(size, frontier.root()));
            assertThat(MerkleTree.root(size, new TileReader(store, size))).isEqualTo(head.root());
            for (TilePath.Row row : TilePath.rows(size)) {
                if (row.partialWidth() > 0) {
                    assertThat(store.files())
                            .containsKey(new TilePath(row.level(), row.full(), row.partialWidth()).path());
                }
                if (row.full() > 0) {
                    assertThat(store.files())
                            .containsKey(new TilePath(row.level(), row.full() - 1, TilePath.FULL).path());
                }
            }
            before = size;
        }
        assertThat(Frontier.at(70_000, log).root()).isEqualTo(frontier.root());
    }

    @Test
    @DisplayName("proves any entry at any size since, and any two sizes consistent (seeded)")
    void proofs() throws IOException {
        Random random = new Random(6962);
        TiledLog log = TiledLog.empty(store);
        List<TreeHead> heads = new ArrayList<>();
        for (int size = 1; size <= 1500; size++) {
            log.append(entries(size - 1, size));
            heads.add(log.head());
        }
        for (int i = 0; i < 2000; i++) {
            TreeHead head = heads.get(random.nextInt(heads.size()));
            long index = random.nextLong(head.size());
            assertThat(MerkleTree.checkInclusion(
                            MerkleTree.leaf(log.entry(index)),
                            index,
                            head.size(),
                            log.inclusionProof(index, head.size()),
                            head.root()))
                    .isEqualTo(new ProofCheck.Holds());
            TreeHead old = heads.get(random.nextInt((int) head.size()));
            assertThat(MerkleTree.checkConsistency(
                            old.size(),
                            old.root(),
                            head.size(),
                            head.root(),
                            log.consistencyProof(old.size(), head.size())))
                    .isEqualTo(new ProofCheck.Holds());
        }
    }

    @Test
    @DisplayName("reopened at a published size goes on as if it had never stopped")
    void reopen() throws IOException {
        TiledLog straight = TiledLog.empty(new MemoryTileStore());
        straight.append(entries(0, 1300));
        for (int size : new int[] {0, 1, 255, 256, 300, 512, 1024, 1299}) {
            MemoryTileStore files = new MemoryTileStore();
            TiledLog first = TiledLog.empty(files);
            first.append(entries(0, size));
            TreeHead head = first.publish();
            first.append(entries(size, 1300));
            TiledLog again = TiledLog.open(files, head);
            assertThat(again.size()).isEqualTo(size);
            again.append(entries(size, 1300));
            assertThat(again.publish()).isEqualTo(straight.head());
        }
    }

    @Test
    @DisplayName("reopened finds a partial tile replaced by its full one")
    void partialGone() throws IOException {
        TiledLog log = TiledLog.empty(store);
        log.append(entries(0, 300));
        TreeHead head = log.publish();
        log.append(entries(300, 600));
        log.publish();
        store.files().remove("tile/0/001.p/44");
        store.files().remove("tile/entries/001.p/44");
        assertThat(TiledLog.open(store, head).head()).isEqualTo(head);
    }

    @Test
    @DisplayName("is not opened over damaged or missing tiles, and says what is wrong")
    void damaged() throws IOException {
        TiledLog log = TiledLog.empty(store);
        log.append(entries(0, 300));
        TreeHead head = log.publish();
        assertThatThrownBy(() -> TiledLog.open(store, new TreeHead(300, MerkleTree.EMPTY_ROOT)))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("have the root");
        for (String path : List.of("tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/001.p/44")) {
            byte[] right = store.read(path).orElseThrow();
            byte[] wrong = right.clone();
            wrong[wrong.length - 1] ^= 1;
            store.files().put(path, wrong);
            assertThatThrownBy(() -> TiledLog.open(store, head)).as(path).isInstanceOf(LogDamagedException.class);
            store.files().remove(path);
            assertThatThrownBy(() -> TiledLog.open(store, head)).hasMessageContaining("`" + path + "` is missing");
            store.files().put(path, right);
        }
        assertThat(TiledLog.open(store, head).head()).isEqualTo(head);
    }

    @Test
    @DisplayName(
            "refuses everything after a failed write; reopened and appended anew it is whole, for every write that can fail")
    void failures() throws IOException {
        TiledLog whole = TiledLog.empty(new MemoryTileStore());
        whole.append(entries(0, 600));
        for (int writes = 0; writes < 7; writes++) {
            for (boolean after : new boolean[] {false, true}) {
                MemoryTileStore files = new MemoryTileStore();
                TiledLog log = TiledLog.empty(files);
                log.append(entries(0, 100));
                TreeHead head = log.publish();
                if (after) {
                    files.failAfter(writes);
                } else {
                    files.failBefore(writes);
                }
                assertThatThrownBy(() -> {
                            log.append(entries(100, 600));
                            log.publish();
                        })
                        .hasMessageContaining("made to fail");
                assertThatThrownBy(() -> log.append(entries(0, 1))).hasMessageContaining("open it again");
                assertThatThrownBy(log::publish).hasMessageContaining("open it again");
                files.heal();
                TiledLog again = TiledLog.open(files, head);
                again.append(entries(100, 600));
                assertThat(again.publish()).isEqualTo(whole.head());
            }
        }
    }

    @Test
    @DisplayName("takes entries up to 65,535 bytes, and nothing at all of a batch with a longer one")
    void longest() throws IOException {
        TiledLog log = TiledLog.empty(store);
        log.append(List.of(new byte[EntryBundle.ENTRY_BYTES_MAX], new byte[0]));
        assertThatThrownBy(() -> log.append(List.of(new byte[1], new byte[EntryBundle.ENTRY_BYTES_MAX + 1])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.publish().size()).isEqualTo(2);
        assertThat(TiledLog.open(store, log.head()).entry(0)).hasSize(EntryBundle.ENTRY_BYTES_MAX);
    }
}
