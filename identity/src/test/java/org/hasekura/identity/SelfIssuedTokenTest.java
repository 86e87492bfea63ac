package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.identity.Tokens.CARS;
import static org.hasekura.identity.Tokens.CARS_KEY;
import static org.hasekura.identity.Tokens.CELLS;
import static org.hasekura.identity.Tokens.NOW;
import static org.hasekura.identity.Tokens.check;
import static org.hasekura.identity.Tokens.documentOf;
import static org.hasekura.identity.Tokens.es256Token;
import static org.hasekura.identity.Tokens.refused;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hasekura.identity.TokenCheck.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
}
