package org.hasekura.delivery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** File names on their way: written for a header, and read from one without trusting it. RFC 6266. */
final class FileName {

    private static final int CHARACTERS_MAX = 80;
    private static final int HEADER_MAX = 1024;
    private static final Pattern EXTENDED =
            Pattern.compile("filename\\*\\s*=\\s*utf-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("filename\\s*=\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("filename\\s*=\\s*([^;\"\\s]+)", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** The value of a Content-Disposition that names the file, for old readers in ASCII too. */
    static String disposition(String name) {
        String safe = safe(name);
        return "attachment; filename=\"" + safe.replaceAll("[^\\x20-\\x7e]", "_") + "\"; filename*=UTF-8''"
                + encoded(safe);
    }

    /** The name in a Content-Disposition, made safe for a file system; {@code data} when there is none. */
    static String of(Optional<String> disposition) {
        if (disposition.isEmpty() || disposition.get().length() > HEADER_MAX) {
            return "data";
        }
        Matcher extended = EXTENDED.matcher(disposition.get());
        if (extended.find()) {
            try {
                return safe(URLDecoder.decode(extended.group(1).replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notEncoded) {
                return "data";
            }
        }
        Matcher quoted = QUOTED.matcher(disposition.get());
        Matcher plain = PLAIN.matcher(disposition.get());
        return quoted.find() ? safe(quoted.group(1)) : plain.find() ? safe(plain.group(1)) : "data";
    }

    /** Letters and digits of any script, {@code . - _}; no folder, no leading dot, not too long. */
    static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String kept = last.replaceAll("[^\\p{L}\\p{M}\\p{Nd}._-]", "_").replaceAll("^[._-]+", "");
        int end = kept.offsetByCodePoints(0, Math.min(CHARACTERS_MAX, kept.codePointCount(0, kept.length())));
        return end == 0 ? "data" : kept.substring(0, end);
    }

    private static String encoded(String name) {
        var out = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain =
                    each == '.' || each == '-' || each == '_' || (each >= 0 && Character.isLetterOrDigit(each));
            out.append(isPlain ? Character.toString(each) : String.format(Locale.ROOT, "%%%02X", each));
        }
        return out.toString();
    }
}
