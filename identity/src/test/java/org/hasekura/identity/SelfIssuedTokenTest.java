package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.identity.Tokens.CARS;
import static org.hasekura.identity.Tokens.CARS_DOCUMENT;
import static org.hasekura.identity.Tokens.CARS_KEY;
import static org.hasekura.identity.Tokens.CELLS;
import static org.hasekura.identity.Tokens.NOW;
import static org.hasekura.identity.Tokens.check;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.net.URI;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hasekura.identity.TokenCheck.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A self-issued token (DCP 1.0)")
class SelfIssuedTokenTest {

    @Test
    @DisplayName("tells who sent it, when the key is in the sender's document")
    void accepted() {
        String compact = Tokens.claims().signedBy(CARS_KEY);

        assertThat(check(compact))
                .isEqualTo(new TokenCheck.Accepted(CARS, "id-1", NOW, NOW.plusSeconds(60), CARS.url("token-1")));
    }

    @Test
    @DisplayName("is read by another implementation, with typ JWT and the whole key identifier")
    void readByNimbus() throws Exception {
        SignedJWT jwt = SignedJWT.parse(
                new SelfIssuedToken(CARS, CELLS, "id-1", NOW, Optional.of(NOW.minusSeconds(1)), NOW.plusSeconds(60))
                        .signedBy(CARS_KEY));

        assertThat(jwt.getHeader().getType()).isEqualTo(JOSEObjectType.JWT);
        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.EdDSA);
        assertThat(jwt.getHeader().getKeyID()).isEqualTo("did:web:cars.example.de#token-1");
        assertThat(jwt.getJWTClaimsSet())
                .isEqualTo(new JWTClaimsSet.Builder()
                        .issuer(CARS.text())
                        .subject(CARS.text())
                        .audience(CELLS.text())
                        .jwtID("id-1")
                        .issueTime(Date.from(NOW))
                        .notBeforeTime(Date.from(NOW.minusSeconds(1)))
                        .expirationTime(Date.from(NOW.plusSeconds(60)))
                        .build());
    }

    @Test
    @DisplayName("signed with ES256 by another implementation is accepted")
    void es256() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        String compact = es256Token(key);
        DidDocument document = documentOf(key);

        assertThat(check(compact, document, NOW)).isInstanceOf(TokenCheck.Accepted.class);
        refused(check(compact.substring(0, compact.length() - 4) + "AAAA", document, NOW), Reason.SIGNATURE_WRONG);
    }

    @Test
    @DisplayName("may name its key by the fragment, or not at all when there is only one")
    void keyNames() {
        assertThat(check(Tokens.withHeader("kid", "#token-1"))).isInstanceOf(TokenCheck.Accepted.class);
        assertThat(check(Tokens.with(header -> header.remove("kid"), claims -> {})))
                .isInstanceOf(TokenCheck.Accepted.class);
    }

    @Test
    @DisplayName("may leave out its type, and name us in a list of one")
    void tolerated() {
        assertThat(check(Tokens.with(header -> header.remove("typ"), claims -> {})))
                .isInstanceOf(TokenCheck.Accepted.class);
        assertThat(check(Tokens.withClaim("aud", List.of(CELLS.text())))).isInstanceOf(TokenCheck.Accepted.class);
        assertThat(check(Tokens.withClaim("token", "opaque"))).isInstanceOf(TokenCheck.Accepted.class);
    }

    @Nested
    @DisplayName("is refused for its form:")
    class Form {

        @Test
        @DisplayName("more than 16 KiB")
        void tooLarge() {
            refused(check(Tokens.withClaim("x", "a".repeat(16 * 1024))), Reason.TOO_LARGE);
        }

        @ParameterizedTest(name = "`{0}`")
        @DisplayName("not three parts of base64url with JSON objects")
        @ValueSource(
                strings = {
                    "",
                    ".",
                    "..",
                    "a.b",
                    "e30.e30.",
                    "e30.e30.e30.e30",
                    "bnVsbA.e30.AA",
                    "W10.e30.AA",
                    "e30=.e30.AA"
                })
        void malformed(String compact) {
            assertThat(check(compact)).isInstanceOf(TokenCheck.Rejected.class);
        }

        @Test
        @DisplayName("a signature with padding, foreign characters or unused bits set")
        void signatureEncoding() {
            String right = Tokens.claims().signedBy(CARS_KEY);
            char last = right.charAt(right.length() - 1);
            // 64 bytes leave four unused bits in the last character; the next letter sets one of them.
            String unusedBit = right.substring(0, right.length() - 1) + (char) (last + 1);

            refused(check(right + "=="), Reason.MALFORMED);
            refused(check(right + "!"), Reason.MALFORMED);
            refused(check(unusedBit), Reason.MALFORMED);
        }

        @Test
        @DisplayName("a member twice, in the header, in the claims, at any depth")
        void duplicates() {
            String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + CARS.url("token-1") + "\"}";
            String claims = StrictJson.MAPPER.writeValueAsString(Map.of("iss", CARS.text()));

            refused(check(Tokens.signed("{\"alg\":\"none\",\"alg\":\"EdDSA\"}", claims)), Reason.MALFORMED);
            refused(
                    check(Tokens.signed(header, "{\"iss\":\"" + CARS + "\",\"iss\":\"" + CARS + "\"}")),
                    Reason.MALFORMED);
            refused(check(Tokens.signed(header, "{\"x\":{\"y\":1,\"y\":2}}")), Reason.MALFORMED);
        }

        @Test
        @DisplayName("text after the JSON, or nested too deep")
        void jsonLimits() {
            refused(check(Tokens.signed("{\"alg\":\"EdDSA\"}{}", "{}")), Reason.MALFORMED);
            refused(
                    check(Tokens.signed("{\"alg\":\"EdDSA\"}", "{\"x\":" + "[".repeat(40) + "]".repeat(40) + "}")),
                    Reason.MALFORMED);
        }
    }

    @Nested
    @DisplayName("is refused for its header:")
    class Header {

        @ParameterizedTest(name = "{0}")
        @DisplayName("an algorithm that is not on the list")
        @ValueSource(strings = {"none", "None", "HS256", "RS256", "ES384", "ES256K", "Ed25519", "eddsa", ""})
        void algorithm(String algorithm) {
            refused(check(Tokens.withHeader("alg", algorithm)), Reason.ALGORITHM_NOT_ACCEPTED);
        }

        @Test
        @DisplayName("no algorithm, or one that is not text")
        void noAlgorithm() {
            refused(check(Tokens.with(header -> header.remove("alg"), claims -> {})), Reason.ALGORITHM_NOT_ACCEPTED);
            refused(check(Tokens.withHeader("alg", List.of("EdDSA"))), Reason.ALGORITHM_NOT_ACCEPTED);
        }

        @Test
        @DisplayName("unsigned, as `none` with an empty signature")
        void none() {
            String claims = Tokens.with(header -> {}, all -> {}).split("\\.", -1)[1];

            refused(check(Tokens.part("{\"alg\":\"none\"}") + "." + claims + "."), Reason.ALGORITHM_NOT_ACCEPTED);
        }

        @Test
        @DisplayName("signed by HMAC with our public key as the secret")
        void hmacConfusion() throws Exception {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(CARS.url("token-1"))
                            .build(),
                    nimbusClaims());
            jwt.sign(new MACSigner(CARS_KEY.publicKeyBytes()));

            refused(check(jwt.serialize()), Reason.ALGORITHM_NOT_ACCEPTED);
        }

        @Test
        @DisplayName("an algorithm that its key is not for")
        void algorithmOfAnotherKey() {
            refused(check(Tokens.withHeader("alg", "ES256")), Reason.ALGORITHM_NOT_ACCEPTED);
        }

        @ParameterizedTest(name = "{0}")
        @DisplayName("made for another purpose")
        @ValueSource(strings = {"vp+jwt", "vc+jwt", "at+jwt", "application/jwt", ""})
        void type(String type) {
            refused(check(Tokens.withHeader("typ", type)), Reason.TYPE_NOT_ACCEPTED);
        }

        @Test
        @DisplayName("anything critical, known or not")
        void critical() {
            refused(check(Tokens.withHeader("crit", List.of("exp"))), Reason.CRITICAL_HEADER_UNKNOWN);
            refused(check(Tokens.withHeader("crit", List.of())), Reason.CRITICAL_HEADER_UNKNOWN);
        }

        @Test
        @DisplayName("a payload that is not encoded")
        void unencoded() {
            refused(check(Tokens.withHeader("b64", false)), Reason.PAYLOAD_NOT_ENCODED);
            refused(
                    check(Tokens.with(
                            header -> {
                                header.put("b64", false);
                                header.put("crit", List.of("b64"));
                            },
                            claims -> {})),
                    Reason.PAYLOAD_NOT_ENCODED);
        }

        @Test
        @DisplayName("no name of the key where the document has several")
        void noKeyName() {
            refused(
                    check(Tokens.with(header -> header.remove("kid"), claims -> {}), twoKeys(), NOW),
                    Reason.KEY_NOT_NAMED);
        }

        @Test
        @DisplayName("the key of another participant")
        void keyOfAnother() {
            refused(check(Tokens.withHeader("kid", CELLS.url("token-1"))), Reason.KEY_OF_ANOTHER);
            refused(check(Tokens.withHeader("kid", CARS.text() + ".evil.example#token-1")), Reason.KEY_OF_ANOTHER);
            refused(check(Tokens.withHeader("kid", "token-1")), Reason.KEY_OF_ANOTHER);
        }

        @Test
        @DisplayName("a key that the document does not have")
        void keyNotFound() {
            refused(check(Tokens.withHeader("kid", CARS.url("token-2"))), Reason.KEY_NOT_FOUND);
        }

        @Test
        @DisplayName("a name of the key that is not text")
        void keyNameNotText() {
            refused(check(Tokens.withHeader("kid", 1)), Reason.MALFORMED);
        }

        @Test
        @DisplayName("but keys it brings along are not looked at, right or wrong")
        void embeddedKeysIgnored() throws Exception {
            ECKey own = new ECKeyGenerator(Curve.P_256).generate();
            SignedJWT forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(CARS.url("token-1"))
                            .jwk(own.toPublicJWK())
                            .jwkURL(URI.create("https://evil.example/keys"))
                            .build(),
                    nimbusClaims());
            forged.sign(new ECDSASigner(own));

            refused(check(forged.serialize()), Reason.ALGORITHM_NOT_ACCEPTED);
            refused(
                    check(forged.serialize(), documentOf(new ECKeyGenerator(Curve.P_256).generate()), NOW),
                    Reason.SIGNATURE_WRONG);
            assertThat(check(Tokens.with(
                            header -> {
                                header.put("jwk", "not even a key");
                                header.put("jku", "https://evil.example");
                                header.put("x5c", List.of("x"));
                                header.put("x5u", "https://evil.example");
                            },
                            claims -> {})))
                    .isInstanceOf(TokenCheck.Accepted.class);
        }
    }

    @Nested
    @DisplayName("is refused for its claims:")
    class Claims {

        @Test
        @DisplayName("an issuer that is no DID we read")
        void issuer() {
            refused(check(Tokens.without("iss")), Reason.ISSUER_NOT_ACCEPTED);
            refused(check(Tokens.withClaim("iss", "did:key:z6Mk")), Reason.ISSUER_NOT_ACCEPTED);
            refused(check(Tokens.withClaim("iss", "did:web:localhost")), Reason.ISSUER_NOT_ACCEPTED);
            refused(check(Tokens.withClaim("iss", List.of(CARS.text()))), Reason.ISSUER_NOT_ACCEPTED);
        }

        @Test
        @DisplayName("a subject other than the issuer")
        void subject() {
            refused(check(Tokens.without("sub")), Reason.SUBJECT_DIFFERS);
            refused(check(Tokens.withClaim("sub", CELLS.text())), Reason.SUBJECT_DIFFERS);
        }

        @Test
        @DisplayName("meant for another, for several, or for nobody")
        void audience() {
            refused(check(Tokens.without("aud")), Reason.AUDIENCE_DIFFERS);
            refused(check(Tokens.withClaim("aud", CARS.text())), Reason.AUDIENCE_DIFFERS);
            refused(check(Tokens.withClaim("aud", List.of(CELLS.text(), CARS.text()))), Reason.AUDIENCE_DIFFERS);
            refused(check(Tokens.withClaim("aud", List.of())), Reason.AUDIENCE_DIFFERS);
        }

        @Test
        @DisplayName("without an id, or with one that is empty, too long or not text")
        void tokenId() {
            refused(check(Tokens.without("jti")), Reason.TOKEN_ID_NOT_ACCEPTED);
            refused(check(Tokens.withClaim("jti", " ")), Reason.TOKEN_ID_NOT_ACCEPTED);
            refused(check(Tokens.withClaim("jti", "a".repeat(129))), Reason.TOKEN_ID_NOT_ACCEPTED);
            refused(check(Tokens.withClaim("jti", 7)), Reason.TOKEN_ID_NOT_ACCEPTED);
        }

        @Test
        @DisplayName("without a time of issue or expiry that is a time")
        void timesMissing() {
            refused(check(Tokens.without("iat")), Reason.ISSUED_AT_MISSING);
            refused(check(Tokens.withClaim("iat", "yesterday")), Reason.ISSUED_AT_MISSING);
            refused(check(Tokens.without("exp")), Reason.EXPIRY_MISSING);
            refused(check(Tokens.withClaim("exp", -1)), Reason.EXPIRY_MISSING);
            refused(check(Tokens.withClaim("exp", 1e300)), Reason.EXPIRY_MISSING);
            refused(check(Tokens.withClaim("exp", new BigInteger("9".repeat(30)))), Reason.EXPIRY_MISSING);
            refused(check(Tokens.withClaim("nbf", "soon")), Reason.MALFORMED);
        }

        @Test
        @DisplayName("expired, beyond the thirty seconds that clocks may differ")
        void expired() {
            String compact = Tokens.claims().signedBy(CARS_KEY);

            assertThat(check(compact, CARS_DOCUMENT, NOW.plusSeconds(89))).isInstanceOf(TokenCheck.Accepted.class);
            refused(check(compact, CARS_DOCUMENT, NOW.plusSeconds(90)), Reason.EXPIRED);
            refused(check(Tokens.withClaim("exp", NOW.getEpochSecond())), Reason.EXPIRED);
        }

        @Test
        @DisplayName("issued in the future, beyond the thirty seconds")
        void future() {
            assertThat(check(Tokens.withClaim("iat", NOW.getEpochSecond() + 30)))
                    .isInstanceOf(TokenCheck.Accepted.class);
            refused(check(Tokens.withClaim("iat", NOW.getEpochSecond() + 31)), Reason.ISSUED_IN_FUTURE);
        }

        @Test
        @DisplayName("not valid yet, beyond the thirty seconds")
        void notYet() {
            assertThat(check(Tokens.withClaim("nbf", NOW.getEpochSecond() + 30)))
                    .isInstanceOf(TokenCheck.Accepted.class);
            refused(check(Tokens.withClaim("nbf", NOW.getEpochSecond() + 31)), Reason.NOT_YET_VALID);
        }

        @Test
        @DisplayName("issued too long ago, or good for too long")
        void tooOld() {
            long now = NOW.getEpochSecond();

            assertThat(check(Tokens.withClaim("exp", now + 600))).isInstanceOf(TokenCheck.Accepted.class);
            refused(check(Tokens.withClaim("exp", now + 601)), Reason.LIFETIME_TOO_LONG);
            refused(check(Tokens.withClaim("iat", now - 631)), Reason.TOO_OLD);
        }

        @Test
        @DisplayName("times with a fraction are read, rounded down")
        void fractions() {
            assertThat(check(Tokens.withClaim("iat", NOW.getEpochSecond() - 0.5)))
                    .isEqualTo(new TokenCheck.Accepted(
                            CARS, "id-1", NOW.minusSeconds(1), NOW.plusSeconds(60), CARS.url("token-1")));
        }
    }

    @Nested
    @DisplayName("is refused for its signature:")
    class Signatures {

        @Test
        @DisplayName("of another key, or over other claims")
        void wrong() {
            String right = Tokens.claims().signedBy(CARS_KEY);
            String[] parts = right.split("\\.", -1);
            String others = Tokens.withClaim("jti", "id-2").split("\\.", -1)[1];

            refused(
                    check(Tokens.claims().signedBy(SigningKey.generate("token-1", new Random(2)))),
                    Reason.SIGNATURE_WRONG);
            refused(check(parts[0] + "." + others + "." + parts[2]), Reason.SIGNATURE_WRONG);
            refused(check(parts[0] + "." + parts[1] + "."), Reason.SIGNATURE_WRONG);
        }

        @Test
        @DisplayName("with the group order added to its number, which is the same signature written otherwise")
        void notCanonical() {
            String[] parts = Tokens.claims().signedBy(CARS_KEY).split("\\.", -1);
            byte[] signature = Base64Url.decode(parts[2]).orElseThrow();
            BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
            byte[] number = CurvePoints.reversed(Arrays.copyOfRange(signature, 32, 64));
            byte[] raised = CurvePoints.reversed(CurvePoints.coordinateBytes(new BigInteger(1, number).add(order)));
            System.arraycopy(raised, 0, signature, 32, 32);

            refused(check(parts[0] + "." + parts[1] + "." + Base64Url.encode(signature)), Reason.SIGNATURE_WRONG);
        }

        @Test
        @DisplayName("of zeros, in both algorithms")
        void zeros() throws Exception {
            ECKey key = new ECKeyGenerator(Curve.P_256).generate();
            String input = es256Token(key);
            String zeros = Base64Url.encode(new byte[64]);

            refused(
                    check(input.substring(0, input.lastIndexOf('.') + 1) + zeros, documentOf(key), NOW),
                    Reason.SIGNATURE_WRONG);
            String right = Tokens.claims().signedBy(CARS_KEY);
            refused(check(right.substring(0, right.lastIndexOf('.') + 1) + zeros), Reason.SIGNATURE_WRONG);
        }
    }

    @Nested
    @DisplayName("is refused for the document:")
    class Document {

        @Test
        @DisplayName("of another participant")
        void differs() {
            DidDocument other = DidDocument.ofNode(CELLS, CARS_KEY, List.of());

            refused(check(Tokens.claims().signedBy(CARS_KEY), other, NOW), Reason.DOCUMENT_DIFFERS);
        }

        @Test
        @DisplayName("in which the key is not for invoking capabilities")
        void notForInvocation() {
            DidDocument document = new DidDocument(
                    CARS,
                    CARS_DOCUMENT.verificationMethods(),
                    CARS_DOCUMENT.authentication(),
                    CARS_DOCUMENT.authentication(),
                    Set.of(),
                    List.of());

            refused(check(Tokens.claims().signedBy(CARS_KEY), document, NOW), Reason.KEY_NOT_FOR_INVOCATION);
        }

        @Test
        @DisplayName("in which the key is of a kind we cannot verify with")
        void notUsable() {
            VerificationMethod method = new VerificationMethod(CARS.url("token-1"), "Multikey", Optional.empty());
            DidDocument document =
                    new DidDocument(CARS, List.of(method), Set.of(), Set.of(), Set.of(method.id()), List.of());

            refused(check(Tokens.claims().signedBy(CARS_KEY), document, NOW), Reason.KEY_NOT_USABLE);
        }
    }

    private static DidDocument twoKeys() {
        VerificationMethod second = VerificationMethod.of(
                CARS, "token-2", SigningKey.generate("token-2", new Random(3)).publicKeyJwk());
        VerificationMethod first = CARS_DOCUMENT.verificationMethods().getFirst();
        return new DidDocument(
                CARS, List.of(first, second), Set.of(), Set.of(), Set.of(first.id(), second.id()), List.of());
    }

    private static JWTClaimsSet nimbusClaims() {
        return new JWTClaimsSet.Builder()
                .issuer(CARS.text())
                .subject(CARS.text())
                .audience(CELLS.text())
                .jwtID("id-1")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
    }

    private static String es256Token(ECKey key) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(CARS.url("token-1"))
                        .build(),
                nimbusClaims());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static DidDocument documentOf(ECKey key) throws Exception {
        VerificationMethod method = VerificationMethod.of(CARS, "token-1", PublicKeyJwk.of(key.toECPublicKey()));
        return new DidDocument(CARS, List.of(method), Set.of(), Set.of(), Set.of(method.id()), List.of());
    }

    private static void refused(TokenCheck check, Reason reason) {
        assertThat(check)
                .isInstanceOfSatisfying(
                        TokenCheck.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }
}
