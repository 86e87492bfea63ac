package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reader of the pieces of a bundle")
class PieceReaderTest {

    private static final int BYTES = 200_000;

    @Test
    @DisplayName(
            "gives every byte once and in order, in pieces of any size, from a stream that gives any number at a time")
    void pieces() throws IOException {
        byte[] all = new byte[BYTES];
        Random random = new Random(8);
        random.nextBytes(all);
        PieceReader reader = new PieceReader(stream(all, random));
        int at = 0;
        while (!reader.isAtEnd()) {
            if (random.nextBoolean()) {
                assertThat(reader.next()).isEqualTo(all[at++] & 0xff);
            }
            int wanted = random.nextInt(random.nextInt(10) == 0 ? 70_000 : 40);
            byte[] piece = reader.take(wanted);
            assertThat(piece).hasSize(Math.min(wanted, BYTES - at));
            for (byte each : piece) {
                if (each != all[at++]) {
                    throw new AssertionError("another byte at " + (at - 1));
                }
            }
        }
        assertThat(at).isEqualTo(BYTES);
        assertThat(reader.next()).isEqualTo(-1);
        assertThat(reader.take(3)).isEmpty();
    }

    @Test
    @DisplayName("gives lines, and refuses one that is too long and a last one without its newline")
    void lines() throws IOException {
        PieceReader reader = lines("one\n\n" + "x".repeat(10) + "\n");
        assertThat(reader.line(10, "f")).contains("one");
        assertThat(reader.line(10, "f")).contains("");
        assertThat(reader.line(10, "f")).contains("x".repeat(10));
        assertThat(reader.line(10, "f")).isEmpty();
        assertThatThrownBy(() -> lines("x".repeat(11) + "\n").line(10, "f")).hasMessageContaining("too long");
        assertThatThrownBy(() -> lines("half").line(10, "f")).hasMessageContaining("ends inside a line");
    }

    private static PieceReader lines(String text) {
        return new PieceReader(stream(text.getBytes(StandardCharsets.US_ASCII), new Random(9)));
    }

    /** Gives what it likes at each call, as one that unpacks does. */
    private static InputStream stream(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(5)));
            }
        };
    }
}
