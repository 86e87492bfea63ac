package org.hasekura.evidence;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a timestamp authority answers (RFC 3161 §2.4.2): a CMS message (RFC 5652) over the hash of something and a time.
 * Nothing of it is checked by reading it.
 *
 * @param info the signed TSTInfo, as its bytes
 * @param imprintAlgorithm of the hash, as an object identifier
 * @param imprint the hash of what was stamped
 * @param at the authority's time
 * @param nonce as it was asked with, if it was
 * @param certificates that came with it
 * @param signer the SignerInfo
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record TimestampToken(
        byte[] info,
        String imprintAlgorithm,
        byte[] imprint,
        Instant at,
        Optional<BigInteger> nonce,
        List<X509Certificate> certificates,
        List<Der> signer) {

    /** Largest answer that is read. */
    static final int BYTES_MAX = 1 << 18;

    /** With many that sign each other, looking for a chain would take as long as their maker likes. */
    private static final int CERTIFICATES_MAX = 10;

    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMddHHmmss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Reads a TimeStampResp whose request was granted. */
    static TimestampToken read(byte[] response) throws MalformedException {
        if (response.length > BYTES_MAX) {
            throw new MalformedException("an answer of more than " + BYTES_MAX + " bytes");
        }
        List<Der> parts = Der.read(response).parts(Der.SEQUENCE);
        List<Der> status = Der.at(parts, 0).parts(Der.SEQUENCE);
        int granted = new BigInteger(nonEmpty(Der.at(status, 0).content(Der.INTEGER))).intValue();
        if (granted != 0 && granted != 1) {
            throw new MalformedException("the authority refused, with status " + granted);
        }
        List<Der> content = Der.at(parts, 1).parts(Der.SEQUENCE);
        if (!Der.at(content, 0).objectId().equals(SIGNED_DATA)) {
            throw new MalformedException("the token is no signed message");
        }
        return signed(Der.read(Der.at(content, 1).content(0xa0)).parts(Der.SEQUENCE));
    }

    private static TimestampToken signed(List<Der> signed) throws MalformedException {
        List<Der> encapsulated = Der.at(signed, 2).parts(Der.SEQUENCE);
        if (!Der.at(encapsulated, 0).objectId().equals(TST_INFO)) {
            throw new MalformedException("what is signed is no timestamp");
        }
        byte[] info = Der.read(Der.at(encapsulated, 1).content(0xa0)).content(Der.OCTETS);
        Optional<Der> certificates = Der.tagged(signed, 0xa0);
        List<Der> signers = signed.getLast().parts(Der.SET);
        if (signers.size() != 1) {
            throw new MalformedException("a timestamp has one signer, not " + signers.size());
        }
        List<Der> told = Der.read(info).parts(Der.SEQUENCE);
        List<Der> imprint = Der.at(told, 2).parts(Der.SEQUENCE);
        Optional<Der> nonce = Der.tagged(told.subList(Math.min(5, told.size()), told.size()), Der.INTEGER);
        return new TimestampToken(
                info,
                Der.at(Der.at(imprint, 0).parts(Der.SEQUENCE), 0).objectId(),
                Der.at(imprint, 1).content(Der.OCTETS),
                time(Der.at(told, 4)),
                nonce.isPresent()
                        ? Optional.of(new BigInteger(nonEmpty(nonce.get().content())))
                        : Optional.empty(),
                certificates.isPresent() ? certificates(certificates.get()) : List.of(),
                signers.getFirst().parts(Der.SEQUENCE));
    }

    private static Instant time(Der value) throws MalformedException {
        value.content(Der.TIME);
        try {
            return LocalDateTime.parse(value.ascii(), TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new MalformedException("`" + Texts.shown(value.ascii()) + "` is no time of a timestamp");
        }
    }

    /** Those that can be read. They are not signed, and whether the one that signed is among them is asked later. */
    private static List<X509Certificate> certificates(Der set) throws MalformedException {
        List<Der> parts = set.parts(0xa0);
        if (parts.size() > CERTIFICATES_MAX) {
            throw new MalformedException("a timestamp with more than " + CERTIFICATES_MAX + " certificates");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (Der each : parts) {
            certificate(each.whole()).ifPresent(certificates::add);
        }
        return certificates;
    }

    private static Optional<X509Certificate> certificate(byte[] der) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static byte[] nonEmpty(byte[] integer) throws MalformedException {
        if (integer.length == 0) {
            throw new MalformedException("an integer without a byte");
        }
        return integer;
    }
}
