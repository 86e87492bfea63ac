package org.hasekura.sender;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the head of a request strictly (RFC 9112): what two readers could understand differently is refused, so that a proxy
 * before this node and the node never disagree about where a request ends. Lines end in CR LF alone; no line is folded; no
 * space stands before a colon; the length of a body is said once, and not in two ways.
 *
 * <p>A function of the bytes: it keeps nothing, and is asked again with more bytes when the head was not whole.
 */
public final class HeadReader {

    private static final int FIELDS_MAX = 100;
    private static final int METHOD_MAX = 32;

    private HeadReader() {}

    /** What the bytes so far are. */
    public sealed interface Reading {

        /** The beginning of a head, as far as can be told. */
        record Incomplete() implements Reading {}

        /** A head; so many bytes belong to it, from the first on. */
        record Complete(RequestHead head, int bytes) implements Reading {}

        /** No head, whatever follows. */
        record Refused(int status, String words) implements Reading {}
    }

    private static final Reading INCOMPLETE = new Reading.Incomplete();

    /**
     * Reads from the first byte on.
     *
     * @param length so many bytes have come
     * @param bytesMax of a head
     */
    public static Reading read(byte[] bytes, int length, int bytesMax) {
        // One empty line before a request is passed over: some write one after a body. RFC 9112 §2.2.
        int begin = length >= 2 && bytes[0] == '\r' && bytes[1] == '\n' ? 2 : 0;
        int at = begin;
        while (at < length) {
            byte each = bytes[at];
            if (each == '\r') {
                if (at + 1 >= length) {
                    break;
                }
                if (bytes[at + 1] != '\n') {
                    return refused("a CR stands alone");
                }
                boolean isEmptyLine =
                        at == begin || (at - 2 >= begin && bytes[at - 1] == '\n' && bytes[at - 2] == '\r');
                if (isEmptyLine) {
                    int end = at + 2;
                    return end > bytesMax ? tooLong(bytesMax) : parse(text(bytes, begin, at), end);
                }
                at += 2;
            } else if (isText(each)) {
                at++;
            } else {
                return refused(each == '\n' ? "an LF stands alone" : "a control character stands in it");
            }
        }
        return length >= bytesMax ? tooLong(bytesMax) : INCOMPLETE;
    }

    /** Without the empty line. */
    private static String text(byte[] bytes, int begin, int end) {
        return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
    }

    private static boolean isText(byte each) {
        return each == '\t' || (each >= ' ' && each != 127) || each < 0;
    }

    private static Reading parse(String text, int bytes) {
        int firstEnd = text.indexOf("\r\n");
        if (firstEnd < 0) {
            return refused("there is no request line");
        }
        var fields = new ArrayList<RequestHead.Field>();
        int from = firstEnd + 2;
        while (from < text.length()) {
            int end = text.indexOf("\r\n", from);
            int colon = text.indexOf(':', from);
            if (colon < 0 || colon > end || !isToken(text, from, colon)) {
                return refused("a header line is none: " + (isBlank(text.charAt(from)) ? "it is folded" : "no name"));
            }
            if (fields.size() == FIELDS_MAX) {
                return new Reading.Refused(431, "there are more than " + FIELDS_MAX + " header lines");
            }
            fields.add(new RequestHead.Field(
                    text.substring(from, colon), text.substring(colon + 1, end).strip()));
            from = end + 2;
        }
        return line(text.substring(0, firstEnd), fields, bytes);
    }

    private static Reading line(String line, List<RequestHead.Field> fields, int bytes) {
        int one = line.indexOf(' ');
        int two = line.indexOf(' ', one + 1);
        if (one < 1 || one > METHOD_MAX || two < 0 || !isToken(line, 0, one)) {
            return refused("the request line is no method, target and version");
        }
        String version = line.substring(two + 1);
        if (!version.equals("HTTP/1.1") && !version.equals("HTTP/1.0")) {
            boolean isOther = version.startsWith("HTTP/") && version.length() == 8;
            return isOther
                    ? new Reading.Refused(505, "HTTP/1.1 is spoken here")
                    : refused("the request line is no method, target and version");
        }
        Optional<String> path = path(line.substring(one + 1, two));
        if (path.isEmpty()) {
            return refused("the target is no path and no http address");
        }
        var head = new RequestHead(line.substring(0, one), path.get(), version.equals("HTTP/1.0"), fields);
        return fault(head).<Reading>map(HeadReader::refused).orElseGet(() -> new Reading.Complete(head, bytes));
    }

    /** Of both forms that a server must take. RFC 9112 §3.2.1, §3.2.2. */
    private static Optional<String> path(String target) {
        if (!target.chars().allMatch(each -> each > ' ' && each < 127 && each != '#')) {
            return Optional.empty();
        }
        String rest = target;
        if (!target.startsWith("/")) {
            int scheme = target.regionMatches(true, 0, "http://", 0, 7)
                    ? 7
                    : target.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
            if (scheme < 0 || target.length() == scheme || "/?".indexOf(target.charAt(scheme)) >= 0) {
                return Optional.empty();
            }
            int slash = target.indexOf('/', scheme);
            rest = slash < 0 ? "/" : target.substring(slash);
        }
        int query = rest.indexOf('?');
        return Optional.of(query < 0 ? rest : rest.substring(0, query));
    }

    /** What contradicts itself, or is there too often. */
    private static Optional<String> fault(RequestHead head) {
        int hosts = 0;
        int lengths = 0;
        int codings = 0;
        for (RequestHead.Field field : head.fields()) {
            if (field.isNamed("Host")) {
                hosts++;
            } else if (field.isNamed("Content-Length")) {
                lengths++;
                if (!isLength(field.value())) {
                    return Optional.of("`Content-Length` is no number");
                }
            } else if (field.isNamed("Transfer-Encoding")) {
                codings++;
                if (!field.value().equalsIgnoreCase("chunked")) {
                    return Optional.of("`Transfer-Encoding` is not `chunked`");
                }
            }
        }
        if (lengths + codings > 1 || (codings > 0 && head.isOld())) {
            return Optional.of("it cannot be told where the body ends");
        }
        return hosts > 1 || (hosts == 0 && !head.isOld()) ? Optional.of("there must be one `Host`") : Optional.empty();
    }

    private static boolean isLength(String value) {
        return !value.isEmpty() && value.length() <= 18 && value.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    private static boolean isBlank(char each) {
        return each == ' ' || each == '\t';
    }

    /** RFC 9110 §5.6.2; an empty one is none. */
    private static boolean isToken(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char each = text.charAt(at);
            boolean isIn = (each >= 'a' && each <= 'z')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= '0' && each <= '9')
                    || "!#$%&'*+-.^_`|~".indexOf(each) >= 0;
            if (!isIn) {
                return false;
            }
        }
        return to > from;
    }

    private static Reading refused(String words) {
        return new Reading.Refused(400, "the request was not understood: " + words);
    }

    private static Reading tooLong(int bytesMax) {
        return new Reading.Refused(431, "the headers are longer than " + bytesMax + " bytes");
    }
}
