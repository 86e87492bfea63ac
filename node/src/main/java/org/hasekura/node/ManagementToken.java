package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The bearer token of the management server. It is made at first start, told once, and kept only as its SHA-256: a
 * token of 256 random bits needs no slow hash.
 */
public final class ManagementToken {

    private static final String FILE = "management-token.sha256";
    private static final int TOKEN_BYTES = 32;
    private static final int TOKEN_CHARACTERS_MAX = 512;

    private final byte[] hash;
    private final Optional<String> toTellOnce;

    private ManagementToken(byte[] hash, Optional<String> toTellOnce) {
        this.hash = hash;
        this.toTellOnce = toTellOnce;
    }

    /**
     * The folder's token, made at first use.
     *
     * @param random a secure one
     * @throws IOException if the kept hash cannot be read or written, or is none
     */
    public static ManagementToken of(DataFolder folder, RandomGenerator random) throws IOException {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = "hsk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        byte[] fresh = hashOf(token);
        byte[] kept =
                folder.kept(FILE, () -> (HexFormat.of().formatHex(fresh) + "\n").getBytes(StandardCharsets.US_ASCII));
        String text = new String(kept, StandardCharsets.US_ASCII).strip();
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IOException("`" + folder.path(FILE)
                    + "` holds no SHA-256; remove it to have a new token made at the next start");
        }
        byte[] hash = HexFormat.of().parseHex(text);
        return new ManagementToken(hash, MessageDigest.isEqual(hash, fresh) ? Optional.of(token) : Optional.empty());
    }

    /** The token itself, at the start that made it and never again. */
    public Optional<String> toTellOnce() {
        return toTellOnce;
    }

    /** Whether this is the token; takes as long for a wrong one as for the right one. */
    public boolean admits(String token) {
        return token.length() <= TOKEN_CHARACTERS_MAX && MessageDigest.isEqual(hash, hashOf(token));
    }

    private static byte[] hashOf(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }
}
