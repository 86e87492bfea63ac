package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of a person of the node")
class OwnPagesTest {

    private final TestPortal browser = new TestPortal(TestPortal.ports(new FakeExchanges()
            .with(
                    Samples.dossier(Samples.negotiation(
                            "asked",
                            Role.PROVIDER,
                            NegotiationState.REQUESTED,
                            Optional.of(Reason.of("person-decides", "not known")))),
                    Samples.dossier(Samples.negotiation(
                            "offered",
                            Role.CONSUMER,
                            NegotiationState.OFFERED,
                            Optional.of(Reason.of("terms-differ", "other terms")))))));

    @Test
    @DisplayName("show to each role what waits for it, and to a regulator that it waits for others")
    void work() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.COMPLIANCE);
        assertThat(yourTurn(browser.get("/en/").body()))
                .contains("/exchanges/asked")
                .doesNotContain("/exchanges/offered");
        browser.as(org.hasekura.portal.Role.CONSUMER);
        assertThat(yourTurn(browser.get("/en/").body()))
                .contains("/exchanges/offered")
                .doesNotContain("/exchanges/asked");
        browser.as(org.hasekura.portal.Role.REGULATOR);
        assertThat(browser.get("/en/").body())
                .contains("Nothing waits for you in this role; 2 exchanges wait for one of us in another.");
    }

    @Test
    @DisplayName("find exchanges and pages by what is typed into the head of every page")
    void search() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.OPERATOR);
        assertThat(browser.get("/en/search?q=kitakami").body()).contains("/en/exchanges/asked");
        assertThat(browser.get("/en/search?q=partner.example").body())
                .contains("href=\"/en/participants/did%3Aweb%3Apartner.example\"", "Participant Japan");
        assertThat(browser.get("/ja/search?q=%E7%AC%AC28%E6%9D%A1%E7%AC%AC1%E9%A0%85")
                        .body())
                .as("an article as Japanese law is cited")
                .contains("href=\"/ja/law/APPI/28%281%29\"");
        assertThat(browser.get("/en/search?q=adequacy").body()).contains("/en/law/");
        assertThat(browser.get("/ja/search?q=%E6%B5%B7%E5%BA%95%E3%82%B1%E3%83%BC%E3%83%96%E3%83%AB")
                        .body())
                .contains("href=\"/ja/partnership/commitments/", "海底ケーブル");
        assertThat(browser.get("/en/search?q=contacts").body()).contains("href=\"/en/find/");
        assertThat(browser.get("/en/search?q=contract").body())
                .as("questions are not for every role")
                .doesNotContain("Question of a regulator");
        assertThat(browser.get("/en/search?q=accounts").body()).contains("href=\"/en/accounts\"");
        assertThat(browser.get("/en/search?q=%3Cscript%3E").body()).contains("`&lt;script&gt;` in it");
    }

    @Test
    @DisplayName("look as they were reviewed")
    void golden() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.OPERATOR, org.hasekura.portal.Role.COMPLIANCE);
        for (Language language : Language.values()) {
            for (String page : new String[] {"node", "accounts", "search"}) {
                Golden.check(
                        page + "." + language.code() + ".html",
                        PortalTest.stable(
                                browser.get("/" + language.code() + "/" + page).body()));
            }
        }
        browser.as(org.hasekura.portal.Role.COMPLIANCE);
        for (Language language : Language.values()) {
            Golden.check(
                    "work." + language.code() + ".html",
                    PortalTest.stable(browser.get("/" + language.code() + "/").body()));
        }
    }

    private static String yourTurn(String html) {
        int from = html.indexOf("<ul class=\"tasks\">");
        return html.substring(from, html.indexOf("</ul>", from));
    }
}
