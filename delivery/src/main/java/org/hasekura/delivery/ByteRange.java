package org.hasekura.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What part of the bytes a request asks for. RFC 9110 §14.1.2; several ranges at once are answered with the whole. */
sealed interface ByteRange {

    /** No range, or one that is not understood and so passed over. */
    record Whole() implements ByteRange {}

    record Part(long from, long length) implements ByteRange {}

    /** Nothing of it lies within the bytes. */
    record Outside() implements ByteRange {}

    /** Up to 18 digits: more would be beyond any file, and beyond a long. */
    Pattern SINGLE =
            Pattern.compile("bytes[ \t]*=[ \t]*(\\d{0,18})[ \t]*-[ \t]*(\\d{0,18})[ \t]*", Pattern.CASE_INSENSITIVE);

    static ByteRange of(Optional<String> header, long total) {
        if (header.isEmpty() || header.get().length() > 100) {
            return new Whole();
        }
        Matcher single = SINGLE.matcher(header.get());
        if (!single.matches()) {
            return new Whole();
        }
        String first = single.group(1);
        String last = single.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : ending(Long.parseLong(last), total);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return new Whole();
        }
        return from >= total ? new Outside() : new Part(from, Math.min(to, total - 1) - from + 1);
    }

    /** The last bytes. Of nothing, the last bytes are the whole: no Content-Range can say otherwise. */
    private static ByteRange ending(long length, long total) {
        if (length == 0) {
            return new Outside();
        }
        long kept = Math.min(length, total);
        return total == 0 ? new Whole() : new Part(total - kept, kept);
    }
}
