package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Accounts of the portal")
class AccountsTest {

    private static final String PASSWORD = "correct horse battery";

    private final FakeNode node = new FakeNode();
    private final Ports ports = new Ports(
            () -> TestPortal.ABOUT,
            () -> TestPortal.LAW,
            new FakeMarket(),
            new FakeExchanges(),
            FakeNode::state,
            node,
            new FakeCouncil(),
            new FakeGuests(),
            new FakeAudits(),
            new FakeConnections(),
            new FakeQuestions());
    private final TestPortal browser = new TestPortal(ports);

    @Test
    @DisplayName("are made by the operator, and sign in with their password and roles")
    void signIn() throws StoreFailed {
        browser.as(Role.OPERATOR);
        String csrf = browser.get("/en/accounts").csrf();
        browser.post("/en/accounts", "name=Erika&password=correct+horse+battery&role=REGULATOR&csrf=" + csrf);
        assertThat(node.all()).singleElement().satisfies(each -> {
            assertThat(each.password())
                    .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                    .doesNotContain("horse");
            assertThat(each.roles()).containsExactly(Role.REGULATOR);
        });
        TestPortal other = new TestPortal(ports);
        String theirs = other.get("/en/sign-in?next=/exchanges").csrf();
        assertThat(other.post("/en/sign-in", "name=Erika&password=correct+horse+battery&next=/exchanges&csrf=" + theirs)
                        .header("Location"))
                .contains("/en/exchanges");
        assertThat(other.get("/en/exchanges").body()).contains("Regulator");
    }

    @Test
    @DisplayName("do not sign in with another password, and say the same of a name that nobody has")
    void refused() throws StoreFailed {
        node.put(new Accounts.Account(
                "Erika", Passwords.kept(PASSWORD, new SplittableRandom(1)), PortalRoute.SIGNED_IN));
        String csrf = browser.get("/en/sign-in").csrf();
        String wrongPassword = browser.post("/en/sign-in", "name=Erika&password=wrong&csrf=" + csrf)
                .body();
        String wrongName = browser.post("/en/sign-in", "name=Erik&password=wrong&csrf=" + csrf)
                .body();
        assertThat(wrongPassword).contains("do not belong together");
        assertThat(wrongName.replace("Erik\"", "Erika\"")).isEqualTo(wrongPassword);
    }

    @Test
    @DisplayName("make whoever guesses wait after ten tries, even with the right password")
    void tooOften() throws StoreFailed {
        node.put(new Accounts.Account(
                "Erika", Passwords.kept(PASSWORD, new SplittableRandom(1)), PortalRoute.SIGNED_IN));
        String csrf = browser.get("/en/sign-in").csrf();
        for (int times = 0; times < 10; times++) {
            browser.post("/en/sign-in", "name=Erika&password=guess" + times + "&csrf=" + csrf);
        }
        assertThat(browser.post("/en/sign-in", "name=Erika&password=correct+horse+battery&csrf=" + csrf)
                        .status())
                .isEqualTo(429);
    }

    @Test
    @DisplayName("need a name, a password of twelve characters and a role; what is missing is said at its field")
    void invalid() throws StoreFailed {
        browser.as(Role.OPERATOR);
        String csrf = browser.get("/en/accounts").csrf();
        TestPortal.Seen seen = browser.post("/en/accounts", "name=&password=short&csrf=" + csrf);
        assertThat(seen.status()).isEqualTo(422);
        assertThat(seen.body())
                .contains("href=\"#name\"")
                .contains("at least 12 characters")
                .contains("Choose at least one role");
        assertThat(node.all()).isEmpty();
    }

    @Test
    @DisplayName("are nobody's business but the operator's")
    void operatorAlone() throws StoreFailed {
        browser.as(Role.COMPLIANCE);
        assertThat(browser.get("/en/accounts").status()).isEqualTo(403);
        assertThat(browser.get("/en/accounts").body()).contains("These may: Operator");
    }

    @Test
    @DisplayName("keep passwords so that the same one looks different each time and only itself is right")
    void passwords() {
        var random = new SplittableRandom(7);
        String kept = Passwords.kept(PASSWORD, random);
        assertThat(Passwords.kept(PASSWORD, random)).isNotEqualTo(kept);
        assertThat(Passwords.isRight(PASSWORD, Optional.of(kept))).isTrue();
        assertThat(Passwords.isRight(PASSWORD + " ", Optional.of(kept))).isFalse();
        assertThat(Passwords.isRight(PASSWORD, Optional.empty())).isFalse();
    }
}
