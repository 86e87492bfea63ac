package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.identity.Tokens.CARS;
import static org.hasekura.identity.Tokens.CARS_DOCUMENT;
import static org.hasekura.identity.Tokens.CARS_KEY;
import static org.hasekura.identity.Tokens.CELLS_RULES;
import static org.hasekura.identity.Tokens.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.hasekura.identity.TokenCheck.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who sent a request")
class AuthenticatorTest {

    private final FakeFetcher web = new FakeFetcher();
    private Instant now = NOW;
    private final Authenticator authenticator = new Authenticator(
            new CachingDidResolver(web, () -> now, Admission.PRODUCTION, CachingDidResolver.Times.usual(), 10),
            CELLS_RULES,
            Admission.PRODUCTION);

    @Test
    @DisplayName("is told from the token and the sender's own document")
    void accepted() {
        web.publish(CARS_DOCUMENT);

        assertThat(authenticator.check(Tokens.claims().signedBy(CARS_KEY), now))
                .isInstanceOfSatisfying(
                        TokenCheck.Accepted.class,
                        accepted -> assertThat(accepted.did()).isEqualTo(CARS));
    }

    @Test
    @DisplayName("is not asked of any host for a token that is unreadable, stale or not for us")
    void noFetch() {
        authenticator.check("x", now);
        authenticator.check(Tokens.claims().signedBy(CARS_KEY), now.plusSeconds(3600));
        authenticator.check(Tokens.withClaim("aud", CARS.text()), now);

        assertThat(web.asked).isEmpty();
    }

    @Test
    @DisplayName("is unknown while the sender's document cannot be had")
    void unresolved() {
        assertThat(authenticator.check(Tokens.claims().signedBy(CARS_KEY), now))
                .isEqualTo(new TokenCheck.Rejected(
                        Reason.ISSUER_UNRESOLVED,
                        "`https://cars.example.de/.well-known/did.json` cannot be fetched: 404"));
    }

    @Test
    @DisplayName("is told also after the sender replaced its key, and no longer by the old one")
    void replacedKey() {
        web.publish(CARS_DOCUMENT);
        authenticator.check(Tokens.claims().signedBy(CARS_KEY), now);
        SigningKey newKey = SigningKey.generate("token-2", new Random(7));
        web.publish(DidDocument.ofNode(CARS, newKey, List.of()));
        now = now.plus(Duration.ofSeconds(31));

        assertThat(authenticator.check(Tokens.claims().signedBy(newKey), now)).isInstanceOf(TokenCheck.Accepted.class);
        assertThat(authenticator.check(Tokens.claims().signedBy(CARS_KEY), now))
                .isInstanceOfSatisfying(
                        TokenCheck.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.KEY_NOT_FOUND));
    }
}
