package org.hasekura.sender;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server shows that it is: its certificate with those that lead from it to a known authority, and the key to the first.
 *
 * @param chain the server's own first
 */
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {

    private static final int CHAIN_MAX = 10;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]{1,40000})-----END \\1-----");

    public TlsIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("there is no certificate");
        }
    }

    /** What came of reading one. */
    public sealed interface Reading {

        record Read(TlsIdentity identity) implements Reading {}

        /** Why it is none, for the person who set it. */
        record Refused(String words) implements Reading {}
    }

    /**
     * From PEM (RFC 7468): certificates, the server's first, and a key in PKCS #8 ({@code BEGIN PRIVATE KEY}).
     *
     * @param key may be the same file as the certificates
     */
    public static Reading fromPem(byte[] certificates, byte[] key) {
        var chain = new ArrayList<X509Certificate>();
        Matcher blocks = BLOCK.matcher(text(certificates));
        while (blocks.find()) {
            if (blocks.group(1).equals("CERTIFICATE")) {
                Optional<X509Certificate> certificate = certificate(blocks.group(2));
                if (certificate.isEmpty()) {
                    return new Reading.Refused("certificate number " + (chain.size() + 1) + " cannot be read");
                }
                chain.add(certificate.get());
            }
        }
        Matcher keys = BLOCK.matcher(text(key));
        while (keys.find()) {
            if (keys.group(1).equals("PRIVATE KEY")) {
                return decoded(keys.group(2))
                        .flatMap(TlsIdentity::key)
                        .map(read -> of(read, chain))
                        .orElseGet(
                                () -> new Reading.Refused("the key is of no kind that can be used: RSA, EC or EdDSA"));
            }
            if (keys.group(1).endsWith("PRIVATE KEY")) {
                return new Reading.Refused("the key is a `" + keys.group(1)
                        + "`; make a `PRIVATE KEY` of it: openssl pkcs8 -topk8 -nodes -in OLD -out NEW");
            }
        }
        return new Reading.Refused("there is no `BEGIN PRIVATE KEY` in it");
    }

    /** From PKCS #12 (RFC 7292), with the only key in it. */
    public static Reading fromPkcs12(byte[] file, String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password.toCharArray());
            List<String> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    keys.add(alias);
                }
            }
            if (keys.size() != 1
                    || !(store.getKey(keys.getFirst(), password.toCharArray()) instanceof PrivateKey key)) {
                return new Reading.Refused("there must be one private key in it, and there are " + keys.size());
            }
            var chain = new ArrayList<X509Certificate>();
            for (Certificate each : store.getCertificateChain(keys.getFirst())) {
                if (each instanceof X509Certificate certificate) {
                    chain.add(certificate);
                }
            }
            return of(key, chain);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            // The JDK's reader of DER fails with runtime exceptions on some damage, too.
            return new Reading.Refused("it is no PKCS #12 file, or the password is another");
        }
    }

    private static Reading of(PrivateKey key, List<X509Certificate> chain) {
        if (chain.isEmpty() || chain.size() > CHAIN_MAX) {
            return new Reading.Refused("there are " + chain.size() + " certificates; expected 1 to " + CHAIN_MAX);
        }
        return belong(key, chain.getFirst().getPublicKey())
                ? new Reading.Read(new TlsIdentity(key, chain))
                : new Reading.Refused("the key is not that of the first certificate");
    }

    /** Tried, since keys of one kind say nothing of each other. */
    private static boolean belong(PrivateKey key, PublicKey certified) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            byte[] probe = "whose key is it?".getBytes(StandardCharsets.US_ASCII);
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(probe);
            byte[] signature = signing.sign();
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(certified);
            verifying.update(probe);
            return verifying.verify(signature);
        } catch (GeneralSecurityException notOne) {
            return false;
        }
    }

    private static Optional<X509Certificate> certificate(String base64) {
        return decoded(base64).flatMap(der -> {
            try {
                return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der))
                                instanceof X509Certificate certificate
                        ? Optional.of(certificate)
                        : Optional.empty();
            } catch (CertificateException notOne) {
                return Optional.empty();
            }
        });
    }

    /** PKCS #8 names its algorithm, but the JDK has the factory named before it looks. */
    private static Optional<PrivateKey> key(byte[] der) {
        return Stream.of("RSA", "EC", "EdDSA")
                .flatMap(algorithm -> key(algorithm, der).stream())
                .findFirst();
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
