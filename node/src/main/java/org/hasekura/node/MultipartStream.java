package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data} part by part as it comes, in constant memory (RFC 7578; RFC 2046 §5.1.1). A part is read before
 * the next is asked for; what is left of it is passed over. Not safe for several threads.
 */
final class MultipartStream {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int HEAD_BYTES_MAX = 4_096;
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

    private final InputStream in;
    private final byte[] mark;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private boolean isAtEnd;

    /** @param boundary as the content type says it */
    MultipartStream(InputStream in, String boundary) {
        this.in = in;
        this.mark = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first mark has no line before it: the same search finds it after one of ours.
        buffer[0] = '\r';
        buffer[1] = '\n';
        this.to = 2;
    }

    /**
     * One part.
     *
     * @param fileName present for a file, empty where none was chosen
     * @param content to its end, which is not that of the request
     */
    record Part(String name, Optional<String> fileName, InputStream content) {}

    /**
     * The next part; empty after the last.
     *
     * @throws IOException when the form ends before it is whole, or a head is too long
     */
    Optional<Part> next() throws IOException {
        new Content().transferTo(OutputStream.nullOutputStream());
        from += mark.length;
        need(2);
        if (buffer[from] == '-' && buffer[from + 1] == '-') {
            return Optional.empty();
        }
        String head = head();
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            throw new IOException("a part of the form has no name");
        }
        Matcher file = FILE_NAME.matcher(head);
        return Optional.of(new Part(
                utf8(name.group(1)), file.find() ? Optional.of(utf8(file.group(1))) : Optional.empty(), new Content()));
    }

    /** Header lines come as bytes of UTF-8, which browsers send as they are. */
    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private String head() throws IOException {
        int found = find(HEAD_END);
        while (found < 0) {
            if (to - from > HEAD_BYTES_MAX || !fill()) {
                throw new IOException("the head of a part of the form has no end");
            }
            found = find(HEAD_END);
        }
        String head = new String(buffer, from, found - from, StandardCharsets.ISO_8859_1);
        from = found + HEAD_END.length;
        return head;
    }

    /** Where these bytes begin in what is read; -1 where they do not. */
    private int find(byte[] wanted) {
        int last = to - wanted.length;
        for (int at = from; at <= last; at++) {
            if (buffer[at] == wanted[0] && isAt(at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (buffer[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private void need(int bytes) throws IOException {
        while (to - from < bytes) {
            if (!fill()) {
                throw new IOException("the form did not come whole");
            }
        }
    }

    /** Reads more behind what is there; false at the end. */
    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        int read = isAtEnd ? -1 : in.read(buffer, to, buffer.length - to);
        isAtEnd = read < 0;
        to += Math.max(0, read);
        return read > 0;
    }

    /** Up to the mark that ends the part. */
    private final class Content extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int found = find(mark);
            // What may be the beginning of a mark is kept back until more has come.
            int ready = found >= 0 ? found - from : to - from - mark.length + 1;
            while (found < 0 && ready <= 0) {
                if (!fill()) {
                    throw new IOException("the form did not come whole");
                }
                found = find(mark);
                ready = found >= 0 ? found - from : to - from - mark.length + 1;
            }
            if (ready == 0) {
                return -1;
            }
            int read = Math.min(ready, length);
            System.arraycopy(buffer, from, into, offset, read);
            from += read;
            return read;
        }
    }
}
