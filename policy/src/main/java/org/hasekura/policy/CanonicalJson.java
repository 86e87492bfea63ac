package org.hasekura.policy;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One spelling for each JSON value of strings, arrays and objects: members sorted by name, no white space, only what
 * must be escaped escaped, UTF-8. RFC 8785 (JSON Canonicalization Scheme) for the values that occur here; numbers do not.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static byte[] bytes(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            // String order in Java is by UTF-16 code units, as RFC 8785 §3.2.3 asks.
            TreeMap<String, JsonNode> members = new TreeMap<>();
            value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            String before = "{";
            for (var member : members.entrySet()) {
                text.append(before);
                write(member.getKey(), text);
                text.append(':');
                write(member.getValue(), text);
                before = ",";
            }
            text.append(members.isEmpty() ? "{}" : "}");
        } else if (value.isArray()) {
            text.append('[');
            for (int i = 0; i < value.size(); i++) {
                text.append(i == 0 ? "" : ",");
                write(value.get(i), text);
            }
            text.append(']');
        } else if (value.isString()) {
            write(value.stringValue(), text);
        } else {
            throw new IllegalStateException("no canonical form here for " + value.getNodeType());
        }
    }

    private static void write(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> text.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }
}
