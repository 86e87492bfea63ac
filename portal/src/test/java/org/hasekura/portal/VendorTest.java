package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What others made, under vendor/,")
class VendorTest {

    private static final Path VENDOR =
            Path.of(System.getProperty("hasekura.home", ".."), "portal/src/main/resources/org/hasekura/portal/vendor");

    @Test
    @DisplayName("is what VENDOR.sha256 lists, byte for byte, and nothing else")
    void hashes() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(VENDOR.resolve("VENDOR.sha256"))) {
            listed.put(line.substring(66), line.substring(0, 64));
        }
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(VENDOR)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                found.put(VENDOR.relativize(each).toString(), sha256(Files.readAllBytes(each)));
            }
        }
        found.remove("VENDOR.sha256");
        assertThat(found).isEqualTo(listed);
    }

    @Test
    @DisplayName("has a licence in each of its folders, and a version in its name")
    void licences() throws IOException {
        try (Stream<Path> folders = Files.list(VENDOR)) {
            assertThat(folders.filter(Files::isDirectory)).isNotEmpty().allSatisfy(folder -> {
                assertThat(folder.resolve("LICENSE")).isNotEmptyFile();
                assertThat(folder.getFileName().toString()).matches("[a-z-]+-[0-9]+\\.[0-9]+\\.[0-9]+");
            });
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
