package org.hasekura.node;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths as their segments: cut at the slashes first and decoded then, so that an encoded slash stays within its segment. */
final class PathSegments {

    private static final int SEGMENTS_MAX = 64;

    private PathSegments() {}

    /** What stands between the slashes, as it is. */
    static List<String> cut(String path) {
        List<String> segments = new ArrayList<>();
        int from = 1;
        for (int slash = path.indexOf('/', from); slash >= 0; slash = path.indexOf('/', from)) {
            segments.add(path.substring(from, slash));
            from = slash + 1;
        }
        segments.add(path.substring(Math.min(from, path.length())));
        return segments;
    }

    /** The segments; empty when the encoding is broken or there are too many. RFC 3986 §2.1. */
    static Optional<List<String>> decode(String rawPath) {
        List<String> decoded = new ArrayList<>();
        for (String segment : cut(rawPath)) {
            Optional<String> text = segment.indexOf('%') < 0 ? Optional.of(segment) : decodeSegment(segment);
            if (text.isEmpty() || decoded.size() == SEGMENTS_MAX) {
                return Optional.empty();
            }
            decoded.add(text.get());
        }
        return Optional.of(decoded);
    }

    private static Optional<String> decodeSegment(String segment) {
        byte[] raw = segment.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] != '%') {
                bytes.put(raw[at]);
                continue;
            }
            int high = at + 2 <= raw.length - 1 ? Character.digit(raw[at + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[at + 2], 16);
            if (low < 0) {
                return Optional.empty();
            }
            bytes.put((byte) (high * 16 + low));
            at += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
