package org.hasekura.resilience;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads a table of comma-separated values row by row (RFC 4180), without holding more than one row.
 *
 * <p>Quoted fields may hold separators, quotes (doubled) and line ends; a byte-order mark and empty lines are passed over;
 * the separator is the one of comma, semicolon and tab that the header holds most of. Rows are counted as an editor
 * counts lines, so that a fault can be found. Columns are named by the header and asked for by name; further columns are
 * ignored. Not safe for use by several threads.
 */
public final class CsvRows {

    private static final int FIELD_CHARS_MAX = 1 << 17;
    private static final int COLUMNS_MAX = 1 << 14;

    private final Reader in;
    private final String file;
    private final long rowsMax;
    private final List<String> header;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder field = new StringBuilder();
    private List<String> row = new ArrayList<>();
    private char separator;
    private int filled;
    private int next;
    private long line = 1;
    private long rowLine;
    private long rows;

    private CsvRows(Reader in, String file, long rowsMax) throws IOException, TableException {
        this.in = in;
        this.file = file;
        this.rowsMax = rowsMax;
        this.separator = separatorOfHeader();
        if (!fill()) {
            throw TableException.inFile(file, "is empty; the first row has to name the columns");
        }
        this.header = row.stream().map(String::strip).toList();
    }

    /**
     * Reads the header; {@link #next} then goes from row to row. The caller closes the reader.
     *
     * @param file what messages call it
     * @param rowsMax more rows are refused
     */
    public static CsvRows of(Reader in, String file, long rowsMax) throws IOException, TableException {
        return new CsvRows(in, file, rowsMax);
    }

    /** The names of the columns, in their order. */
    public List<String> header() {
        return header;
    }

    public String file() {
        return file;
    }

    /** The row of the file as an editor counts lines: where this row begins, the header being 1. */
    public long line() {
        return rowLine;
    }

    public boolean has(String column) {
        return header.contains(column);
    }

    /** Where the column stands; refuses the file when the header does not name it. */
    public int column(String name) throws TableException {
        int found = header.indexOf(name);
        if (found < 0) {
            throw TableException.inFile(
                    file, "has no column `" + name + "`; its header names " + String.join(", ", header));
        }
        return found;
    }

    /** Where one of several names for the same column stands. */
    public int columnOneOf(List<String> names) throws TableException {
        for (String name : names) {
            if (header.contains(name)) {
                return header.indexOf(name);
            }
        }
        return column(names.getFirst());
    }

    /** Goes to the next row; false at the end. Refuses a row with more or fewer fields than the header. */
    public boolean next() throws IOException, TableException {
        if (!fill()) {
            return false;
        }
        if (row.size() != header.size()) {
            throw TableException.inRow(file, rowLine, "has " + row.size() + " fields, the header has " + header.size());
        }
        if (++rows > rowsMax) {
            throw TableException.inFile(file, "has more than " + rowsMax + " rows");
        }
        return true;
    }

    /** The text of a field, without blanks around it. */
    public String text(int column) {
        return row.get(column).strip();
    }

    /** The text of a field that must not be empty. */
    public String required(int column) throws TableException {
        String text = text(column);
        if (text.isEmpty()) {
            throw fault(column, "is empty");
        }
        return text;
    }

    public Optional<String> optional(int column) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A finite number, or nothing where the field is empty. */
    public OptionalDouble optionalNumber(int column) throws TableException {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException _) {
            // Told below, as for what is no finite number.
        }
        throw fault(column, "`" + shortened(text) + "` is no number; write digits with a point, for example 12.5");
    }

    public double number(int column) throws TableException {
        return optionalNumber(column).orElseThrow(() -> fault(column, "is empty; a number is needed"));
    }

    /** A number that is not negative. */
    public double amount(int column) throws TableException {
        double value = number(column);
        if (value < 0) {
            throw fault(column, "`" + text(column) + "` is negative");
        }
        return value;
    }

    public OptionalInt optionalInteger(int column) throws TableException {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            throw fault(column, "`" + shortened(text) + "` is no whole number");
        }
    }

    public int integer(int column) throws TableException {
        return optionalInteger(column).orElseThrow(() -> fault(column, "is empty; a whole number is needed"));
    }

    /** A refusal that names this file, row and column. */
    public TableException fault(int column, String what) {
        return TableException.inField(file, rowLine, header.get(column), what);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private char separatorOfHeader() throws IOException {
        filled = Math.max(0, in.read(buffer));
        next = filled > 0 && buffer[0] == '\uFEFF' ? 1 : 0;
        int[] counts = new int[3];
        boolean quoted = false;
        for (int at = next; at < filled && (quoted || buffer[at] != '\n'); at++) {
            char letter = buffer[at];
            quoted ^= letter == '"';
            int kind = quoted ? -1 : ",;\t".indexOf(letter);
            if (kind >= 0) {
                counts[kind]++;
            }
        }
        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }

    private int read() throws IOException {
        if (next == filled) {
            filled = Math.max(0, in.read(buffer));
            next = 0;
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[next++];
    }

    /** Reads the next row that is not empty into {@link #row}; false when there is none. */
    private boolean fill() throws IOException, TableException {
        while (true) {
            row = new ArrayList<>(row.size());
            rowLine = line;
            int end = fillFields();
            boolean isEmpty = row.size() == 1 && row.getFirst().isEmpty();
            if (!isEmpty) {
                return true;
            }
            if (end < 0) {
                return false;
            }
        }
    }

    private int fillFields() throws IOException, TableException {
        while (true) {
            int end = fillField();
            if (row.size() == COLUMNS_MAX) {
                throw TableException.inRow(file, rowLine, "has more than " + COLUMNS_MAX + " fields");
            }
            row.add(field.toString());
            if (end != separator) {
                return end;
            }
        }
    }

    /** Reads one field; answers what ended it: the separator, a line end or the end of the file. */
    private int fillField() throws IOException, TableException {
        field.setLength(0);
        boolean isQuoted = false;
        while (true) {
            int letter = read();
            if (letter == '"' && field.isEmpty() && !isQuoted) {
                isQuoted = true;
                fillQuoted();
            } else if (letter == '\n') {
                line++;
                return letter;
            } else if (letter == -1 || letter == separator) {
                return letter;
            } else if (letter != '\r') {
                append((char) letter);
            }
        }
    }

    private void fillQuoted() throws IOException, TableException {
        while (true) {
            int letter = read();
            if (letter == -1) {
                throw TableException.inRow(file, rowLine, "opens a quote that is never closed");
            }
            if (letter == '"') {
                int after = read();
                if (after != '"') {
                    if (after != -1) {
                        next--;
                    }
                    return;
                }
            } else if (letter == '\n') {
                line++;
            }
            append((char) letter);
        }
    }

    private void append(char letter) throws TableException {
        if (field.length() == FIELD_CHARS_MAX) {
            throw TableException.inRow(file, rowLine, "has a field longer than " + FIELD_CHARS_MAX + " letters");
        }
        field.append(letter);
    }
}
