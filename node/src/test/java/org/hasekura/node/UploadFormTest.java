package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A form that brings a file")
final class UploadFormTest {

    private static final String BOUNDARY = "----WebKitFormBoundaryX";

    @TempDir
    Path folder = Path.of("");

    private UploadForm form(long bytesMax) throws IOException {
        return new UploadForm(new PublishedFiles(folder, bytesMax, Clock.systemUTC()));
    }

    private static byte[] body(byte[] file, String fileName) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(utf8("preamble\r\n"));
        part(out, "name=\"csrf\"", utf8("right"));
        part(out, "name=\"title-ja\"", utf8("名簿"));
        part(out, "name=\"upload\"; filename=\"" + fileName + "\"\r\nContent-Type: text/csv", file);
        part(out, "name=\"empty\"", new byte[0]);
        part(out, "name=\"none\"; filename=\"\"\r\nContent-Type: application/octet-stream", new byte[0]);
        out.write(utf8("--" + BOUNDARY + "--\r\n"));
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String head, byte[] content) throws IOException {
        out.write(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n"));
        out.write(content);
        out.write(utf8("\r\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> !each.toString().endsWith(".brought")).count();
        }
    }

    /** As a slow network brings it: a few bytes at a time. */
    private static InputStream trickled(byte[] body, SplittableRandom random) {
        return new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, random.nextInt(1, 50)));
            }
        };
    }

    @Test
    @DisplayName("keeps the file as it is, whatever its bytes and however they come, and goes on as one without it")
    void wholeFiles() throws IOException {
        var random = new SplittableRandom(7);
        for (int length : new int[] {0, 1, 2, 5, 100, 65_530, 65_536, 200_000}) {
            byte[] file = new byte[length];
            random.nextBytes(file);
            // What looks like the mark, but is not it.
            byte[] like = utf8("\r\n--" + BOUNDARY.substring(0, 10) + "\r\n\r\n--\r");
            System.arraycopy(like, 0, file, 0, Math.min(like.length, length));
            UploadForm.Read read =
                    form(1_000_000).read(trickled(body(file, "data.csv"), random), BOUNDARY, "right"::equals);
            assertThat(read.isTrusted()).isTrue();
            UploadForm.Kept kept = read.file().orElseThrow();
            assertThat(Files.readAllBytes(folder.resolve(kept.sha256()))).isEqualTo(file);
            assertThat(kept.bytes()).isEqualTo(length);
            assertThat(read.fields())
                    .isEqualTo("csrf=right&title-ja=%E5%90%8D%E7%B0%BF&uploaded=" + kept.sha256()
                            + "&uploaded-name=data.csv&empty=");
        }
    }

    @Test
    @DisplayName("keeps nothing of whoever does not bring the token first")
    void untrusted() throws IOException {
        UploadForm.Read read =
                form(1_000).read(new ByteArrayInputStream(body(utf8("a,b"), "x.csv")), BOUNDARY, _ -> false);
        assertThat(read.isTrusted()).isFalse();
        assertThat(read.fields()).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    @DisplayName("keeps nothing that is too long, says so, and keeps the other answers")
    void tooLong() throws IOException {
        UploadForm.Read read =
                form(10).read(new ByteArrayInputStream(body(new byte[100_000], "x.csv")), BOUNDARY, "right"::equals);
        assertThat(read.refusal()).hasValueSatisfying(words -> assertThat(words).contains("longer than 10 bytes"));
        assertThat(read.fields()).contains("title-ja=", "upload-refused=", "empty=");
        assertThat(kept()).isZero();
    }

    @Test
    @DisplayName("keeps nothing of what did not come whole")
    void cut() throws IOException {
        byte[] whole = body(new byte[1_000], "x.csv");
        for (int end : new int[] {10, 60, 400, 700, whole.length - 20}) {
            var form = form(10_000);
            assertThatThrownBy(() -> form.read(new ByteArrayInputStream(whole, 0, end), BOUNDARY, "right"::equals))
                    .as("cut at " + end)
                    .isInstanceOf(IOException.class);
        }
        assertThat(kept()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "data.csv, data.csv",
        "/etc/passwd, passwd",
        "..\\..\\boot.ini, boot.ini",
        "../.., data",
        ".htaccess, htaccess",
        "名簿 2026.csv, 名簿 2026.csv",
        "a<b>|c?.csv, a-b--c-.csv",
        "gnp.\u202Ecsv, gnp.-csv",
    })
    @DisplayName("has a name that is one on every system")
    void names(String given, String kept) {
        assertThat(UploadForm.sanitised(given)).isEqualTo(kept);
    }

    @Test
    @DisplayName("has a name that is not too long, its ending kept")
    void longName() {
        assertThat(UploadForm.sanitised("x".repeat(500) + "𠮷.csv"))
                .endsWith("x𠮷.csv")
                .satisfies(each ->
                        assertThat(each.codePointCount(0, each.length())).isEqualTo(100));
        assertThat(Optional.of(UploadForm.sanitised(""))).contains("data");
    }
}
