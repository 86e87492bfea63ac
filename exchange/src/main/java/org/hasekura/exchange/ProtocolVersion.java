package org.hasekura.exchange;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One version of the protocol that a node speaks, over HTTPS. DSP 2025-1 #exposure-of-dataspace-protocol-versions.
 *
 * @param path what follows the root, beginning with a slash; {@code /} for the root itself
 * @param serviceId groups the addresses of one service over versions
 */
public record ProtocolVersion(
        String version, String path, Optional<String> serviceId, Optional<String> identifierType, Optional<Auth> auth) {

    /** The version that this node speaks. */
    public static final String SPOKEN = "2025-1";

    static final String HTTPS = "HTTPS";
    static final String DCP = "DCP";

    /** Segments of unreserved characters, none of them `.` or `..`: nothing that would lead elsewhere. */
    private static final Pattern PATH = Pattern.compile("/|(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+/?");

    private static final int PATH_MAX = 256;

    public ProtocolVersion {
        if (!isPath(path)) {
            throw new IllegalArgumentException("not an absolute path: `" + path + "`");
        }
    }

    /** How requests are authorised, e.g. DCP 1.0 with its profiles. */
    public record Auth(String protocol, String version, List<String> profiles) {
        public Auth {
            profiles = List.copyOf(profiles);
        }
    }

    static boolean isPath(String path) {
        return path.length() <= PATH_MAX && PATH.matcher(path).matches();
    }

    /** The address that the catalog, negotiation and transfer paths extend, without a slash at its end. */
    public URI base(URI root) {
        return URI.create(withoutSlash(root.toString()) + withoutSlash(path));
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
