package org.hasekura.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data} (RFC 7578), in which a form brings files. The body comes as text in ISO 8859-1, a character
 * for each byte, so that a boundary is found by searching text; what is no file is read as UTF-8. The size is limited by
 * whoever took the request. What is not in that form is left out.
 */
final class Multipart {

    private static final int PARTS_MAX = 200;
    private static final int HEAD_MAX = 4_096;
    private static final int NAME_MAX = 200;
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data;(?:.*;)?\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");

    private Multipart() {}

    /** What separates the parts of a form with files; empty for any other form. */
    static Optional<String> boundary(String contentType) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        return matcher.matches()
                ? Optional.ofNullable(matcher.group(1)).or(() -> Optional.ofNullable(matcher.group(2)))
                : Optional.empty();
    }

    static Fields read(String body, String boundary) {
        Map<String, List<String>> values = new HashMap<>();
        Map<String, NamedFile> uploads = new HashMap<>();
        String mark = "\r\n--" + boundary;
        String all = "\r\n" + body;
        int from = all.indexOf(mark);
        for (int part = 0; part < PARTS_MAX && from >= 0; part++) {
            int begin = from + mark.length();
            int end = all.indexOf(mark, begin);
            if (end < 0) {
                break;
            }
            int head = all.indexOf("\r\n\r\n", begin);
            if (head >= 0 && head <= end && head - begin <= HEAD_MAX) {
                part(all.substring(begin, head), all.substring(Math.min(head + 4, end), end), values, uploads);
            }
            from = end;
        }
        return new Fields(values, uploads);
    }

    private static void part(
            String head, String content, Map<String, List<String>> values, Map<String, NamedFile> uploads) {
        Matcher named = NAME.matcher(head);
        if (!named.find()) {
            return;
        }
        String name = utf8(named.group(1));
        Matcher file = FILE_NAME.matcher(head);
        if (file.find()) {
            String given = utf8(file.group(1)).replaceAll("[\\p{Cntrl}/\\\\]", "-");
            uploads.putIfAbsent(
                    name,
                    new NamedFile(
                            given.length() > NAME_MAX ? given.substring(0, NAME_MAX) : given,
                            "application/octet-stream",
                            content.getBytes(StandardCharsets.ISO_8859_1)));
        } else {
            values.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(utf8(content).strip());
        }
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
