package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder that is offered")
final class FolderArchiveTest {

    @TempDir
    Path root = Path.of("");

    private Path allowed = Path.of("");
    private Path offered = Path.of("");

    @BeforeEach
    void fill() throws IOException {
        allowed = Files.createDirectory(root.resolve("allowed"));
        offered = Files.createDirectory(allowed.resolve("offered"));
        Files.createDirectories(offered.resolve("b/empty"));
        Files.writeString(offered.resolve("b/1.csv"), "one");
        Files.writeString(offered.resolve("a.csv"), "名");
    }

    private byte[] archive() throws IOException {
        var out = new ByteArrayOutputStream();
        FolderArchive.of(offered, List.of(allowed), 1_000).writeTo(out);
        return out.toByteArray();
    }

    private void refused(Path folder, String words) {
        assertThatThrownBy(() -> FolderArchive.of(folder, List.of(allowed), 1_000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(words);
    }

    @Test
    @DisplayName("is one archive of its files in the order of their paths")
    void files() throws IOException {
        List<String> found = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive()))) {
            for (Optional<ZipEntry> entry = Optional.ofNullable(zip.getNextEntry());
                    entry.isPresent();
                    entry = Optional.ofNullable(zip.getNextEntry())) {
                found.add(entry.get().getName() + " " + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(found).containsExactly("a.csv 名", "b/1.csv one");
    }

    @Test
    @DisplayName("makes the same bytes from the same files, whenever they were written")
    void deterministic() throws IOException {
        byte[] before = archive();
        Files.setLastModifiedTime(offered.resolve("a.csv"), FileTime.fromMillis(0));
        Files.delete(offered.resolve("b/1.csv"));
        Files.writeString(offered.resolve("b/1.csv"), "one");
        assertThat(archive()).isEqualTo(before);
    }

    @Test
    @DisplayName("is refused with a link in it, wherever that leads, and as a link itself")
    void links() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), "key");
        Path link = Files.createSymbolicLink(offered.resolve("b/link"), secret);
        refused(offered, "`b/link` in it is a link");
        Files.delete(link);
        Files.createSymbolicLink(offered.resolve("up"), root);
        refused(offered, "`up` in it is a link");
        Files.delete(offered.resolve("up"));
        refused(Files.createSymbolicLink(allowed.resolve("other"), root), "it is no folder");
    }

    @Test
    @DisplayName("lies in a folder that the operator has named, by its real path, and is neither empty nor too large")
    void places() throws IOException {
        Path outside = Files.createDirectory(root.resolve("allowed-not"));
        Files.writeString(outside.resolve("x"), "x");
        refused(outside, "`data.folders`");
        refused(allowed.resolve("../allowed-not"), "`data.folders`");
        Files.createSymbolicLink(allowed.resolve("in"), root);
        refused(allowed.resolve("in/allowed-not"), "`data.folders`");
        assertThatThrownBy(() -> FolderArchive.of(offered, List.of(), 1_000)).hasMessageContaining("`data.folders`");
        refused(Files.createDirectory(allowed.resolve("nothing")), "no file in it");
        refused(allowed.resolve("missing"), "it is no folder");
        Files.write(offered.resolve("large"), new byte[1_001]);
        refused(offered, "1000 bytes");
    }
}
