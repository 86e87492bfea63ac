package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hasekura.node.Main;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("docs/first-exchange.md")
class FirstExchangeTest {

    private static final long SECONDS_MAX = 300;

    @TempDir
    Path folder = Path.of("");

    @Test
    @DisplayName("leads from nothing to data with their proof, by exactly the commands that stand there")
    void commands() throws IOException, InterruptedException {
        String page = Files.readString(Path.of(System.getProperty("hasekura.home"), "docs", "first-exchange.md"));
        List<String> blocks = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(blocks).hasSizeGreaterThan(7);
        launcher();
        // Each command must do what the page says; whatever goes wrong, no node is left behind.
        String script = "set -eu\ntrap 'kill ${RHEINWERK:-} ${KITAKAMI:-} 2>/dev/null || true' EXIT\n"
                + String.join("\n", blocks);
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean hasEnded = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
        process.destroy();
        String told = Files.readString(said);
        assertThat(hasEnded).as(told).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
        assertThat(told).contains("battery-footprint", "negotiation.finalized", "transfer.completed", "the same bytes");
        assertThat(Files.size(folder.resolve("first/receipt.json"))).isPositive();
    }

    /** Stands for `./hasekura` of a folder in which everything is built. */
    private void launcher() throws IOException {
        String command = String.join(
                " ",
                ChildJvm.of(ChildJvm.quick(), Main.class, List.of()).command().stream()
                        .map(each -> "'" + each + "'")
                        .toList());
        Path launcher = Files.writeString(folder.resolve("hasekura"), "#!/bin/sh\nexec " + command + " \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
