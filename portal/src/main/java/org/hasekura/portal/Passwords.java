package org.hasekura.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as they are kept: by Argon2id, which takes memory as well as time from whoever tries many. RFC 9106; 19 MiB and two
 * passes, as OWASP asks for at least.
 */
final class Passwords {

    static final int CHARACTERS_MIN = 12;
    static final int CHARACTERS_MAX = 256;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern KEPT =
            Pattern.compile("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    /** So many are computed at once: each takes its memory. */
    private static final Semaphore PLACES = new Semaphore(2);

    private Passwords() {}

    /** What is kept of a password, in the usual form of Argon2. */
    static String kept(String password, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + encoder.encodeToString(salt) + "$"
                + encoder.encodeToString(hash(password, salt));
    }

    /**
     * Whether this is the password. Without anything kept it takes as long and says no, so that nobody learns who has an
     * account.
     */
    static boolean isRight(String password, Optional<String> kept) {
        Matcher parts = KEPT.matcher(kept.orElse(""));
        boolean isKept = parts.matches();
        byte[] salt = isKept ? Base64.getDecoder().decode(parts.group(1)) : new byte[SALT_BYTES];
        byte[] hash = isKept ? Base64.getDecoder().decode(parts.group(2)) : new byte[HASH_BYTES];
        boolean isSame = MessageDigest.isEqual(hash, hash(password, salt));
        return isKept && isSame;
    }

    private static byte[] hash(String password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        PLACES.acquireUninterruptibly();
        try {
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            PLACES.release();
        }
        return hash;
    }
}
