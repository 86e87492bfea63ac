package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Random;
import org.hasekura.identity.NodeKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the data folder of a node")
class DataFolderTest {

    @TempDir
    private Path parent = Path.of("");

    private Path root() {
        return parent.resolve("node/data");
    }

    @Test
    @DisplayName("belongs to one node at a time")
    void locked() throws IOException {
        try (DataFolder _ = DataFolder.open(root())) {
            assertThatThrownBy(() -> DataFolder.open(root()))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining("another node works in `" + root() + "`");
        }
        DataFolder.open(root()).close();
    }

    @Test
    @DisplayName("is closed to other users, and so is what is kept in it")
    void rights() throws IOException {
        try (DataFolder folder = DataFolder.open(root())) {
            folder.kept("secret", () -> new byte[] {1});
            assertThat(rights(root())).isEqualTo("rwx------");
            assertThat(rights(folder.path("secret"))).isEqualTo("rw-------");
            assertThat(rights(folder.folder("received"))).isEqualTo("rwx------");
        }
    }

    @Test
    @DisplayName("keeps a port for ever once it was chosen")
    void ports() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        int chosen;
        try (DataFolder folder = DataFolder.open(root())) {
            chosen = folder.keptPort("dsp", loopback);
        }
        try (DataFolder folder = DataFolder.open(root())) {
            assertThat(folder.keptPort("dsp", loopback)).isEqualTo(chosen).isPositive();
            Files.writeString(folder.path("dsp.port"), "99999");
            assertThatThrownBy(() -> folder.keptPort("dsp", loopback)).hasMessageContaining("holds no port");
        }
    }

    @Test
    @DisplayName("keeps the keys, and says when one was damaged")
    void keys() throws IOException {
        NodeKeys made;
        try (DataFolder folder = DataFolder.open(root())) {
            made = NodeKeyFiles.open(folder, new SecureRandom());
        }
        try (DataFolder folder = DataFolder.open(root())) {
            NodeKeys again = NodeKeyFiles.open(folder, new SecureRandom());
            assertThat(again.token().publicKeyBytes()).isEqualTo(made.token().publicKeyBytes());
            assertThat(again.log().publicKeyBytes()).isNotEqualTo(made.token().publicKeyBytes());
            Files.write(folder.path("token-1.key"), new byte[] {1, 2, 3});
            assertThatThrownBy(() -> NodeKeyFiles.open(folder, new SecureRandom()))
                    .hasMessageContaining("is damaged");
        }
    }

    @Test
    @DisplayName("tells the management token once and keeps its hash alone")
    void token() throws IOException {
        String told;
        try (DataFolder folder = DataFolder.open(root())) {
            ManagementToken token = ManagementToken.of(folder, new Random(1));
            told = token.toTellOnce().orElseThrow();
            assertThat(token.admits(told)).isTrue();
            assertThat(Files.readString(folder.path("management-token.sha256"))).doesNotContain(told);
        }
        try (DataFolder folder = DataFolder.open(root())) {
            ManagementToken token = ManagementToken.of(folder, new Random(2));
            assertThat(token.toTellOnce()).isEmpty();
            assertThat(token.admits(told)).isTrue();
            assertThat(token.admits(told + "x")).isFalse();
            assertThat(token.admits("")).isFalse();
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
