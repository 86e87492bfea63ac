package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("The Merkle tree (RFC 6962, RFC 9162)")
class MerkleTreeTest {

    private static final Set<String> NOT_32_BYTES =
            Set.of("testdata/consistency/additional/sizes-are-equal-one-and-proof-is-empty.json");

    @Test
    @DisplayName("has the hashes and roots of the reference tree of 8 leaves")
    void referenceTree() {
        JsonNode block = Vectors.block("rfc6962_tree");
        List<Hash> leaves = Vectors.items(block.path("leaf_inputs"))
                .map(leaf -> MerkleTree.leaf(HexFormat.of().parseHex(leaf.asString())))
                .toList();
        List<Hash> roots = Vectors.hexHashes(block.path("root_by_size"));
        Frontier frontier = Frontier.empty();
        assertThat(frontier.root()).isEqualTo(roots.getFirst());
        for (int size = 1; size <= 8; size++) {
            frontier.append(leaves.get(size - 1));
            assertThat(frontier.root()).isEqualTo(roots.get(size));
            assertThat(Leaves.mth(leaves.subList(0, size))).isEqualTo(roots.get(size));
        }
        List<Hash> level = leaves;
        for (JsonNode hashes : block.path("node_hashes_by_level")) {
            assertThat(level).isEqualTo(Vectors.hexHashes(hashes));
            List<Hash> above = new ArrayList<>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(MerkleTree.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
    }

    @Test
    @DisplayName("makes and accepts every proof of the reference tree")
    void allProofs() throws IOException {
        JsonNode tree = Vectors.block("rfc6962_tree");
        List<Hash> leaves = Vectors.items(tree.path("leaf_inputs"))
                .map(leaf -> MerkleTree.leaf(HexFormat.of().parseHex(leaf.asString())))
                .toList();
        List<Hash> roots = Vectors.hexHashes(tree.path("root_by_size"));
        assertProofs(Vectors.block("rfc6962_all_proofs_8_leaves"), leaves, size -> roots.get((int) size), 36, 36);
    }

    @Test
    @DisplayName("makes and accepts the proofs of a tree of 300 leaves, across a tile's border")
    void computedTree() throws IOException {
        JsonNode block = Vectors.block("computed_300_leaf_tree");
        List<Hash> leaves = Leaves.some(300);
        block.path("roots")
                .propertyStream()
                .forEach(root -> assertThat(Leaves.mth(leaves.subList(0, Integer.parseInt(root.getKey()))))
                        .hasToString(root.getValue().asString()));
        assertProofs(block, leaves, size -> Leaves.mth(leaves.subList(0, (int) size)), 8, 9);
    }

    private interface Roots {
        Hash at(long size);
    }

    private static void assertProofs(JsonNode block, List<Hash> leaves, Roots roots, int inclusions, int consistencies)
            throws IOException {
        HashReader reader = Leaves.reader(leaves);
        assertThat(block.path("inclusion")).hasSize(inclusions);
        for (JsonNode proof : block.path("inclusion")) {
            long index = proof.path("index").asLong();
            long size = proof.path("size").asLong();
            List<Hash> path = Vectors.hexHashes(proof.path("proof"));
            assertThat(MerkleTree.inclusionProof(index, size, reader)).isEqualTo(path);
            assertThat(MerkleTree.checkInclusion(leaves.get((int) index), index, size, path, roots.at(size)))
                    .isEqualTo(new ProofCheck.Holds());
        }
        assertThat(block.path("consistency")).hasSize(consistencies);
        for (JsonNode proof : block.path("consistency")) {
            long from = proof.path("size1").asLong();
            long to = proof.path("size2").asLong();
            List<Hash> path = Vectors.hexHashes(proof.path("proof"));
            assertThat(MerkleTree.consistencyProof(from, to, reader)).isEqualTo(path);
            assertThat(MerkleTree.checkConsistency(from, roots.at(from), to, roots.at(to), path))
                    .isEqualTo(new ProofCheck.Holds());
        }
    }

    @Test
    @DisplayName("answers all 98 inclusion cases of transparency-dev as wanted, the bad ones refused")
    void inclusionVectors() {
        int cases = 0;
        for (JsonNode c : Vectors.block("inclusion_vectors").path("cases")) {
            cases++;
            boolean holds = hash(c, "root").isPresent()
                    && hash(c, "leafHash").isPresent()
                    && hashes(c.path("proof")).isPresent()
                    && MerkleTree.checkInclusion(
                                    hash(c, "leafHash").get(),
                                    number(c, "leafIdx"),
                                    number(c, "treeSize"),
                                    hashes(c.path("proof")).get(),
                                    hash(c, "root").get())
                            instanceof ProofCheck.Holds;
            assertThat(holds)
                    .as(c.path("file").asString())
                    .isEqualTo(!c.path("wantErr").asBoolean());
        }
        assertThat(cases).isEqualTo(98);
    }

    @Test
    @DisplayName("answers all 98 consistency cases as wanted; a root that is not 32 bytes is refused, unlike there")
    void consistencyVectors() {
        int cases = 0;
        for (JsonNode c : Vectors.block("consistency_vectors").path("cases")) {
            cases++;
            boolean holds = hash(c, "root1").isPresent()
                    && hash(c, "root2").isPresent()
                    && hashes(c.path("proof")).isPresent()
                    && MerkleTree.checkConsistency(
                                    number(c, "size1"),
                                    hash(c, "root1").get(),
                                    number(c, "size2"),
                                    hash(c, "root2").get(),
                                    hashes(c.path("proof")).get())
                            instanceof ProofCheck.Holds;
            String file = c.path("file").asString();
            boolean wanted = !c.path("wantErr").asBoolean() && !NOT_32_BYTES.contains(file);
            assertThat(holds).as(file).isEqualTo(wanted);
        }
        assertThat(cases).isEqualTo(98);
    }

    /** Sizes up to 2^64-1 occur; beyond 2^63-1 they become negative here, which no proof holds for. */
    private static long number(JsonNode c, String name) {
        return c.path(name).bigIntegerValue().longValue();
    }

    private static Optional<Hash> hash(JsonNode c, String name) {
        return hash(c.path(name));
    }

    private static Optional<Hash> hash(JsonNode node) {
        byte[] bytes = Base64.getDecoder().decode(node.asString(""));
        return bytes.length == Hash.BYTES ? Optional.of(Hash.of(bytes)) : Optional.empty();
    }

    private static Optional<List<Hash>> hashes(JsonNode array) {
        List<Hash> hashes = new ArrayList<>();
        for (JsonNode item : array) {
            if (hash(item).isEmpty()) {
                return Optional.empty();
            }
            hashes.add(hash(item).get());
        }
        return Optional.of(hashes);
    }

    @Test
    @DisplayName("proves what it should at all sizes up to 70, and no changed proof holds (seeded)")
    void everySize() throws IOException {
        Random random = new Random(20261121);
        List<Hash> leaves = Leaves.some(70);
        HashReader reader = Leaves.reader(leaves);
        for (int size = 1; size <= 70; size++) {
            Hash root = Leaves.mth(leaves.subList(0, size));
            assertThat(MerkleTree.root(size, reader)).isEqualTo(root);
            for (int i = 0; i < size; i++) {
                List<Hash> path = MerkleTree.inclusionProof(i, size, reader);
                Hash leaf = leaves.get(i);
                assertThat(MerkleTree.checkInclusion(leaf, i, size, path, root)).isEqualTo(new ProofCheck.Holds());
                assertFails(MerkleTree.checkInclusion(leaves.get((i + 1) % 70), i, size, path, root));
                int other = random.nextInt(size + 3);
                if (other != i) {
                    assertFails(MerkleTree.checkInclusion(leaf, other, size, path, root));
                }
                for (List<Hash> changed : changes(path, random)) {
                    assertFails(MerkleTree.checkInclusion(leaf, i, size, changed, root));
                }
            }
            for (int from = 1; from <= size; from++) {
                Hash old = Leaves.mth(leaves.subList(0, from));
                List<Hash> path = MerkleTree.consistencyProof(from, size, reader);
                assertThat(MerkleTree.checkConsistency(from, old, size, root, path))
                        .isEqualTo(new ProofCheck.Holds());
                assertFails(MerkleTree.checkConsistency(from, flipped(old, random), size, root, path));
                assertFails(MerkleTree.checkConsistency(from, old, size, flipped(root, random), path));
                for (List<Hash> changed : changes(path, random)) {
                    assertFails(MerkleTree.checkConsistency(from, old, size, root, changed));
                }
            }
        }
    }

    private static void assertFails(ProofCheck check) {
        assertThat(check).isInstanceOf(ProofCheck.Fails.class);
    }

    /** One hash flipped, one left out, one too many at either end. */
    private static List<List<Hash>> changes(List<Hash> path, Random random) {
        List<List<Hash>> changes = new ArrayList<>();
        List<Hash> longer = new ArrayList<>(path);
        longer.add(MerkleTree.EMPTY_ROOT);
        changes.add(longer);
        List<Hash> before = new ArrayList<>(path);
        before.addFirst(MerkleTree.EMPTY_ROOT);
        changes.add(before);
        if (!path.isEmpty()) {
            int at = random.nextInt(path.size());
            List<Hash> flip = new ArrayList<>(path);
            flip.set(at, flipped(path.get(at), random));
            changes.add(flip);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(at);
            changes.add(shorter);
        }
        return changes;
    }

    private static Hash flipped(Hash hash, Random random) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
        return Hash.of(bytes);
    }
}
