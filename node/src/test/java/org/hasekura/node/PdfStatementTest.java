package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A statement as PDF")
class PdfStatementTest {

    private static final int BOMB_MIB = 400;

    @Test
    @DisplayName("is read for its text")
    void read() throws Exception {
        assertThat(PdfStatement.text(
                        pdf("BT /F1 12 Tf 20 100 Td (We will share.) Tj ET".getBytes(StandardCharsets.US_ASCII), ""),
                        "`a`"))
                .contains("We will share.");
    }

    @Test
    @DisplayName("that is broken anywhere, is read or refused in words")
    void broken() throws Exception {
        byte[] good = pdf("BT /F1 12 Tf 20 100 Td (We will.) Tj ET".getBytes(StandardCharsets.US_ASCII), "");
        var random = new Random(5);
        for (int round = 0; round < 6; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i < 1 + 10 * round; i++) {
                bad[5 + random.nextInt(bad.length - 5)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(PdfStatement.text(bad, "`a`")).isNotNull();
            } catch (CommandFailed refused) {
                assertThat(refused)
                        .hasMessageStartingWith("`a` is no PDF that can be read: ")
                        .hasMessageNotContaining("\n");
            }
        }
        assertThatThrownBy(() -> PdfStatement.text("%PDF-1.4 and no more".getBytes(StandardCharsets.US_ASCII), "`a`"))
                .isInstanceOf(CommandFailed.class)
                .hasMessageStartingWith("`a` is no PDF that can be read: ");
    }

    @Test
    @DisplayName("that unpacks to more than there is room for, is refused, and this process has lost nothing")
    void bomb() throws Exception {
        assertThatThrownBy(() -> PdfStatement.text(pdf(packed(), "/Filter /FlateDecode "), "`a`"))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("`a` is no PDF that can be read: it takes more memory than a statement should");
    }

    @Test
    @DisplayName("that takes too long, is refused, and what to do instead is said")
    void slow() {
        assertThatThrownBy(() -> PdfStatement.text(pdf(new byte[0], ""), "`a`", Duration.ofMillis(1)))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("save its text as a file in UTF-8");
    }

    private static byte[] packed() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write("BT /F1 12 Tf (".getBytes(StandardCharsets.US_ASCII));
            byte[] letters = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < BOMB_MIB; i++) {
                deflater.write(letters);
            }
        }
        return packed.toByteArray();
    }

    /** One page with this content; its table of places is left out, which every reader makes anew. */
    private static byte[] pdf(byte[] content, String filter) throws IOException {
        var file = new ByteArrayOutputStream();
        String head = """
                %%PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R
                /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
                4 0 obj << %s/Length %d >> stream
                """.formatted(filter, content.length);
        file.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(content);
        file.writeBytes("\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }
}
