package org.hasekura.identity;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Base64url without padding as JOSE uses it (RFC 7515 §2), one text for one value. */
final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** The bytes; empty for padding, foreign characters or unused bits that are not zero. */
    static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            boolean canonical =
                    Arrays.equals(ENCODER.encode(bytes), text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            return canonical ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
