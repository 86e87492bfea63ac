package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.identity.Tokens.CARS;
import static org.hasekura.identity.Tokens.CARS_DOCUMENT;
import static org.hasekura.identity.Tokens.CARS_KEY;
import static org.hasekura.identity.Tokens.CELLS;
import static org.hasekura.identity.Tokens.NOW;
import static org.hasekura.identity.Tokens.check;
import static org.hasekura.identity.Tokens.refused;

import java.math.BigInteger;
import java.util.List;
import org.hasekura.identity.TokenCheck.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A self-issued token (DCP 1.0) is refused for its claims:")
class TokenClaimsTest {

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
    @DisplayName("without an id, or with one that is empty, too long or not visible text")
    void tokenId() {
        refused(check(Tokens.without("jti")), Reason.TOKEN_ID_NOT_ACCEPTED);
        refused(check(Tokens.withClaim("jti", "")), Reason.TOKEN_ID_NOT_ACCEPTED);
        refused(check(Tokens.withClaim("jti", "a b")), Reason.TOKEN_ID_NOT_ACCEPTED);
        refused(check(Tokens.withClaim("jti", "a\u0000")), Reason.TOKEN_ID_NOT_ACCEPTED);
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
        assertThat(check(Tokens.withClaim("iat", NOW.getEpochSecond() + 30))).isInstanceOf(TokenCheck.Accepted.class);
        refused(check(Tokens.withClaim("iat", NOW.getEpochSecond() + 31)), Reason.ISSUED_IN_FUTURE);
    }

    @Test
    @DisplayName("not valid yet, beyond the thirty seconds")
    void notYet() {
        assertThat(check(Tokens.withClaim("nbf", NOW.getEpochSecond() + 30))).isInstanceOf(TokenCheck.Accepted.class);
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
