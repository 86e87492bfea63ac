package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("The partnership commands")
class PartnershipCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder = Path.of("");

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    private String changes(String json) throws IOException {
        return Files.writeString(folder.resolve("changes.json"), json).toString();
    }

    @Test
    @DisplayName("list, show and follow commitments in both languages, and say what is not known")
    void shown() {
        assertThat(run("partnership", "list", "arctic", "--point", "infrastructure"))
                .isZero();
        assertThat(out.toString()).contains("MOC-SUB-02", "of 136 commitments", "gap: 4th Digital Partnership Council");
        assertThat(run("partnership", "show", "DPC2-05", "--lang", "ja")).isZero();
        assertThat(out.toString()).contains("該当段落は未読", "なし(政治的約束)");
        assertThat(run("partnership", "chain", "EPA-P-01")).isZero();
        assertThat(out.toString()).contains("EPA-04", "EPA-P-04", "follows EPA-P-01");
        assertThat(run("partnership", "timeline", "--from", "2026-12-01", "--to", "2027-12-31"))
                .isZero();
        assertThat(out.toString()).contains("2027-07-01").doesNotContain("2019-");
        assertThat(run("partnership", "compass")).isZero();
        assertThat(out.toString())
                .contains("infrastructure: 5G coverage", "98.4 (FY2024 end (Mar 2025), improving) I05");
        assertThat(run("partnership", "autonomy")).isZero();
        assertThat(out.toString()).contains("70–100", "cloud", "– not known", "same partner for: R_GA");
        assertThat(run("partnership", "list", "--standing", "notEvidenced", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"standing\" : \"notEvidenced\"");
    }

    @Test
    @DisplayName("refuse what is not there with 1 and wrong use with 2, in words that help")
    void refused() {
        assertThat(run("partnership", "show", "DPC9-01")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no commitment `DPC9-01`");
        assertThat(run("partnership", "list", "--point", "north")).isEqualTo(2);
        assertThat(err.toString()).contains("--point is `north`; expected one of infrastructure");
        assertThat(run("partnership")).isEqualTo(2);
        assertThat(run("partnership", "list", "--register", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("partnership init");
    }

    @Test
    @DisplayName("write the register as open data")
    void exported() throws IOException {
        assertThat(run(
                        "partnership",
                        "export",
                        "--out",
                        folder.resolve("open").toString(),
                        "--base",
                        "https://example.org/p"))
                .isZero();
        assertThat(Files.readString(folder.resolve("open/register.jsonld")))
                .contains("https://example.org/p/register.csv", "creativecommons.org/licenses/by/4.0");
        assertThat(Files.readAllLines(folder.resolve("open/register.csv"))).hasSize(137);
        assertThat(Files.readAllLines(folder.resolve("open/events.jsonl"))).hasSizeGreaterThan(136);
    }

    @Test
    @DisplayName("take changes signed for one's own seat, and show them with who and why")
    void changed() throws IOException {
        String register = folder.resolve("tokyo").toString();
        assertThat(run("partnership", "init", register, "--seat", "jp")).isZero();
        assertThat(out.toString()).startsWith("jp MCow");
        assertThat(run("partnership", "init", register, "--seat", "jp")).isEqualTo(1);
        String report = changes("""
                [{"change": "report", "what": {"about": "LOI-Q-03", "side": "jp", "standing": "limited", "words": "dates are sought"}},
                 {"change": "expect", "what": {"about": "LOI-Q-03", "date": "2026-10"}}]
                """);
        assertThat(run(
                        "partnership",
                        "change",
                        report,
                        "--register",
                        register,
                        "--by",
                        "K. Sato",
                        "--reason",
                        "half-year report"))
                .as(err.toString())
                .isZero();
        assertThat(run("partnership", "show", "LOI-Q-03", "--register", register))
                .isZero();
        assertThat(out.toString())
                .contains("dates are sought", "expected         2026-10", "K. Sato: report (half-year report)");
        assertThat(run("partnership", "assess", "--on", "2026-11-22", "--register", register))
                .isZero();
        assertThat(out.toString()).contains("LOI-Q-03", "22 days late (2026-10-31, expected)");
        assertThat(run("partnership", "assess", "--publish", "--on", "2026-12-22", "--register", register))
                .isZero();
        assertThat(out.toString()).contains("no answer; it was due on 2026-12-01");
        assertThat(run("partnership", "agenda", "--on", "2026-11-22", "--lang", "ja", "--register", register))
                .isZero();
        assertThat(out.toString()).contains("議題案 2026-11-22", "22日超過", "本文未入手");

        String forged = changes("""
                {"change": "report", "what": {"about": "LOI-Q-03", "side": "eu", "standing": "completed", "words": "they did"}}
                """);
        assertThat(run("partnership", "change", forged, "--register", register, "--by", "K. Sato", "--reason", "x"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("one side cannot speak for the other");
        String unknown = changes("{\"change\": \"report\", \"what\": {\"about\": \"X-1\"}}");
        assertThat(run("partnership", "change", unknown, "--register", register, "--by", "K", "--reason", "x"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("`[0].what.side` is missing; expected one of eu, jp");
    }

    @Test
    @DisplayName("refuse a register in which somebody changed a line by hand")
    void tampered() throws IOException {
        Path register = folder.resolve("brussels");
        assertThat(run("partnership", "init", register.toString(), "--seat", "eu"))
                .isZero();
        Path events = register.resolve("events.jsonl");
        Files.writeString(events, Files.readString(events).replaceFirst("compiled", "compiied"));
        assertThat(run("partnership", "list", "--register", register.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is not the hash of the event");
    }
}
