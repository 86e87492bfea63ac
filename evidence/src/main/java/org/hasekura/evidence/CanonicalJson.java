package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one way a value is written as JSON: the JSON Canonicalization Scheme (RFC 8785) for values without fractions.
 * Members sorted by name, no white space, the shortest escapes, UTF-8.
 *
 * <p>{@link #read} takes nothing but that form, so that one value has one byte sequence and one hash. {@link #readForeign}
 * takes any JSON (a DID document, say), but no name twice in one object.
 */
public final class CanonicalJson {

    /** Deepest nesting that is read. */
    public static final int DEPTH_MAX = 32;

    private CanonicalJson() {}

    /** The canonical text of a value. */
    public static String write(Json value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** The canonical bytes of a value. */
    public static byte[] bytes(Json value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads at most {@code bytesMax} bytes of canonical JSON; the refusal says at which byte another form begins. */
    public static Parsed<Json> read(byte[] bytes, int bytesMax) {
        return Parsed.reading(() -> readStrictly(bytes, bytesMax));
    }

    /** Reads at most {@code bytesMax} bytes of any JSON. */
    public static Parsed<Json> readForeign(byte[] bytes, int bytesMax) {
        return Parsed.reading(() -> JsonReader.read(bytes, bytesMax, true));
    }

    static Json readStrictly(byte[] bytes, int bytesMax) throws MalformedException {
        Optional<Json> plain = bytes.length <= bytesMax ? PlainJson.read(bytes) : Optional.empty();
        return plain.isPresent() ? plain.get() : readAny(bytes, bytesMax);
    }

    /** The long way: reads whatever JSON it is, writes it again, and compares. */
    static Json readAny(byte[] bytes, int bytesMax) throws MalformedException {
        Json value = JsonReader.read(bytes, bytesMax, false);
        byte[] canonical = bytes(value);
        int mismatch = Arrays.mismatch(bytes, canonical);
        if (mismatch >= 0) {
            throw new MalformedException("not canonical JSON: another form begins at byte " + mismatch);
        }
        return value;
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case Json.Text(String text) -> writeText(text, out);
            case Json.Whole(long number) -> out.append(number);
            case Json.Truth(boolean truth) -> out.append(truth);
            case Json.Foreign(String raw) -> out.append(raw);
            case Json.Items(List<Json> items) -> {
                out.append('[');
                String comma = "";
                for (Json item : items) {
                    write(item, out.append(comma));
                    comma = ",";
                }
                out.append(']');
            }
            case Json.Fields(var fields) -> {
                out.append('{');
                String comma = "";
                for (Map.Entry<String, Json> field : fields.entrySet()) {
                    writeText(field.getKey(), out.append(comma));
                    write(field.getValue(), out.append(':'));
                    comma = ",";
                }
                out.append('}');
            }
        }
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** An object under construction. */
    static final class Builder {
        private final TreeMap<String, Json> fields = new TreeMap<>();

        Builder text(String name, String value) {
            return put(name, new Json.Text(value));
        }

        Builder put(String name, Json value) {
            fields.put(name, value);
            return this;
        }

        Json.Fields build() {
            return new Json.Fields(fields);
        }
    }
}
