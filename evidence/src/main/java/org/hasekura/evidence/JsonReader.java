package org.hasekura.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads JSON (RFC 8259) from bytes, with limits, and with no name twice in an object. */
final class JsonReader {

    private static final String NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?";

    private final String text;
    private final boolean admitsForeign;
    private int at;

    private JsonReader(String text, boolean admitsForeign) {
        this.text = text;
        this.admitsForeign = admitsForeign;
    }

    /** Reads one value; null, fractions and inexact numbers only where {@code admitsForeign}. */
    static Json read(byte[] bytes, int bytesMax, boolean admitsForeign) throws MalformedException {
        if (bytes.length > bytesMax) {
            throw new MalformedException("the JSON has " + bytes.length + " bytes, more than " + bytesMax);
        }
        JsonReader reader = new JsonReader(Texts.utf8(bytes), admitsForeign);
        Json value = reader.value(0);
        reader.skipSpace();
        if (reader.at < reader.text.length()) {
            throw reader.unexpected("the end");
        }
        return value;
    }

    private Json value(int depth) throws MalformedException {
        if (depth > CanonicalJson.DEPTH_MAX) {
            throw new MalformedException("the JSON is nested deeper than " + CanonicalJson.DEPTH_MAX);
        }
        skipSpace();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Json.Text(string());
            default -> bare();
        };
    }

    private Json object(int depth) throws MalformedException {
        TreeMap<String, Json> fields = new TreeMap<>();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return new Json.Fields(fields);
        }
        while (true) {
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            if (fields.put(name, value(depth + 1)) != null) {
                throw new MalformedException("the name `" + Texts.shown(name) + "` stands twice in one object");
            }
            skipSpace();
            if (peek() == '}') {
                at++;
                return new Json.Fields(fields);
            }
            expect(',');
        }
    }

    private Json array(int depth) throws MalformedException {
        List<Json> items = new ArrayList<>();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return new Json.Items(items);
        }
        while (true) {
            items.add(value(depth + 1));
            skipSpace();
            if (peek() == ']') {
                at++;
                return new Json.Items(items);
            }
            expect(',');
        }
    }

    private Json bare() throws MalformedException {
        int from = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.equals("true") || word.equals("false")) {
            return new Json.Truth(word.equals("true"));
        }
        if (!word.equals("null") && (word.length() > 64 || !word.matches(NUMBER))) {
            at = from;
            throw unexpected("a value");
        }
        if (word.matches("-?[0-9]{1,16}") && !word.equals("-0")) {
            long number = Long.parseLong(word);
            if (Math.abs(number) <= Json.Whole.MAX) {
                return new Json.Whole(number);
            }
        }
        if (!admitsForeign) {
            throw new MalformedException(
                    "`" + word + "` is neither text nor an integer within 2^53, nor true or false");
        }
        return new Json.Foreign(word);
    }

    private String string() throws MalformedException {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = peek();
            if (c < ' ') {
                throw unexpected("no control character");
            }
            at++;
            if (c == '"') {
                break;
            }
            out.append(c == '\\' ? escape() : c);
        }
        for (int i = 0; i < out.length(); i++) {
            if (Character.isSurrogate(out.charAt(i)) && Character.charCount(out.codePointAt(i)) == 1) {
                throw new MalformedException("half a character (a lone surrogate) before character " + at);
            }
            i += Character.charCount(out.codePointAt(i)) - 1;
        }
        return out.toString();
    }

    private char escape() throws MalformedException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> {
                String digits = text.substring(at, Math.min(at + 4, text.length()));
                if (!digits.matches("[0-9a-fA-F]{4}")) {
                    throw unexpected("four hexadecimal digits");
                }
                at += 4;
                yield (char) Integer.parseInt(digits, 16);
            }
            default -> throw unexpected("an escape");
        };
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws MalformedException {
        if (at >= text.length()) {
            throw unexpected("more");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) throws MalformedException {
        if (peek() != wanted) {
            throw unexpected("`" + wanted + "`");
        }
        at++;
    }

    private MalformedException unexpected(String wanted) {
        return new MalformedException("not JSON: " + wanted + " expected at character " + at);
    }
}
