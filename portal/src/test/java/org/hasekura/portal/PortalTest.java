package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The portal")
class PortalTest {

    private final TestPortal browser = new TestPortal();

    @Test
    @DisplayName("leads whoever comes without a language to the one that their browser likes best")
    void languages() throws StoreFailed {
        assertThat(browser.get("/").header("Location")).contains("/ja/");
        assertThat(browser.get("/sign-in?next=/").header("Location")).contains("/ja/sign-in?next=/");
        assertThat(Language.preferred("de, en;q=0.8, ja;q=0.9")).isEqualTo(Language.JA);
        assertThat(Language.preferred("fr")).isEqualTo(Language.EN);
    }

    @Test
    @DisplayName("lets no page bring anything from elsewhere or run what stands in it")
    void securityPolicy() throws StoreFailed {
        TestPortal.Seen seen = browser.get("/en/");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'")
                        .doesNotContain("unsafe")
                        .doesNotContain("http"));
        assertThat(seen.body())
                .doesNotContain("style=\"")
                .doesNotContain("onclick")
                .doesNotContain("<script>");
        assertThat(seen.header("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    @DisplayName("signs in by a link once, and never again by the same one")
    void linkOnce() throws StoreFailed {
        String token = browser.sessions.link("Erika", Set.of(Role.OPERATOR), Role.OPERATOR, Duration.ofMinutes(5));
        assertThat(browser.get("/en/sign-in/" + token).header("Location")).contains("/en/");
        assertThat(browser.get("/en/").body()).contains("Signed in as Erika");
        assertThat(new TestPortal().get("/en/sign-in/" + token).header("Location"))
                .contains("/en/sign-in?notice=link-used");
        assertThat(browser.get("/en/sign-in/" + token).header("Location")).contains("/en/sign-in?notice=link-used");
    }

    @Test
    @DisplayName("lets a person act in another role that they have, and in no other")
    void roles() throws StoreFailed {
        browser.as(Role.PROVIDER, Role.COMPLIANCE);
        String csrf = browser.get("/en/").csrf();
        browser.post("/en/role", "role=COMPLIANCE&next=/&csrf=" + csrf);
        assertThat(browser.get("/en/").body()).contains("value=\"COMPLIANCE\" selected");
        browser.post("/en/role", "role=OPERATOR&next=/&csrf=" + csrf);
        assertThat(browser.get("/en/").body()).contains("value=\"COMPLIANCE\" selected");
    }

    @Test
    @DisplayName(
            "stays on the page when somebody acts in another role, or goes to the start where that role may not see it")
    void roleOnPage() throws StoreFailed {
        browser.as(Role.PROVIDER, Role.COMPLIANCE);
        String csrf = browser.get("/en/").csrf();
        assertThat(browser.post("/en/role", "role=COMPLIANCE&next=/exchanges&csrf=" + csrf)
                        .header("Location"))
                .contains("/en/exchanges");
        assertThat(browser.post("/en/role", "role=PROVIDER&next=/publish&csrf=" + csrf)
                        .header("Location"))
                .contains("/en/publish");
        assertThat(browser.post("/en/role", "role=COMPLIANCE&next=/publish&csrf=" + csrf)
                        .header("Location"))
                .contains("/en/");
    }

    @Test
    @DisplayName("believes no form that another site sent, and none of somebody who is not signed in")
    void csrf() throws StoreFailed {
        assertThat(browser.post("/en/sign-out", "").status()).isEqualTo(403);
        browser.as(Role.PROVIDER);
        assertThat(browser.post("/en/sign-out", "csrf=other").status()).isEqualTo(403);
        assertThat(browser.get("/en/").body()).contains("Erika Muster");
        browser.post("/en/sign-out", "csrf=" + browser.get("/en/").csrf());
        assertThat(browser.get("/en/").body()).doesNotContain("Erika Muster");
    }

    @Test
    @DisplayName("answers a page that is not there with where to go instead")
    void notFound() throws StoreFailed {
        TestPortal.Seen seen = browser.get("/ja/nowhere");
        assertThat(seen.status()).isEqualTo(404);
        assertThat(seen.body()).contains("見つかりません").contains("/ja/");
    }

    @Test
    @DisplayName("gives what a page shows as JSON too")
    void json() throws StoreFailed {
        assertThat(browser.as(Role.PROVIDER).get("/en/index.json").body()).contains("\"role\" : \"PROVIDER\"");
    }

    @Test
    @DisplayName("shows its frame as it was reviewed, in each language and for a guest and a person")
    void golden() throws StoreFailed {
        for (Language language : Language.values()) {
            String path = "/" + language.code() + "/";
            Golden.check(
                    "start-guest." + language.code() + ".html",
                    stable(new TestPortal().get(path).body()));
            Golden.check(
                    "start-person." + language.code() + ".html",
                    stable(new TestPortal()
                            .as(Role.PROVIDER, Role.OPERATOR)
                            .get(path)
                            .body()));
            Golden.check(
                    "not-found." + language.code() + ".html",
                    stable(new TestPortal().get(path + "no").body()));
        }
    }

    /** Without the hashes of sheets and scripts, and the tokens of forms. */
    static String stable(String html) {
        return html.replaceAll("/assets/[0-9a-f]{16}/", "/assets/HASH/")
                .replaceAll("name=\"csrf\" value=\"[^\"]*\"", "name=\"csrf\" value=\"TOKEN\"");
    }
}
