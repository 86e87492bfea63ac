package org.hasekura.law;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values by RFC 4180, with the line ends it asks for. */
final class Csv {
    private static final String LINE_END = "\r\n";

    private Csv() {}

    static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",")) + LINE_END;
    }

    private static String field(String text) {
        boolean quoted = text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r");
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
