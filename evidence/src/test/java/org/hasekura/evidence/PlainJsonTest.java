package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The quick reader of plain canonical JSON")
class PlainJsonTest {

    private static final int LENGTH_MAX = 5;
    private static final String ALPHABET = "{}[]\",:-01 a\\";

    @Test
    @DisplayName("takes every kind of entry, to the value that the full reader has")
    void entries() {
        for (Entry entry : SampleEntries.all()) {
            assertThat(PlainJson.read(entry.bytes())).as(entry.kind()).isEqualTo(full(entry.bytes()));
        }
    }

    @Test
    @DisplayName(
            "takes every short text over the signs of JSON that the full reader takes, reads it as that does, and no other")
    void everyShortText() {
        int taken = 0;
        for (int length = 0; length <= LENGTH_MAX; length++) {
            byte[] text = new byte[length];
            for (int number = 0; number < Math.pow(ALPHABET.length(), length); number++) {
                for (int i = 0, rest = number; i < length; i++, rest /= ALPHABET.length()) {
                    text[i] = (byte) ALPHABET.charAt(rest % ALPHABET.length());
                }
                int isTaken = requireAgreement(text);
                boolean isEscaped = new String(text, StandardCharsets.US_ASCII).contains("\\");
                assertThat(isTaken == 1 || isEscaped || full(text).isEmpty())
                        .as("`%s` is taken", new String(text, StandardCharsets.US_ASCII))
                        .isTrue();
                taken += isTaken;
            }
        }
        assertThat(taken).isGreaterThan(500);
    }

    @Test
    @DisplayName("stops where the full reader stops: at 2^53, and at the deepest nesting")
    void limits() {
        for (String text : List.of(
                "9007199254740991",
                "9007199254740992",
                "-9007199254740991",
                "-9007199254740992",
                "99999999999999999",
                "[".repeat(32) + "0" + "]".repeat(32),
                "[".repeat(33) + "0" + "]".repeat(33),
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":true,\"b\":false}",
                "truefalse",
                "tru")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(PlainJson.read(bytes)).as(text).isEqualTo(full(bytes));
        }
    }

    private static int requireAgreement(byte[] input) {
        Optional<Json> plain = PlainJson.read(input);
        if (plain.isPresent() && !plain.equals(full(input))) {
            assertThat(plain).as(new String(input, StandardCharsets.ISO_8859_1)).isEqualTo(full(input));
        }
        return plain.isPresent() ? 1 : 0;
    }

    private static Optional<Json> full(byte[] input) {
        return Parsed.reading(() -> CanonicalJson.readAny(input, EntryBundle.ENTRY_BYTES_MAX))
                        instanceof Parsed.Valid<Json>(Json value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
