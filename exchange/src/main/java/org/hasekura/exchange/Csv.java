package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of text between commas. RFC 4180. */
public final class Csv {

    private Csv() {}

    /** Reads rows; lines without anything are left out, and a quote that is never closed goes to the end. */
    public static List<List<String>> read(String text, char separator, int rowsMax) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < text.length() && rows.size() < rowsMax; at++) {
            char next = text.charAt(at);
            if (isQuoted) {
                if (next == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else if (next == '"') {
                    isQuoted = false;
                } else {
                    cell.append(next);
                }
            } else if (next == '"' && cell.isEmpty()) {
                isQuoted = true;
            } else if (next == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (next == '\n') {
                end(rows, row, cell);
            } else if (next != '\r') {
                cell.append(next);
            }
        }
        if (rows.size() < rowsMax) {
            end(rows, row, cell);
        }
        return rows;
    }

    private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
        row.add(cell.toString());
        cell.setLength(0);
        if (row.size() > 1 || !row.getFirst().isEmpty()) {
            rows.add(List.copyOf(row));
        }
        row.clear();
    }

    public static String write(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    /** Quoted where it must be; a row of one empty cell is quoted too, so that it is a row. */
    private static String cell(String text) {
        return text.isEmpty()
                        || text.chars().anyMatch(each -> each == '"' || each == ',' || each == '\n' || each == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
