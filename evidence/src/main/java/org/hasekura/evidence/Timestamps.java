package org.hasekura.evidence;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Timestamps of authorities (RFC 3161, with RFC 5816) by the JDK alone: the request, and the whole check of the answer.
 * Certificates that were revoked are not found out by this: nothing is fetched.
 */
public final class Timestamps {

    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
    private static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
    private static final String RSA = "1.2.840.113549.1.1.1";

    private static final Map<String, String> DIGESTS = Map.of(
            "1.3.14.3.2.26", "SHA-1",
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");

    private Timestamps() {}

    /** What came of checking an answer. */
    public sealed interface Check {

        /**
         * The authority stamped it.
         *
         * @param at the authority's time
         * @param authority the subject of its certificate
         */
        record Stamped(Instant at, String authority) implements Check {}

        /** It did not; why, in lower case. */
        record Refused(String reason) implements Check {}
    }

    /**
     * The request for a timestamp of these bytes, by their SHA-256, with the authority's certificate asked for: to be posted
     * as {@code application/timestamp-query}.
     *
     * @param nonce by chance, so that an old answer cannot pass for a new one
     */
    public static byte[] request(byte[] stamped, BigInteger nonce) {
        byte[] sha256 = Der.write(Der.OBJECT_ID, new byte[] {0x60, (byte) 0x86, 0x48, 1, 0x65, 3, 4, 2, 1});
        byte[] algorithm = Der.write(Der.SEQUENCE, sha256, new byte[] {5, 0});
        byte[] hash = Der.write(Der.OCTETS, Hash.sha256(stamped).bytes());
        return Der.write(
                Der.SEQUENCE,
                Der.write(Der.INTEGER, new byte[] {1}),
                Der.write(Der.SEQUENCE, algorithm, hash),
                Der.write(Der.INTEGER, nonce.toByteArray()),
                new byte[] {1, 1, (byte) 0xff});
    }

    /** The certificates of a PEM file; empty if it cannot be read. */
    public static List<X509Certificate> roots(byte[] pem) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            return List.of();
        }
    }

    /**
     * Checks an authority's answer: the imprint, the nonce, the signature, what the certificate is for, and its chain to a
     * root at the time it states.
     *
     * @param nonce of the request, by whoever made it
     * @param roots that are trusted
     */
    public static Check check(
            byte[] response, byte[] stamped, Optional<BigInteger> nonce, List<X509Certificate> roots) {
        try {
            TimestampToken token = TimestampToken.read(response);
            requireImprint(token, stamped);
            if (nonce.isPresent() && !nonce.equals(token.nonce())) {
                throw new MalformedException("it answers another request: the nonce differs");
            }
            X509Certificate certificate = signer(token);
            requireSignature(token, certificate);
            requirePurpose(certificate);
            requireChain(token, certificate, roots);
            return new Check.Stamped(
                    token.at(), certificate.getSubjectX500Principal().getName());
        } catch (MalformedException e) {
            return new Check.Refused(e.reason());
        }
    }

    private static void requireImprint(TimestampToken token, byte[] stamped) throws MalformedException {
        if (!Arrays.equals(digest(token.imprintAlgorithm(), false).digest(stamped), token.imprint())) {
            throw new MalformedException("it is of something else: the hash differs");
        }
    }

    private static MessageDigest digest(String objectId, boolean admitsSha1) throws MalformedException {
        Optional<String> name =
                Optional.ofNullable(DIGESTS.get(objectId)).filter(each -> admitsSha1 || !each.equals("SHA-1"));
        try {
            return MessageDigest.getInstance(name.orElseThrow(
                    () -> new MalformedException("hashes of the kind `" + objectId + "` are not taken here")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }

    /** The certificate that the token says it is signed with, by issuer and number or by key identifier. */
    private static X509Certificate signer(TimestampToken token) throws MalformedException {
        Der name = Der.at(token.signer(), 1);
        for (X509Certificate each : token.certificates()) {
            boolean isIt;
            if (name.tag() == Der.SEQUENCE) {
                List<Der> parts = name.parts(Der.SEQUENCE);
                isIt = Arrays.equals(
                                Der.at(parts, 0).whole(),
                                each.getIssuerX500Principal().getEncoded())
                        && Arrays.equals(
                                Der.at(parts, 1).content(Der.INTEGER),
                                each.getSerialNumber().toByteArray());
            } else {
                byte[] id =
                        Optional.ofNullable(each.getExtensionValue("2.5.29.14")).orElse(new byte[0]);
                isIt = id.length > 4 && Arrays.equals(Arrays.copyOfRange(id, 4, id.length), name.content(0x80));
            }
            if (isIt) {
                return each;
            }
        }
        throw new MalformedException("the certificate that signed it is not in it");
    }

    private static void requireSignature(TimestampToken token, X509Certificate certificate) throws MalformedException {
        List<Der> signer = token.signer();
        String digest = Der.at(Der.at(signer, 2).parts(Der.SEQUENCE), 0).objectId();
        Der attributes = Der.at(signer, 3);
        List<Der> signed = attributes.parts(0xa0);
        if (!attribute(signed, CONTENT_TYPE)
                .map(Der::whole)
                .filter(oid -> Arrays.equals(oid, Der.write(Der.OBJECT_ID, tstInfo())))
                .isPresent()) {
            throw new MalformedException("its signature is over another kind of content");
        }
        byte[] stated = attribute(signed, MESSAGE_DIGEST)
                .orElseThrow(() -> new MalformedException("its signature does not name the content"))
                .content(Der.OCTETS);
        if (!Arrays.equals(stated, digest(digest, false).digest(token.info()))) {
            throw new MalformedException("its content was changed after it was signed");
        }
        requireSigningCertificate(signed, certificate);
        // RFC 5652 §5.4: signed is the SET, not the implicitly tagged field.
        byte[] covered = Der.write(Der.SET, attributes.content());
        try {
            Signature verifier = verifier(Der.at(signer, 4), digest);
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(covered);
            if (!verifier.verify(Der.at(signer, 5).content(Der.OCTETS))) {
                throw new MalformedException("its signature is not by the certificate in it");
            }
        } catch (GeneralSecurityException e) {
            throw new MalformedException("its signature cannot be checked: " + e.getMessage());
        }
    }

    private static byte[] tstInfo() {
        return new byte[] {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 9, 16, 1, 4};
    }

    private static Optional<Der> attribute(List<Der> attributes, String objectId) throws MalformedException {
        Optional<Der> found = Optional.empty();
        for (Der each : attributes) {
            List<Der> parts = each.parts(Der.SEQUENCE);
            if (Der.at(parts, 0).objectId().equals(objectId)) {
                List<Der> values = Der.at(parts, 1).parts(Der.SET);
                if (found.isPresent() || values.size() != 1) {
                    throw new MalformedException("a signed attribute stands in it twice");
                }
                found = Optional.of(values.getFirst());
            }
        }
        return found;
    }

    /** RFC 5816: the signature names its certificate by hash, so that no other with the same key can take its place. */
    private static void requireSigningCertificate(List<Der> attributes, X509Certificate certificate)
            throws MalformedException {
        Optional<Der> second = attribute(attributes, SIGNING_CERTIFICATE_V2);
        Optional<Der> first = attribute(attributes, SIGNING_CERTIFICATE);
        Der value = second.or(() -> first)
                .orElseThrow(() -> new MalformedException("its signature does not name its certificate"));
        List<Der> id = Der.at(Der.at(value.parts(Der.SEQUENCE), 0).parts(Der.SEQUENCE), 0)
                .parts(Der.SEQUENCE);
        boolean namesDigest = second.isPresent() && Der.at(id, 0).tag() == Der.SEQUENCE;
        String digest = namesDigest
                ? Der.at(Der.at(id, 0).parts(Der.SEQUENCE), 0).objectId()
                : second.isPresent() ? "2.16.840.1.101.3.4.2.1" : "1.3.14.3.2.26";
        byte[] stated = Der.at(id, namesDigest ? 1 : 0).content(Der.OCTETS);
        try {
            if (!Arrays.equals(stated, digest(digest, true).digest(certificate.getEncoded()))) {
                throw new MalformedException("its signature names another certificate");
            }
        } catch (CertificateException e) {
            throw new MalformedException("its certificate cannot be read");
        }
    }

    private static Signature verifier(Der algorithm, String digest)
            throws GeneralSecurityException, MalformedException {
        List<Der> parts = algorithm.parts(Der.SEQUENCE);
        String objectId = Der.at(parts, 0).objectId();
        if (objectId.equals(RSA)) {
            return Signature.getInstance(DIGESTS.getOrDefault(digest, "").replace("-", "") + "withRSA");
        }
        if (StrongSignatures.isPss(objectId)) {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(StrongSignatures.pss(Der.at(parts, 1).whole()));
            return pss;
        }
        return Signature.getInstance(StrongSignatures.name(objectId)
                .orElseThrow(
                        () -> new MalformedException("signatures of the kind `" + objectId + "` are not taken here")));
    }

    /** RFC 3161 §2.3: for timestamps, for nothing else, and said so critically. */
    private static void requirePurpose(X509Certificate certificate) throws MalformedException {
        try {
            List<String> purposes =
                    Optional.ofNullable(certificate.getExtendedKeyUsage()).orElse(List.of());
            Set<String> critical =
                    Optional.ofNullable(certificate.getCriticalExtensionOIDs()).orElse(Set.of());
            if (!purposes.equals(List.of(TIME_STAMPING)) || !critical.contains("2.5.29.37")) {
                throw new MalformedException("its certificate is not one for timestamps alone");
            }
        } catch (CertificateException e) {
            throw new MalformedException("its certificate cannot be read");
        }
    }

    private static void requireChain(TimestampToken token, X509Certificate certificate, List<X509Certificate> roots)
            throws MalformedException {
        Set<TrustAnchor> anchors = new HashSet<>();
        roots.forEach(root -> anchors.add(new TrustAnchor(root, null)));
        if (anchors.isEmpty()) {
            throw new MalformedException("no root certificate of an authority is given");
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(token.at()));
            parameters.addCertPathChecker(new StrongSignatures());
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(token.certificates())));
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("the parameters are right", e);
        } catch (GeneralSecurityException e) {
            throw new MalformedException("its certificate does not lead to a root that is given");
        }
    }
}
