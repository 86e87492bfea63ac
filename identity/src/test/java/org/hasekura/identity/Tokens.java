package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hasekura.identity.TokenCheck.Reason;

/** Two participants, and tokens between them, right or with one thing wrong. */
final class Tokens {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final Did CARS = new Did("did:web:cars.example.de");
    static final Did CELLS = new Did("did:web:cells.example.jp");
    static final SigningKey CARS_KEY = SigningKey.generate("token-1", new Random(1));
    static final DidDocument CARS_DOCUMENT = DidDocument.ofNode(CARS, CARS_KEY, List.of());
    static final TokenRules CELLS_RULES = TokenRules.of(CELLS);

    private Tokens() {}

    static SelfIssuedToken claims() {
        return SelfIssuedToken.of(CARS, CELLS, "id-1", NOW);
    }

    /** A right token but for what the change does to its members. */
    static String with(Consumer<Map<String, Object>> changeHeader, Consumer<Map<String, Object>> changeClaims) {
        Map<String, Object> header = new TreeMap<>();
        header.put("alg", "EdDSA");
        header.put("typ", "JWT");
        header.put("kid", CARS.url("token-1"));
        changeHeader.accept(header);
        Map<String, Object> claims = new TreeMap<>();
        claims.put("iss", CARS.text());
        claims.put("sub", CARS.text());
        claims.put("aud", CELLS.text());
        claims.put("jti", "id-1");
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.getEpochSecond() + 60);
        changeClaims.accept(claims);
        return signed(StrictJson.MAPPER.writeValueAsString(header), StrictJson.MAPPER.writeValueAsString(claims));
    }

    static String withHeader(String member, Object value) {
        return with(header -> header.put(member, value), claims -> {});
    }

    static String withClaim(String member, Object value) {
        return with(header -> {}, claims -> claims.put(member, value));
    }

    static String without(String claim) {
        return with(header -> {}, claims -> claims.remove(claim));
    }

    /** Any two texts under the right key's signature. */
    static String signed(String header, String claims) {
        String input = part(header) + "." + part(claims);
        return input + "." + Base64Url.encode(CARS_KEY.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    static String part(String json) {
        return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
    }

    static TokenCheck check(String compact) {
        return check(compact, CARS_DOCUMENT, NOW);
    }

    static TokenCheck check(String compact, DidDocument document, Instant now) {
        return switch (SelfIssuedToken.claimedIssuer(compact, Admission.PRODUCTION)) {
            case SelfIssuedToken.IssuerClaim.Refused(TokenCheck.Rejected rejection) -> rejection;
            case SelfIssuedToken.IssuerClaim.Claimed(UnverifiedToken token) ->
                SelfIssuedToken.verify(token, document, CELLS_RULES, now);
        };
    }

    static DidDocument twoKeys() {
        VerificationMethod second = VerificationMethod.of(
                CARS, "token-2", SigningKey.generate("token-2", new Random(3)).publicKeyJwk());
        VerificationMethod first = CARS_DOCUMENT.verificationMethods().getFirst();
        return new DidDocument(
                CARS, List.of(first, second), Set.of(), Set.of(), Set.of(first.id(), second.id()), List.of());
    }

    static JWTClaimsSet nimbusClaims() {
        return new JWTClaimsSet.Builder()
                .issuer(CARS.text())
                .subject(CARS.text())
                .audience(CELLS.text())
                .jwtID("id-1")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
    }

    static String es256Token(ECKey key) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(CARS.url("token-1"))
                        .build(),
                nimbusClaims());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    static DidDocument documentOf(ECKey key) throws Exception {
        VerificationMethod method = VerificationMethod.of(CARS, "token-1", PublicKeyJwk.of(key.toECPublicKey()));
        return new DidDocument(CARS, List.of(method), Set.of(), Set.of(), Set.of(method.id()), List.of());
    }

    static void refused(TokenCheck check, Reason reason) {
        assertThat(check)
                .isInstanceOfSatisfying(
                        TokenCheck.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }
}
