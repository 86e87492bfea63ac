package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hasekura.document.Block;
import org.hasekura.document.Document;
import org.hasekura.document.Docx;
import org.hasekura.document.Pdf;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The papers of the partnership")
class PartnershipPapersTest {

    /** Made up, in our own words. */
    private static final List<String> STATEMENT = List.of(
            "The fourth meeting was held in Brussels.",
            "Both sides will test the early-warning mechanism for semiconductors once a year, and METI and DG CONNECT are to"
                    + " report on it before the end of 2027.",
            "They welcomed progress.",
            "The fifth meeting of the Council will take place in Tokyo in 2027.");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder = Path.of("");

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int propose(Path statement, Path proposals) {
        return run(
                "partnership",
                "import",
                statement.toString(),
                "--out",
                proposals.toString(),
                "--instrument",
                "DPC4",
                "--said",
                "2026-05-07",
                "--source",
                "J01",
                "--title",
                "Joint statement",
                "--institution",
                "Council");
    }

    private static Document paper() {
        return new Document(
                "Joint statement",
                org.hasekura.document.Language.ENGLISH,
                LocalDate.of(2026, 5, 7),
                "test",
                "",
                "",
                STATEMENT.stream().map(Block::paragraph).toList());
    }

    @Test
    @DisplayName("bring the same proposals from text, DOCX and PDF, which a person confirms")
    void imported() throws IOException {
        Path text = Files.writeString(folder.resolve("statement.txt"), String.join("\n\n", STATEMENT));
        Path docx = Files.write(folder.resolve("statement.docx"), Docx.of(paper()));
        Path pdf = Files.write(folder.resolve("statement.pdf"), Pdf.of(paper()));
        for (Path each : List.of(text, docx, pdf)) {
            Path proposals = folder.resolve("proposals.json");
            assertThat(propose(each, proposals)).as(each + " " + err).isZero();
            assertThat(out.toString()).contains("semiconductors  2027", "MOC-SEMI-01");
            assertThat(Files.readString(proposals))
                    .as(each.toString())
                    .contains("Both sides will test the early-warning mechanism", "take place in Tokyo in 2027.")
                    .doesNotContain("\"sentence\" : \"They welcomed", "was held in Brussels");
        }
        confirmed(folder.resolve("proposals.json"));
    }

    private void confirmed(Path proposals) throws IOException {
        String register = folder.resolve("register").toString();
        assertThat(run("partnership", "init", register, "--seat", "eu")).isZero();
        String[] confirm = {"partnership", "confirm", proposals.toString(), "--register", register, "--by", "A. Peeters"
        };
        assertThat(run(confirm)).isEqualTo(1);
        assertThat(err.toString()).contains("a person says `enter` or `leave` of each proposal");

        String decided = Files.readString(proposals)
                .replaceFirst("\"decision\" : \"\"", "\"decision\" : \"enter\"")
                .replaceFirst("\"id\" : \"\"", "\"id\" : \"DPC4-05\"")
                .replaceFirst("\"wording\" : \"\"", "\"wording\" : \"Try the early warning each year.\"")
                .replace("\"decision\" : \"\"", "\"decision\" : \"leave\"");
        Files.writeString(proposals, decided);
        assertThat(run(confirm)).as(err.toString()).isZero();
        assertThat(run("partnership", "show", "DPC4-05", "--register", register))
                .isZero();
        assertThat(out.toString())
                .contains("Try the early warning each year.", "J01, Council, Joint statement (2026-05-07), para. ")
                .contains("follows", "A. Peeters: enter (confirmed from Joint statement)");
        assertThat(run("partnership", "list", "--register", register)).isZero();
        assertThat(out.toString()).as("the gap is closed").doesNotContain("gap: 4th");
        assertThat(run(confirm)).isEqualTo(1);
        assertThat(err.toString()).contains("there is a commitment `DPC4-05` already");
    }

    @Test
    @DisplayName("are refused when they are damaged, too large when unpacked, or nothing that can be read")
    void refused() throws IOException {
        Path proposals = folder.resolve("proposals.json");
        Path broken = Files.write(folder.resolve("broken.pdf"), "%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8));
        assertThat(propose(broken, proposals)).isEqualTo(1);
        assertThat(err.toString()).contains("is no PDF that can be read");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(propose(binary, proposals)).isEqualTo(1);
        assertThat(err.toString()).contains("neither PDF nor DOCX nor text in UTF-8");
        assertThat(propose(zip("other.docx", "other.xml", new byte[1]), proposals))
                .isEqualTo(1);
        assertThat(err.toString()).contains("has no part `word/document.xml`");
        assertThat(propose(zip("bomb.docx", "word/document.xml", new byte[(64 << 20) + 1]), proposals))
                .isEqualTo(1);
        assertThat(err.toString()).contains("unpacks to more than");
        byte[] entity = """
                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
                <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:t>&e;</w:t></w:p>
                """.getBytes(StandardCharsets.UTF_8);
        assertThat(propose(zip("entity.docx", "word/document.xml", entity), proposals))
                .isEqualTo(1);
        assertThat(proposals).doesNotExist();
    }

    private Path zip(String name, String part, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    @Test
    @DisplayName("are drafted from the register in three formats and two languages, the same each time")
    void report() throws IOException, CommandFailed {
        for (String language : List.of("en", "ja")) {
            String expected = language.equals("en") ? "Where the partnership stands" : "現状";
            for (String format : List.of("html", "pdf", "docx")) {
                Path first = folder.resolve("one." + language + "." + format);
                Path second = folder.resolve("two." + language + "." + format);
                for (Path each : List.of(first, second)) {
                    assertThat(run(
                                    "partnership",
                                    "report",
                                    "--out",
                                    each.toString(),
                                    "--on",
                                    "2026-11-22",
                                    "--lang",
                                    language))
                            .as(err.toString())
                            .isZero();
                }
                byte[] bytes = Files.readAllBytes(first);
                assertThat(Arrays.equals(bytes, Files.readAllBytes(second)))
                        .as(first.toString())
                        .isTrue();
                String text = switch (format) {
                    case "pdf" -> PdfStatement.text(bytes, "report");
                    case "docx" -> DocxStatement.text(bytes, "report");
                    default -> new String(bytes, StandardCharsets.UTF_8);
                };
                assertThat(text).as(first.toString()).contains(expected, "JICA-EIB-01", "2026-11-21");
            }
        }
        assertThat(run("partnership", "report", "--out", folder.resolve("x.txt").toString()))
                .isEqualTo(2);
    }
}
