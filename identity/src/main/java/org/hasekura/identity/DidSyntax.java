package org.hasekura.identity;

import java.util.Optional;

/**
 * What text is a {@code did:web} that may be contacted.
 *
 * <p>Percent-encoding is refused except for the port's colon: a decoder run over the whole URL would let
 * {@code did:web:good.example%40evil.example} reach the second host. The last label must begin with a letter, which
 * shuts out IP addresses in every radix ({@code 2130706433}, {@code 0x7f.1}, {@code 127.0x1}).
 */
final class DidSyntax {

    static final String PREFIX = "did:web:";

    private static final int DID_CHARACTERS_MAX = 512;
    private static final int HOST_CHARACTERS_MAX = 253;
    private static final int LABEL_CHARACTERS_MAX = 63;
    private static final int PORT_MAX = 65_535;
    private static final String PORT_SEPARATOR = "%3A";

    private DidSyntax() {}

    /** What is wrong with the text, in words for a person; empty if nothing is. */
    static Optional<String> fault(String text, Admission admission) {
        if (text.length() > DID_CHARACTERS_MAX) {
            return Optional.of(
                    "a DID of " + text.length() + " characters; at most " + DID_CHARACTERS_MAX + " are read");
        }
        if (!text.startsWith(PREFIX)) {
            return Optional.of(
                    "`" + Words.shown(text) + "` is not a did:web; give one such as `did:web:node.example.org`");
        }
        // -1 keeps empty segments at the end, which are refused below.
        String[] segments = text.substring(PREFIX.length()).split(":", -1);
        Optional<String> inAuthority = faultInAuthority(segments[0], admission);
        if (inAuthority.isPresent()) {
            return inAuthority.map(words -> words + " in `" + Words.shown(text) + "`");
        }
        for (int i = 1; i < segments.length; i++) {
            if (!isPathSegment(segments[i])) {
                return Optional.of("path segment `" + Words.shown(segments[i]) + "` in `" + Words.shown(text)
                        + "`; only letters, digits, `-`, `_` and inner dots are read");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> faultInAuthority(String authority, Admission admission) {
        int separator = authority.indexOf(PORT_SEPARATOR);
        String host = separator < 0 ? authority : authority.substring(0, separator);
        if (separator >= 0 && !isPort(authority.substring(separator + PORT_SEPARATOR.length()))) {
            return Optional.of("a port that is not a number from 1 to " + PORT_MAX);
        }
        if (host.equals("localhost")) {
            return admission == Admission.DEVELOPMENT
                    ? Optional.empty()
                    : Optional.of("host `localhost`, which development mode alone admits,");
        }
        return faultInHost(host);
    }

    private static Optional<String> faultInHost(String host) {
        if (host.length() > HOST_CHARACTERS_MAX) {
            return Optional.of("a host of more than " + HOST_CHARACTERS_MAX + " characters");
        }
        String[] labels = host.split("\\.", -1);
        for (String label : labels) {
            if (!isLabel(label)) {
                return Optional.of("host `" + Words.shown(host)
                        + "`; only lower-case letters, digits and inner hyphens between dots are read");
            }
        }
        String last = labels[labels.length - 1];
        if (labels.length < 2 || last.length() < 2 || !isLetter(last.charAt(0))) {
            return Optional.of("host `" + Words.shown(host) + "`; a full domain name is needed, not an address");
        }
        // RFC 6761: every name under `localhost` is this machine.
        return last.equals("localhost") ? Optional.of("host `" + host + "`, which is this machine,") : Optional.empty();
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LABEL_CHARACTERS_MAX
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '-');
    }

    private static boolean isPort(String port) {
        return !port.isEmpty()
                && port.length() <= 5
                && port.charAt(0) != '0'
                && port.chars().allMatch(DidSyntax::isDigit)
                && Integer.parseInt(port) <= PORT_MAX;
    }

    /** Paths keep their case, since identifiers in use carry upper-case business numbers. */
    private static boolean isPathSegment(String segment) {
        return !segment.isEmpty()
                && !segment.startsWith(".")
                && !segment.endsWith(".")
                && !segment.contains("..")
                && segment.chars()
                        .allMatch(c -> isLetter(c) || isDigit(c) || (c >= 'A' && c <= 'Z') || "-_.".indexOf(c) >= 0);
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
