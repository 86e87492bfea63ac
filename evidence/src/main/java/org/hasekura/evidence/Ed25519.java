package org.hasekura.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) by the JDK, with keys in the 32-byte form the note formats use. */
final class Ed25519 {

    /** Everything of an Ed25519 SubjectPublicKeyInfo that comes before the 32 bytes of the key (RFC 8410 §4). */
    private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    static final int SIGNATURE_BYTES = 64;

    private Ed25519() {}

    static byte[] raw(PublicKey key) {
        byte[] spki = key.getEncoded();
        if (spki == null || spki.length != 44 || !Arrays.equals(spki, 0, 12, SPKI_HEAD, 0, 12)) {
            throw new IllegalArgumentException("not an Ed25519 public key: " + key.getAlgorithm());
        }
        return Arrays.copyOfRange(spki, 12, 44);
    }

    static boolean verify(byte[] rawKey, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            byte[] spki = Arrays.copyOf(SPKI_HEAD, 44);
            System.arraycopy(rawKey, 0, spki, 12, 32);
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // A key that is no point of the curve, or a signature with a scalar out of range: neither verifies
            // anything.
            return false;
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this key cannot sign with Ed25519: " + key.getAlgorithm(), e);
        }
    }
}
