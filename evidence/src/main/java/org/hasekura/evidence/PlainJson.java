package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads canonical JSON of the plain kind that nearly every entry is: ASCII, no escapes. One pass over the bytes, without a
 * second text to compare them with.
 *
 * <p>It takes nothing that {@link CanonicalJson#readStrictly} would refuse: no white space, names strictly ascending (so none
 * twice), whole numbers within 2^53 in their shortest spelling. What it does not take may still be canonical, as a text in
 * Japanese is: the full reader decides, and says what is wrong. A test holds the two to each other.
 */
final class PlainJson {

    private static final int DIGITS_MAX = 16;

    private final byte[] bytes;
    private int at;

    private PlainJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The value that all of these bytes are; empty if they are not of the plain kind. */
    static Optional<Json> read(byte[] bytes) {
        PlainJson reader = new PlainJson(bytes);
        Optional<Json> value = reader.value(0);
        return reader.at == bytes.length ? value : Optional.empty();
    }

    private Optional<Json> value(int depth) {
        if (at == bytes.length || depth > CanonicalJson.DEPTH_MAX) {
            return Optional.empty();
        }
        return switch (bytes[at]) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> text().map(Json.Text::new);
            case 't' -> word("true") ? Optional.of(new Json.Truth(true)) : Optional.empty();
            case 'f' -> word("false") ? Optional.of(new Json.Truth(false)) : Optional.empty();
            default -> whole();
        };
    }

    private Optional<Json> object(int depth) {
        TreeMap<String, Json> fields = new TreeMap<>();
        String last = "";
        at++;
        if (took('}')) {
            return Optional.of(new Json.Fields(fields));
        }
        do {
            Optional<String> name = text();
            boolean isNext = name.isPresent() && (fields.isEmpty() || name.get().compareTo(last) > 0) && took(':');
            Optional<Json> value = isNext ? value(depth + 1) : Optional.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            last = name.get();
            fields.put(last, value.get());
        } while (took(','));
        return took('}') ? Optional.of(new Json.Fields(fields)) : Optional.empty();
    }

    private Optional<Json> array(int depth) {
        List<Json> items = new ArrayList<>();
        at++;
        if (took(']')) {
            return Optional.of(new Json.Items(items));
        }
        do {
            Optional<Json> item = value(depth + 1);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        } while (took(','));
        return took(']') ? Optional.of(new Json.Items(items)) : Optional.empty();
    }

    /** Up to the next quotation mark, if nothing before it is escaped, is a control character, or is not ASCII. */
    private Optional<String> text() {
        if (!took('"')) {
            return Optional.empty();
        }
        int from = at;
        while (at < bytes.length && bytes[at] != '"') {
            // Bytes above 0x7f are negative.
            if (bytes[at] < ' ' || bytes[at] == '\\') {
                return Optional.empty();
            }
            at++;
        }
        String text = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
        return took('"') ? Optional.of(text) : Optional.empty();
    }

    private Optional<Json> whole() {
        boolean isNegative = took('-');
        int from = at;
        long number = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - from < DIGITS_MAX) {
            number = 10 * number + (bytes[at] - '0');
            at++;
        }
        int digits = at - from;
        boolean isShortest = digits > 0 && (bytes[from] != '0' || (digits == 1 && !isNegative));
        return isShortest && number <= Json.Whole.MAX
                ? Optional.of(new Json.Whole(isNegative ? -number : number))
                : Optional.empty();
    }

    private boolean word(String word) {
        int from = at;
        at += word.length();
        return at <= bytes.length && new String(bytes, from, word.length(), StandardCharsets.ISO_8859_1).equals(word);
    }

    private boolean took(char wanted) {
        boolean isThere = at < bytes.length && bytes[at] == wanted;
        at += isThere ? 1 : 0;
        return isThere;
    }
}
