package org.hasekura.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The secrets that open the bytes: made here, kept by the node only as their SHA-256. */
final class Token {

    private static final int BYTES = 32;

    /** No token of ours is longer than 43 characters; a longer one is not worth hashing. */
    private static final int PRESENTED_MAX = 256;

    private Token() {}

    /** A new token of 256 bits. */
    static String fresh(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String token) {
        return HexFormat.of().formatHex(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether this is the token with that hash. Takes the same time wherever the two differ. */
    static boolean opens(Optional<String> presented, Optional<String> hash) {
        if (presented.isEmpty() || presented.get().length() > PRESENTED_MAX || hash.isEmpty()) {
            return false;
        }
        return MessageDigest.isEqual(
                hash(presented.get()).getBytes(StandardCharsets.US_ASCII),
                hash.get().getBytes(StandardCharsets.US_ASCII));
    }
}
