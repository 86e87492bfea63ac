package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes inputs as somebody would who wants a reader to stumble, always in the same way for a seed. */
final class Mutator {

    /** What means something to some reader. */
    private static final List<byte[]> WORDS = List.of(
                    "\n",
                    "\n\n",
                    "\u2014 ",
                    " ",
                    "+",
                    "=",
                    "0",
                    "-1",
                    "00",
                    "9223372036854775807",
                    "18446744073709551616",
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    ",",
                    ":",
                    "null",
                    "true",
                    "1e9",
                    "0.5",
                    "\\u0000",
                    "\uD800",
                    "\u0000",
                    "\r",
                    "..",
                    "/",
                    "x000/",
                    ".p/0",
                    ".p/256",
                    "tile/",
                    "old ",
                    "index ",
                    "extra ",
                    "quorum none",
                    "group g all g",
                    "log ",
                    "witness w ",
                    "skip 0 ",
                    "entries 0 ",
                    "AAAA",
                    "====")
            .stream()
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toList();

    private static final byte[] EDGES = {0, 1, 4, 5, 6, 0x30, 0x7f, (byte) 0x80, (byte) 0x84, (byte) 0xff};
    private static final int LENGTH_MAX = 1 << 16;

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    /** One to four changes of an input, some by a piece of another. */
    byte[] changed(byte[] input, byte[] other) {
        byte[] bytes = input;
        for (int n = random.nextInt(4); n >= 0; n--) {
            bytes = once(bytes, other);
        }
        return bytes.length > LENGTH_MAX ? Arrays.copyOf(bytes, LENGTH_MAX) : bytes;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + random.nextInt(64)));
        return switch (random.nextInt(9)) {
            case 0 -> with(bytes, from, (byte) random.nextInt());
            case 1 -> with(bytes, from, EDGES[random.nextInt(EDGES.length)]);
            case 2 -> from < bytes.length ? with(bytes, from, (byte) (bytes[from] ^ 1 << random.nextInt(8))) : bytes;
            case 3 -> spliced(bytes, from, to, new byte[0]);
            case 4 -> spliced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
            case 5 -> spliced(bytes, from, from, WORDS.get(random.nextInt(WORDS.size())));
            case 6 -> spliced(bytes, from, to, WORDS.get(random.nextInt(WORDS.size())));
            case 7 -> Arrays.copyOf(bytes, from);
            default -> {
                int at = random.nextInt(other.length + 1);
                int end = Math.min(other.length, at + random.nextInt(1 + random.nextInt(256)));
                yield spliced(bytes, from, to, Arrays.copyOfRange(other, at, end));
            }
        };
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        if (at < changed.length) {
            changed[at] = value;
        }
        return changed;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] changed = new byte[from + piece.length + bytes.length - to];
        System.arraycopy(bytes, 0, changed, 0, from);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(bytes, to, changed, from + piece.length, bytes.length - to);
        return changed;
    }
}
