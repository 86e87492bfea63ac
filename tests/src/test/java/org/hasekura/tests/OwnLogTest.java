package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When the files of a node's own log cannot be written")
class OwnLogTest {

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName("a receipt is refused as this node's fault, not the other side's, and is made once they can be")
    void receipt() throws IOException {
        try (TestNode node = TestNode.start(root, "node", "DE", "")) {
            // The node writes a file of this name each time, and renames it when it is whole.
            Path aside = node.folder().resolve("log").resolve("checkpoint.new");
            Waiting.until(() -> made(aside), isMade -> isMade);

            Api.Reply refused = node.api().post("/api/receipts", "{\"index\": 0}");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().path("type").asString()).isEqualTo("urn:hasekura:problem:storage");
            assertThat(refused.text()).contains("this node's evidence log", "no entry is lost");

            Files.delete(aside);
            Api.good(node.api().post("/api/receipts", "{\"index\": 0}"));
        }
    }

    private static boolean made(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException writing) {
            return false;
        }
    }
}
