package org.hasekura.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hasekura.sender.HeadReader.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Fuzzing by a seeded mutator that is led by the answers: an input that is refused in words that were not heard before becomes
 * a seed itself. The same seed gives the same run.
 */
@DisplayName("Fuzzed, the reader of heads")
class HeadFuzzTest {

    private static final int RUNS = Boolean.getBoolean("hasekura.long") ? 1_000_000 : 20_000;
    private static final long SEED = Long.getLong("hasekura.seed", 20261122);
    private static final int BYTES_MAX = 4096;
    private static final int CORPUS_MAX = 2_000;

    private static final List<String> WORDS = List.of(
            "\r\n",
            "\r",
            "\n",
            " ",
            "\t",
            ":",
            "\0",
            "\r\n\r\n",
            "HTTP/1.1",
            "HTTP/1.0",
            "http://a",
            "GET",
            "Host: a\r\n",
            "Content-Length: 1\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Connection: close\r\n",
            "/",
            "?",
            "#",
            "%",
            "\u00ff");

    private final Random random = new Random(SEED);

    @Test
    @DisplayName("takes or refuses, agrees with itself however the bytes are cut, and reads again what it has read")
    void fuzzed() {
        var corpus = new ArrayList<byte[]>(List.of(
                bytes("GET /data/1 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer t\r\nRange: bytes=0-1\r\n\r\n"),
                bytes(
                        "HEAD http://a.example/data/1?x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\n"),
                bytes("POST / HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc")));
        Set<String> heard = new HashSet<>();
        corpus.forEach(each -> heard.add(checked(each)));
        for (int run = 0; run < RUNS; run++) {
            byte[] input =
                    mutated(corpus.get(random.nextInt(corpus.size())), corpus.get(random.nextInt(corpus.size())));
            if (heard.add(checked(input)) && corpus.size() < CORPUS_MAX) {
                corpus.add(input);
            }
        }
        assertThat(heard).as("different answers").hasSizeGreaterThan(10);
    }

    /** What was answered, without its values. */
    private String checked(byte[] input) {
        try {
            Reading reading = HeadReader.read(input, input.length, BYTES_MAX);
            return switch (reading) {
                case Reading.Incomplete _ -> "incomplete";
                case Reading.Refused(int status, String words) -> status + words.replaceAll("[0-9]+", "#");
                case Reading.Complete complete -> {
                    assertComplete(input, complete);
                    yield "complete " + complete.head().fields().size();
                }
            };
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "with the input " + Base64.getEncoder().encodeToString(input) + " (base64), seed " + SEED, e);
        }
    }

    private void assertComplete(byte[] input, Reading.Complete complete) {
        RequestHead head = complete.head();
        assertThat(complete.bytes()).isBetween(1, input.length);
        // Nothing after the head takes part in it, and nothing less is one.
        assertThat(HeadReader.read(input, complete.bytes(), BYTES_MAX)).isEqualTo(complete);
        int less = random.nextInt(complete.bytes());
        assertThat(HeadReader.read(input, less, BYTES_MAX)).isInstanceOf(Reading.Incomplete.class);
        byte[] again = written(head);
        assertThat(HeadReader.read(again, again.length, 2 * BYTES_MAX))
                .isEqualTo(new Reading.Complete(head, again.length));
        assertThat(head.path()).startsWith("/").doesNotContain("?", "#", " ");
        long framings = head.fields().stream()
                .filter(each -> each.isNamed("Content-Length") || each.isNamed("Transfer-Encoding"))
                .count();
        assertThat(framings).isLessThanOrEqualTo(1);
        assertThat(head.bearerToken().orElse("")).doesNotContain("\r", "\n", "\0");
    }

    private static byte[] written(RequestHead head) {
        var text = new StringBuilder(head.method() + " " + head.path() + (head.isOld() ? " HTTP/1.0" : " HTTP/1.1"));
        text.append("\r\n");
        head.fields()
                .forEach(each -> text.append(each.name())
                        .append(": ")
                        .append(each.value())
                        .append("\r\n"));
        return bytes(text.append("\r\n").toString());
    }

    private byte[] mutated(byte[] one, byte[] other) {
        byte[] changed = one.clone();
        for (int times = random.nextInt(4); times >= 0; times--) {
            int at = random.nextInt(changed.length + 1);
            changed = switch (random.nextInt(6)) {
                case 0 -> joined(changed, at, new byte[] {(byte) random.nextInt(256)}, at);
                case 1 -> joined(changed, at, bytes(WORDS.get(random.nextInt(WORDS.size()))), at);
                case 2 -> joined(changed, at, new byte[0], Math.min(changed.length, at + 1 + random.nextInt(8)));
                case 3 -> joined(changed, at, other, at);
                case 4 -> joined(changed, at, new byte[0], changed.length);
                default -> joined(changed, at, bytes("X: " + "y".repeat(random.nextInt(BYTES_MAX)) + "\r\n"), at);
            };
        }
        return changed.length > 3 * BYTES_MAX ? Arrays.copyOf(changed, 3 * BYTES_MAX) : changed;
    }

    /** What stands before a place, what is put there, and what stands from another place on. */
    private static byte[] joined(byte[] bytes, int to, byte[] put, int from) {
        byte[] joined = Arrays.copyOf(bytes, to + put.length + bytes.length - from);
        System.arraycopy(put, 0, joined, to, put.length);
        System.arraycopy(bytes, from, joined, to + put.length, bytes.length - from);
        return joined;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
