package org.hasekura.delivery;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The digest of the whole content, as a header carries it beside any part of it. RFC 9530 §3. */
final class ReprDigest {

    static final String HEADER = "Repr-Digest";

    private static final int VALUE_MAX = 1024;
    private static final int SHA256_BYTES = 32;

    private ReprDigest() {}

    /** @param sha256 in hex */
    static String write(String sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }

    /** The SHA-256 in lower-case hex, when the header has a readable one; digests of other kinds are passed over. */
    static Optional<String> sha256(Optional<String> header) {
        if (header.isEmpty() || header.get().length() > VALUE_MAX) {
            return Optional.empty();
        }
        for (String each : header.get().split(",", -1)) {
            String member = each.strip();
            int equals = member.indexOf('=');
            if (equals > 0
                    && member.substring(0, equals).toLowerCase(Locale.ROOT).equals("sha-256")) {
                return decode(member.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decode(String value) {
        if (value.length() < 2 || value.charAt(0) != ':' || value.charAt(value.length() - 1) != ':') {
            return Optional.empty();
        }
        try {
            byte[] digest = Base64.getDecoder().decode(value.substring(1, value.length() - 1));
            return digest.length == SHA256_BYTES ? Optional.of(HexFormat.of().formatHex(digest)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
