package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hasekura.law.Law;
import org.hasekura.law.OpenData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("law gap and law publish")
final class LawGapCommandTest {
    private record Ended(int status, String out, String err) {}

    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Ended(command.execute(arguments), out.toString(), err.toString());
    }

    @Test
    @DisplayName("tell the gaps of a country on a day, in English and Japanese")
    void country() {
        Ended before = run("law", "gap", "GE", "--on", "2026-03-01");
        assertThat(before.status()).as(before.err()).isZero();
        assertThat(before.out())
                .startsWith("Gaps against WP254 on 2026-03-01: Georgia\n")
                .contains("Known gaps that nothing else makes up: A9\n", "assess again then");
        assertThat(run("law", "gap", "georgia", "--on", "2026-03-02").out())
                .contains("Known gaps that nothing else makes up: A9, B1, B2\n");
        assertThat(run("law", "gap", "GE", "--on", "2026-03-02", "--lang", "ja").out())
                .contains("他で補えない既知のギャップ:A9, B1, B2");
    }

    @Test
    @DisplayName("tell every country in one table, as JSON lines and as comma-separated values")
    void all() {
        assertThat(run("law", "gap", "--all", "--on", "2026-09-01").out().lines())
                .hasSizeGreaterThan(44 + 3);
        assertThat(run("law", "gap", "--all", "--on", "2026-09-01", "--json")
                        .out()
                        .lines())
                .hasSize(44)
                .allMatch(line -> line.startsWith("{\"country\":"));
        assertThat(run("law", "gap", "--all", "--on", "2026-09-01", "--csv")
                        .out()
                        .lines())
                .hasSize(1 + 44 * 49);
    }

    @Test
    @DisplayName("end with 1 for a country without facts, with 2 on wrong use")
    void refused() {
        Ended japan = run("law", "gap", "JP");
        assertThat(japan.status()).isEqualTo(1);
        assertThat(japan.err()).contains("no structure of `JP`", "GE");
        assertThat(run("law", "gap").status()).isEqualTo(2);
        assertThat(run("law", "gap", "GE", "--all").status()).isEqualTo(2);
        assertThat(run("law", "gap", "GE", "--json", "--csv").status()).isEqualTo(2);
        assertThat(run("law", "gap", "GE", "--on", "soon").status()).isEqualTo(2);
    }

    @Test
    @DisplayName("write the open data into a folder, the same bytes again")
    void publish(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("new").resolve("data");
        Ended ended = run("law", "publish", "--out", out.toString());
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("written to " + out);
        for (var file : OpenData.files(Law.load()).entrySet()) {
            assertThat(Files.readAllBytes(out.resolve(file.getKey()))).isEqualTo(file.getValue());
        }
        assertThat(run("law", "publish", "--json", "--out", out.toString()).out())
                .contains("\"files\":[\"LICENCE.txt\",\"README.md\"");
        Path taken = Files.writeString(folder.resolve("file"), "x");
        assertThat(run("law", "publish", "--out", taken.toString()).status()).isEqualTo(1);
    }
}
