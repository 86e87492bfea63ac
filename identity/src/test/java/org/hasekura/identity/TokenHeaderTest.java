package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.identity.Tokens.CARS;
import static org.hasekura.identity.Tokens.CARS_KEY;
import static org.hasekura.identity.Tokens.CELLS;
import static org.hasekura.identity.Tokens.NOW;
import static org.hasekura.identity.Tokens.check;
import static org.hasekura.identity.Tokens.documentOf;
import static org.hasekura.identity.Tokens.nimbusClaims;
import static org.hasekura.identity.Tokens.refused;
import static org.hasekura.identity.Tokens.twoKeys;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.List;
import org.hasekura.identity.TokenCheck.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A self-issued token (DCP 1.0) is refused for its header:")
class TokenHeaderTest {

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
        refused(check(Tokens.with(header -> header.remove("kid"), claims -> {}), twoKeys(), NOW), Reason.KEY_NOT_NAMED);
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
