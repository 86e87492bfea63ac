package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.evidence.Timestamps;

/**
 * Reads the file that {@code evidence.timestamp-authorities} names: a line for each, with name, label, address, a file with
 * root certificates (PEM), and perhaps a file with the value of an {@code Authorization} header. Files are meant from there.
 */
final class TimestampAuthorities {

    private static final int AUTHORITIES_MAX = 16;
    private static final int FILE_BYTES_MAX = 1 << 20;
    private static final String WORD = "[a-z0-9][a-z0-9-]{0,31}";

    private final Path file;
    private final boolean admitsPlainHttp;

    private TimestampAuthorities(Path file, boolean admitsPlainHttp) {
        this.file = file;
        this.admitsPlainHttp = admitsPlainHttp;
    }

    /**
     * Those of a file; none where none is set.
     *
     * @throws IOException with the line, if it cannot be read or one of them cannot be used
     */
    static List<TimestampAuthority> read(Optional<Path> file, boolean admitsPlainHttp) throws IOException {
        return file.isEmpty() ? List.of() : new TimestampAuthorities(file.get(), admitsPlainHttp).all();
    }

    private List<TimestampAuthority> all() throws IOException {
        List<TimestampAuthority> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        String[] lines = text(file).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            TimestampAuthority authority = one(i + 1, line.split("\\s+", -1));
            if (!names.add(authority.name())) {
                throw wrong(i + 1, "`" + authority.name() + "` is named twice");
            }
            all.add(authority);
        }
        if (all.isEmpty() || all.size() > AUTHORITIES_MAX) {
            throw new IOException("`evidence.timestamp-authorities` names `" + file + "`, which has " + all.size()
                    + " authorities; expected 1 to " + AUTHORITIES_MAX);
        }
        return all;
    }

    private TimestampAuthority one(int number, String[] words) throws IOException {
        boolean isWhole = words.length == 4 || words.length == 5;
        if (!isWhole || !words[0].matches(WORD) || !words[1].matches(WORD)) {
            throw wrong(
                    number,
                    "expected `NAME LABEL ADDRESS ROOTS.pem [AUTHORIZATION-FILE]`, name and label in lower-case letters,"
                            + " digits and hyphens");
        }
        Optional<URI> address = ValueKind.HTTP_ADDRESS.reader().apply(words[2]);
        if (address.isEmpty() || !(admitsPlainHttp || words[2].startsWith("https://"))) {
            throw wrong(
                    number,
                    "`" + words[2] + "` is no address that begins with https:// (http:// in development mode alone)");
        }
        String pem = text(file.resolveSibling(words[3]));
        List<X509Certificate> roots = Timestamps.roots(pem.getBytes(StandardCharsets.UTF_8));
        if (roots.isEmpty()) {
            throw wrong(number, "`" + words[3] + "` has no certificates as PEM");
        }
        Optional<String> authorization = words.length == 5
                ? Optional.of(text(file.resolveSibling(words[4])).strip())
                : Optional.empty();
        if (authorization.filter(value -> !value.matches("[ -~]{1,4096}")).isPresent()) {
            throw wrong(number, "`" + words[4] + "` is not one line with the value of a header");
        }
        return new TimestampAuthority(words[0], words[1], address.get(), roots, pem, authorization);
    }

    private static String text(Path from) throws IOException {
        try {
            if (Files.size(from) > FILE_BYTES_MAX) {
                throw new IOException("it is longer than " + FILE_BYTES_MAX + " bytes");
            }
            return Files.readString(from);
        } catch (IOException e) {
            throw new IOException("`" + from + "` cannot be read: " + e.getMessage(), e);
        }
    }

    private IOException wrong(int number, String words) {
        return new IOException("`" + file + "` line " + number + ": " + words);
    }
}
