package org.hasekura.node;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of the management interface with what a person typed in them. */
final class ApiPath {

    private ApiPath() {}

    /** A path with a segment that is encoded, so that it cannot name another path. */
    static String of(String path, String segment, String... rest) {
        return path + "/" + encode(segment) + String.join("", rest);
    }

    /** A segment, or a value in a query, encoded. */
    static String encode(String segment) {
        // A form's encoding differs from a path's in the space alone; dots alone would walk up the path.
        String encoded = URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.matches("[.]+") ? encoded.replace(".", "%2E") : encoded;
    }
}
