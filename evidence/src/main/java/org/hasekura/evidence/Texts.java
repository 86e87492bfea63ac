package org.hasekura.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The small strict readers that all the line formats share. */
final class Texts {

    private Texts() {}

    /** Standard padded base64 (RFC 4648 §4) in its one canonical spelling: the JDK alone would let others pass. */
    static byte[] base64(String text) throws MalformedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedException("`" + shown(text) + "` is not base64");
        }
        throw new MalformedException("`" + shown(text) + "` is not base64 in its canonical form");
    }

    /** A decimal number from 0 to 2^63-1 without sign or leading zeros. */
    static long decimal(String text) throws MalformedException {
        if (!text.matches("0|[1-9][0-9]{0,18}")) {
            throw new MalformedException("`" + shown(text) + "` is not a decimal number without leading zeros");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedException("`" + shown(text) + "` is more than 2^63-1");
        }
    }

    /** The text these bytes are in UTF-8; malformed sequences are refused, not replaced. */
    static String utf8(byte[] bytes) throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("the text is not valid UTF-8");
        }
    }

    /** The lines of a text of which every line, the last included, ends in a newline. */
    static List<String> lines(String text) throws MalformedException {
        if (!text.endsWith("\n")) {
            throw new MalformedException("the last line does not end in a newline");
        }
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        return lines;
    }

    /** The input as a message may show it: one line, at most 80 characters. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "\u00b7");
        return line.length() <= 80 ? line : line.substring(0, 77) + "...";
    }
}
