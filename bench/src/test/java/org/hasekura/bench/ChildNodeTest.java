package org.hasekura.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A node that is measured")
class ChildNodeTest {

    @Test
    @DisplayName("is started with the options of the launcher")
    void sameOptions() throws IOException {
        assertThat(Files.readString(Path.of("..", "hasekura")))
                .contains("calm='" + String.join(" ", ChildNode.LAUNCHER) + "'");
    }
}
