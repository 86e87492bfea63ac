package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.hasekura.exchange.Limit;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.TransferState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of connection limits")
class LimitPagesTest {

    private final FakeConnections connections = new FakeConnections();
    private final TestPortal browser = new TestPortal(new Ports(
            () -> TestPortal.ABOUT,
            () -> TestPortal.LAW,
            new FakeMarket(),
            new FakeExchanges()
                    .with(Samples.dossier(
                            Samples.negotiation(
                                    "pid-1",
                                    org.hasekura.exchange.Role.PROVIDER,
                                    NegotiationState.FINALIZED,
                                    Optional.empty()),
                            Samples.transfer("pid-1", org.hasekura.exchange.Role.PROVIDER, TransferState.STARTED))),
            FakeNode::state,
            new FakeNode(),
            new FakeCouncil(),
            new FakeGuests(),
            new FakeAudits(),
            connections,
            new FakeQuestions()));

    private String form(String more) throws StoreFailed {
        return "csrf=" + browser.get("/en/limits/new").csrf() + more;
    }

    private static final String ORDER = "&country=JP&effect=suspend&until=2026-11-30&reason=examined&citation=order+7";

    @Test
    @DisplayName("show everybody what holds, and let operators and authorities alone order")
    void forWhom() throws StoreFailed {
        assertThat(browser.get("/en/limits").status()).isEqualTo(303);
        browser.as(Role.CONSUMER);
        assertThat(browser.get("/en/limits").body())
                .contains("No limit holds now.", "An operator or an authority orders")
                .doesNotContain("/en/limits/new");
        assertThat(browser.get("/en/limits/new").status()).isEqualTo(403);
        browser.as(Role.AUTHORITY);
        assertThat(browser.get("/en/limits").body()).contains("/en/limits/new");
    }

    @Test
    @DisplayName("tell whom an order meets and which exchanges stop before it is given, then give it once")
    void ordered() throws StoreFailed {
        browser.as(Role.AUTHORITY);
        TestPortal.Seen check = browser.post("/en/limits/new", form(ORDER));
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body())
                .contains(
                        "It meets one participant:",
                        "東和精機",
                        "2 exchanges stop:",
                        "/en/exchanges/pid-1",
                        "Transfer pauses",
                        "Negotiation ends",
                        "Order it now");
        assertThat(connections.limits).isEmpty();

        TestPortal.Seen given = browser.post("/en/limits/new", form(ORDER + "&confirmed=yes"));
        assertThat(given.status()).isEqualTo(303);
        assertThat(given.header("Location")).contains("/en/limits?notice=limit-given");
        assertThat(connections.limits).singleElement().satisfies(limit -> {
            assertThat(limit.target()).isEqualTo(new Limit.Target.Country("JP"));
            assertThat(limit.effect()).isEqualTo(Limit.Effect.SUSPEND);
            assertThat(limit.until()).as("the last day is within").contains(Instant.parse("2026-12-01T00:00:00Z"));
            assertThat(limit.role()).isEqualTo("authority");
        });
        assertThat(browser.get("/ja/limits").body()).contains("現在、1件の制限が有効です。", "日本のすべての参加者");
        assertThat(browser.get("/en/limits.csv?table=limits").body()).contains("JP,HOLDS,SUSPEND,");
        assertThat(browser.get("/en/limits.json").body()).contains("\"country\" : \"JP\"", "\"state\" : \"HOLDS\"");
        assertThat(browser.get("/en/participants/" + FakeMarket.PEER).body())
                .contains("A limit holds", "examined (order 7)");
    }

    @Test
    @DisplayName("keep what was typed when something is changed or too much is asked at once")
    void kept() throws StoreFailed {
        browser.as(Role.OPERATOR);
        assertThat(browser.post("/en/limits/new", form(ORDER + "&change=yes")).body())
                .contains("value=\"examined\"", "<option value=\"JP\" selected>");
        connections.isBusy = true;
        TestPortal.Seen busy = browser.post("/en/limits/new", form(ORDER + "&confirmed=yes"));
        assertThat(busy.status()).isEqualTo(422);
        assertThat(busy.body()).contains("Too much at once", "Order it now");
    }

    @Test
    @DisplayName("refuse an order that says too little, with the way to each field")
    void refused() throws StoreFailed {
        browser.as(Role.OPERATOR);
        TestPortal.Seen seen = browser.post(
                "/en/limits/new",
                form("&country=JP&supplier=Cable+Works&from=2026-01-01&until=tomorrow&reason=&citation="));
        assertThat(seen.status()).isEqualTo(422);
        assertThat(seen.body())
                .contains(
                        "fill in one of the three",
                        "cannot begin before today",
                        "Write a day such as",
                        "href=\"#reason\"",
                        "href=\"#citation\"");
        assertThat(browser.post("/en/limits/new", form("&country=XX&reason=a&citation=b"))
                        .body())
                .contains("Choose a country of the list");
        assertThat(browser.post("/en/limits/new", form("&country=KE&reason=a&citation=b&until=2026-11-01"))
                        .body())
                .contains("cannot end before it begins");
        assertThat(browser.post("/en/limits/new", form("&country=KE&reason=a&citation=b"))
                        .body())
                .contains("By the register nobody is met today");
    }

    @Test
    @DisplayName("end a limit with a reason, once, and keep it among those that are over")
    void lifted() throws StoreFailed {
        browser.as(Role.OPERATOR);
        browser.post("/en/limits/new", form(ORDER + "&confirmed=yes"));
        String page = "/en/limits/limit-1/lift";
        TestPortal.Seen asked = browser.get(page);
        assertThat(asked.body()).contains("goes on at once", "everybody in Japan");
        assertThat(browser.post(page, "csrf=" + asked.csrf()).status()).isEqualTo(422);
        assertThat(browser.post(page, "csrf=" + asked.csrf() + "&reason=found+good")
                        .header("Location"))
                .contains("/en/limits?notice=limit-lifted");
        assertThat(browser.get(page).status()).isEqualTo(404);
        assertThat(browser.get("/en/limits").body())
                .contains("ended early", "found good")
                .doesNotContain(page);
        assertThat(connections.limits.getFirst().lifted().map(Limit.Lifting::role))
                .isEqualTo(Optional.of("operator"));
    }
}
