package org.hasekura.resilience;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The rows of a text table, one after another, of any length of file: separated by commas (quotes allowed) or by white
 * space; gzip is unpacked on the way. Fields stay bytes until they are asked for, so that millions of rows make no
 * garbage. Empty lines are passed over. Not for several threads.
 */
public final class TextTable implements AutoCloseable {

    /** What stands between two fields. */
    public enum Form {
        /** A comma; a field may stand in double quotes, a quote inside is doubled. */
        COMMAS,
        /** Any number of blanks or tabs. */
        BLANKS
    }

    /** A longer line is refused. */
    public static final int LINE_BYTES_MAX = 4 << 20;

    /** More rows are refused: firms and links are counted by {@code int}. */
    public static final long ROWS_MAX = 500_000_000;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final String file;
    private final Form form;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int filled;

    private byte[] line = new byte[256];
    private int lineLength;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int fields;
    private long row;

    private TextTable(String file, Form form, InputStream in) {
        this.file = file;
        this.form = form;
        this.in = in;
    }

    /**
     * Begins to read.
     *
     * @param file how messages call it
     * @param in read to its end and closed by {@link #close}; may be gzip
     * @throws IOException if it cannot be read
     */
    public static TextTable open(String file, Form form, InputStream in) throws IOException {
        BufferedInputStream peeked = new BufferedInputStream(in, BUFFER_BYTES);
        peeked.mark(2);
        int magic = peeked.read() << 8 | peeked.read();
        peeked.reset();
        return new TextTable(file, form, magic == GZIP_MAGIC ? new GZIPInputStream(peeked, BUFFER_BYTES) : peeked);
    }

    /**
     * Goes on to the next row that is not empty.
     *
     * @return whether there is one
     * @throws TableException if it is too long, there are too many, or the packed file is damaged
     */
    public boolean next() throws IOException, TableException {
        do {
            if (!readLine()) {
                return false;
            }
            split();
        } while (fields == 0 || (fields == 1 && starts[0] == ends[0]));
        return true;
    }

    /** How many fields this row has. */
    public int fields() {
        return fields;
    }

    /** Which row of the file this is, from 1. */
    public long row() {
        return row;
    }

    /** A field as text, blanks around it removed. */
    public String text(int field) {
        return new String(line, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8).strip();
    }

    /** The bytes of this row; a field is between {@link #start} and {@link #end}. Changed by {@link #next}. */
    byte[] bytes() {
        return line;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /**
     * Refuses the row unless it has enough fields.
     *
     * @param columns what the fields are called, in order
     */
    public void require(int atLeast, String... columns) throws TableException {
        if (fields < atLeast) {
            throw TableException.inRow(
                    file,
                    row,
                    "has " + fields + (fields == 1 ? " field" : " fields") + ", but needs " + atLeast + ": "
                            + String.join(", ", columns));
        }
    }

    /** Whether a field reads as a number, as the field of a header does not. */
    public boolean isNumber(int field) {
        return !Double.isNaN(Decimal.parse(line, starts[field], ends[field]));
    }

    /** A finite number. */
    public double number(int field, String column) throws TableException {
        double value = Decimal.parse(line, starts[field], ends[field]);
        if (!Double.isFinite(value)) {
            throw fault(column, "`" + text(field) + "` is no finite number");
        }
        return value;
    }

    /** A finite number that is not negative. */
    public double amount(int field, String column) throws TableException {
        double value = number(field, column);
        if (value < 0) {
            throw fault(column, "`" + text(field) + "` is negative, but amounts cannot be");
        }
        return value;
    }

    /** A whole number in these bounds. */
    public int integer(int field, String column, int least, int most) throws TableException {
        double value = Decimal.parse(line, starts[field], ends[field]);
        if (!(value >= least && value <= most) || value != Math.rint(value)) {
            throw fault(column, "`" + text(field) + "` is no whole number from " + least + " to " + most);
        }
        return (int) value;
    }

    /** What to throw about a field of this row. */
    public TableException fault(String column, String reason) {
        return TableException.inField(file, row, column, reason);
    }

    /** What to throw about this row. */
    public TableException faultInRow(String reason) {
        return TableException.inRow(file, row, reason);
    }

    /** What to throw about the file. */
    public TableException fault(String reason) {
        return TableException.inFile(file, reason);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean readLine() throws IOException, TableException {
        lineLength = 0;
        boolean any = false;
        while (true) {
            if (position == filled && !fill()) {
                break;
            }
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            append(end - position);
            position = end;
            if (end < filled) {
                position++;
                break;
            }
        }
        if (!any) {
            return false;
        }
        if (++row > ROWS_MAX) {
            throw TableException.inFile(file, "has more than " + ROWS_MAX + " rows");
        }
        if (lineLength > 0 && line[lineLength - 1] == '\r') {
            lineLength--;
        }
        return true;
    }

    private boolean fill() throws IOException, TableException {
        try {
            position = 0;
            filled = Math.max(0, in.read(buffer));
            return filled > 0;
        } catch (EOFException | ZipException e) {
            throw TableException.inRow(file, row + 1, "the packed file is damaged here: " + e.getMessage());
        }
    }

    private void append(int count) throws TableException {
        if (lineLength + count > LINE_BYTES_MAX) {
            throw TableException.inRow(file, row + 1, "is longer than " + LINE_BYTES_MAX + " bytes");
        }
        if (lineLength + count > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, lineLength + count));
        }
        System.arraycopy(buffer, position, line, lineLength, count);
        lineLength += count;
    }

    private void split() throws TableException {
        fields = 0;
        int at = row == 1 ? afterByteOrderMark() : 0;
        if (form == Form.BLANKS) {
            splitAtBlanks(at);
        } else {
            splitAtCommas(at);
        }
    }

    private int afterByteOrderMark() {
        boolean marked = lineLength >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    private void splitAtBlanks(int from) {
        int at = from;
        while (true) {
            while (at < lineLength && isBlank(line[at])) {
                at++;
            }
            if (at == lineLength) {
                return;
            }
            int start = at;
            while (at < lineLength && !isBlank(line[at])) {
                at++;
            }
            add(start, at);
        }
    }

    private void splitAtCommas(int from) throws TableException {
        int at = from;
        while (true) {
            int start = at;
            while (start < lineLength && isBlank(line[start])) {
                start++;
            }
            if (start < lineLength && line[start] == '"') {
                at = quoted(start + 1);
            } else {
                at = start;
                while (at < lineLength && line[at] != ',') {
                    at++;
                }
                int end = at;
                while (end > start && isBlank(line[end - 1])) {
                    end--;
                }
                add(start, end);
            }
            if (at >= lineLength) {
                return;
            }
            at++;
        }
    }

    /** Adds the field after an opening quote, its doubled quotes made single in place; answers where the next comma is. */
    private int quoted(int start) throws TableException {
        int write = start;
        int at = start;
        while (at < lineLength) {
            if (line[at] == '"') {
                if (at + 1 < lineLength && line[at + 1] == '"') {
                    at++;
                } else {
                    break;
                }
            }
            line[write++] = line[at++];
        }
        if (at == lineLength) {
            throw TableException.inRow(file, row, "a quote is opened and never closed");
        }
        add(start, write);
        at++;
        while (at < lineLength && isBlank(line[at])) {
            at++;
        }
        if (at < lineLength && line[at] != ',') {
            throw TableException.inRow(file, row, "a comma is missing after the closing quote");
        }
        return at;
    }

    private void add(int start, int end) {
        if (fields == starts.length) {
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        starts[fields] = start;
        ends[fields++] = end;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
