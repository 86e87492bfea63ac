package org.hasekura.node;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;

/**
 * A form that brings a file, read as it comes: the file goes to the disk and the form goes on as one without it, in which the file
 * stands by its hash. So nothing of it is in memory, and whoever reads the form knows one kind of form.
 */
final class UploadForm {

    private static final int TEXT_BYTES_MAX = 256 * 1024;
    private static final int PARTS_MAX = 1_000;
    private static final int NAME_MAX = 100;

    private final PublishedFiles published;

    UploadForm(PublishedFiles published) {
        this.published = published;
    }

    /**
     * What came.
     *
     * @param fields as {@code application/x-www-form-urlencoded}; a file stands there as {@code uploaded} and {@code uploaded-name}
     * @param isTrusted whether the form brought what it must bring before a file is taken
     * @param refusal why a file that came is not kept
     */
    record Read(String fields, boolean isTrusted, Optional<Kept> file, Optional<String> refusal) {}

    /** A file that is kept. */
    record Kept(String sha256, String name, long bytes) {}

    /**
     * Reads a form to its end.
     *
     * @param trusts whether the token of a form is that of whoever sends it; it must stand before the file
     * @throws IOException when it does not come whole, or the file is too long, in words
     */
    Read read(InputStream in, String boundary, Predicate<String> trusts) throws IOException {
        var parts = new MultipartStream(in, boundary);
        var fields = new StringJoiner("&");
        boolean isTrusted = false;
        Optional<Kept> file = Optional.empty();
        Optional<String> refusal = Optional.empty();
        int textBytes = 0;
        Optional<MultipartStream.Part> part = parts.next();
        for (int count = 0; part.isPresent(); count++, part = parts.next()) {
            if (count >= PARTS_MAX) {
                throw new IOException("the form has too many fields");
            }
            Optional<String> fileName = part.get().fileName();
            if (fileName.isEmpty()) {
                String text = text(part.get().content(), TEXT_BYTES_MAX - textBytes);
                textBytes += text.length();
                isTrusted |= part.get().name().equals("csrf") && trusts.test(text);
                add(fields, part.get().name(), text);
            } else if (!fileName.get().isEmpty() && file.isEmpty()) {
                if (!isTrusted) {
                    return new Read("", false, Optional.empty(), Optional.empty());
                }
                var content = new Refusable(part.get().content());
                try {
                    Kept kept = kept(content, fileName.get());
                    add(fields, "uploaded", kept.sha256());
                    add(fields, "uploaded-name", kept.name());
                    file = Optional.of(kept);
                } catch (IOException e) {
                    content.throwIfBroken();
                    // The fault is on our side of the wire: the rest of the form is still read, and all answers are
                    // kept.
                    refusal = Optional.of("the file cannot be kept: " + e.getMessage());
                    add(fields, "upload-refused", refusal.get());
                }
            }
        }
        return new Read(fields.toString(), isTrusted, file, refusal);
    }

    /** Knows whether it was reading that failed. */
    private static final class Refusable extends FilterInputStream {
        private Optional<IOException> broken = Optional.empty();

        Refusable(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (IOException e) {
                broken = Optional.of(e);
                throw e;
            }
        }

        void throwIfBroken() throws IOException {
            if (broken.isPresent()) {
                throw broken.get();
            }
        }
    }

    /** Of a whole form: a longer one ends the connection. */
    long bytesMax() {
        return published.bytesMax() + TEXT_BYTES_MAX;
    }

    private Kept kept(InputStream content, String fileName) throws IOException {
        Path file = published.brought(content);
        return new Kept(String.valueOf(file.getFileName()), sanitised(fileName), Files.size(file));
    }

    /** A name that is one on every system, and shown as it is: the last step of a path, without what has a meaning anywhere. */
    static String sanitised(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*;%]", "-").strip();
        String visible = plain.replaceAll("^\\.+", "").replaceAll("[. ]+$", "");
        int length = visible.codePointCount(0, visible.length());
        String ending =
                length > NAME_MAX ? visible.substring(visible.offsetByCodePoints(0, length - NAME_MAX)) : visible;
        return ending.isEmpty() ? "data" : ending;
    }

    private static void add(StringJoiner fields, String name, String value) {
        fields.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String text(InputStream content, int bytesMax) throws IOException {
        byte[] bytes = content.readNBytes(Math.max(0, bytesMax) + 1);
        if (bytes.length > bytesMax) {
            throw new IOException("the fields of the form are longer than " + TEXT_BYTES_MAX + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
