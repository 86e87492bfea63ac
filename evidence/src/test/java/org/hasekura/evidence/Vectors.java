package org.hasekura.evidence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The shared golden vectors; tests that need them are skipped with a message where the folder is absent. */
final class Vectors {

    private Vectors() {}

    static JsonNode block(String name) {
        Path file = Path.of(System.getProperty("hasekura.shared", "/nowhere"), "evidence", "vectors.json");
        assumeTrue(Files.exists(file), "skipped: the shared vectors are not at " + file);
        return new ObjectMapper().readTree(file.toFile()).path(name);
    }

    static Stream<JsonNode> items(JsonNode array) {
        return array.valueStream();
    }

    static List<Hash> hexHashes(JsonNode array) {
        List<Hash> hashes = new ArrayList<>();
        array.forEach(item -> hashes.add(Hash.parseHex(item.asString()).orElseThrow()));
        return hashes;
    }
}
