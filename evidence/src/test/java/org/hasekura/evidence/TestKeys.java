package org.hasekura.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Random;

/** The same Ed25519 key pairs in every run, by number. */
final class TestKeys {

    private TestKeys() {}

    static KeyPair pair(int number) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Seeded(number));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static NoteSigner log(String name, int number) {
        return NoteSigner.ed25519(name, pair(number));
    }

    static Cosigner cosigner(String name, int number) {
        return Cosigner.ed25519(name, pair(number));
    }

    private static final class Seeded extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final Random random;

        Seeded(int seed) {
            random = new Random(seed);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }
    }
}
