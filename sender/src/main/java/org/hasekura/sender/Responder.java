package org.hasekura.sender;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hasekura.delivery.Opening;
import org.hasekura.exchange.StoreFailed;

/** Finds the answer to a request: {@code GET} and {@code HEAD} of {@code /data/<pid>}, and nothing else. */
final class Responder {

    private static final System.Logger LOG = System.getLogger(Responder.class.getName());
    private static final String DATA = "/data/";

    private final Desk desk;
    private final HttpDate date;
    private final Optional<String> addressHeader;

    /** @param addressHeader the header in which a trusted reverse proxy puts the asking address */
    Responder(Desk desk, HttpDate date, Optional<String> addressHeader) {
        this.desk = desk;
        this.date = date;
        this.addressHeader = addressHeader;
    }

    /** To bytes that are no request: said once, since nobody can tell where the next one would begin. */
    Answer to(HeadReader.Reading.Refused refused) {
        return refuse(refused.status(), refused.words(), "", Map.of(), false, true);
    }

    /** @param connected the address at the other end of the connection */
    Answer to(RequestHead head, String connected) {
        String address = addressHeader.flatMap(head::last).orElse(connected);
        boolean isHead = head.method().equals("HEAD");
        boolean isLast = head.isLast() || head.hasBody();
        OptionalLong wait = desk.secondsToWait(address);
        if (wait.isPresent()) {
            return refuse(
                    429,
                    "too many requests from this address; wait as Retry-After says",
                    head.path(),
                    Map.of("Retry-After", Long.toString(wait.getAsLong())),
                    isHead,
                    isLast);
        }
        Optional<String> pid = pid(head.path());
        if (pid.isEmpty()) {
            return refuse(404, "there is nothing here", head.path(), Map.of(), isHead, isLast);
        }
        if (!isHead && !head.method().equals("GET")) {
            return refuse(405, "this path serves GET, HEAD", head.path(), Map.of("Allow", "GET, HEAD"), false, isLast);
        }
        if (head.hasBody()) {
            return refuse(413, "the body is longer than 0 bytes", head.path(), Map.of(), isHead, true);
        }
        return judged(head, pid.get(), isHead, isLast);
    }

    private Answer judged(RequestHead head, String pid, boolean isHead, boolean isLast) {
        Opening opening;
        try {
            opening = desk.open(pid, head.bearerToken(), head.header("Range"), head.header("If-Range"));
        } catch (StoreFailed failed) {
            desk.storeFailed(failed);
            return refuse(503, "the storage of this node has failed", head.path(), Map.of(), isHead, true);
        } catch (IOException source) {
            LOG.log(System.Logger.Level.WARNING, "the source of a transfer cannot be read: {0}", source.getMessage());
            String words = "the provider cannot read the data now; ask again later";
            return refuse(502, words, head.path(), Map.of(), isHead, isLast);
        }
        if (!(opening instanceof Opening.Serve serve)) {
            return refuse(opening.status(), opening.sentence(), head.path(), opening.headers(), isHead, isLast);
        }
        boolean isKnown = head.header("If-None-Match")
                .filter(tags -> names(tags, serve.headers().getOrDefault("ETag", "")))
                .isPresent();
        if (isHead || isKnown) {
            serve.close();
        }
        return isKnown
                ? Answer.unchanged(serve, date.now(), isLast)
                : Answer.serving(serve, date.now(), isHead, isLast);
    }

    /** Whether the asker has these bytes already. RFC 9110 §13.1.2. */
    private static boolean names(String tags, String tag) {
        return tags.equals("*")
                || Arrays.stream(tags.split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> each.equals(tag) || each.equals("W/" + tag));
    }

    /** The file that an opening lets through. */
    FileChannel file(Opening.Serve serve) throws IOException {
        return desk.file(serve.content().location());
    }

    private Answer refuse(
            int status, String words, String path, Map<String, String> headers, boolean isHead, boolean isLast) {
        return Answer.refusing(status, headers, desk.refusal(status, words, path), date.now(), isHead, isLast);
    }

    /** The one segment after {@code /data/}, decoded; empty when the path is another. */
    private static Optional<String> pid(String path) {
        if (!path.startsWith(DATA) || path.length() == DATA.length() || path.indexOf('/', DATA.length()) >= 0) {
            return Optional.empty();
        }
        String segment = path.substring(DATA.length());
        return segment.indexOf('%') < 0 ? Optional.of(segment) : decoded(segment);
    }

    /** Percent-encoded UTF-8; empty when it is none. */
    private static Optional<String> decoded(String segment) {
        ByteBuffer bytes = ByteBuffer.allocate(segment.length());
        int at = 0;
        while (at < segment.length()) {
            char each = segment.charAt(at);
            if (each != '%') {
                bytes.put((byte) each);
                at++;
                continue;
            }
            boolean isWhole = at + 2 < segment.length();
            int high = isWhole ? Character.digit(segment.charAt(at + 1), 16) : -1;
            int low = isWhole ? Character.digit(segment.charAt(at + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.put((byte) (high * 16 + low));
            at += 3;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
