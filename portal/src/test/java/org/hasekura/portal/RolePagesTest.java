package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of regulator, analyst, authority and agency")
class RolePagesTest {

    private final FakeAudits audits = new FakeAudits();
    private final TestPortal browser = with(audits);

    private static TestPortal with(FakeAudits audits) {
        return new TestPortal(new Ports(
                () -> TestPortal.ABOUT,
                () -> TestPortal.LAW,
                new FakeMarket(),
                new FakeExchanges(),
                FakeNode::state,
                new FakeNode(),
                new FakeCouncil(),
                new FakeGuests(),
                audits,
                new FakeConnections(),
                new FakeQuestions()));
    }

    @Test
    @DisplayName("show a regulator nothing of the log before they ask, and then that nothing is missing")
    void timeline() throws StoreFailed {
        assertThat(browser.get("/en/audit").status()).isEqualTo(303);
        browser.as(Role.PROVIDER);
        assertThat(browser.get("/en/audit").status()).isEqualTo(403);
        browser.as(Role.REGULATOR);
        assertThat(browser.get("/en/audit").body())
                .contains("That you looked is itself an entry")
                .doesNotContain("No gap");
        assertThat(audits.shown).isEmpty();
        assertThat(browser.get("/en/audit?from=2026-11-01&until=2026-11-30").body())
                .contains("No gap:", "message of a peer accepted <code class=\"faint\">MessageReceived</code>");
        assertThat(browser.get("/ja/audit?from=2026-11-01&until=2026-11-30").body())
                .contains("相手からのメッセージの受理");
        assertThat(browser.get("/en/audit.csv?table=timeline&from=2026-11-01&until=2026-11-30")
                        .body())
                .as("programs read the names")
                .contains("MessageReceived,");
        audits.shown.removeLast();
        audits.shown.removeLast();
        assertThat(audits.shown).containsExactly("timeline");
        assertThat(browser.get("/en/audit?from=2026-11-30&until=2026-11-01").body())
                .contains("is after");
        TestPortal damaged = with(new FakeAudits().damaged()).as(Role.REGULATOR);
        assertThat(damaged.get("/ja/audit?from=2026-11-01&until=2026-11-30").body())
                .contains("不一致 1件", "7: there is no entry");
    }

    @Test
    @DisplayName("name every kind of entry in words")
    void kinds() {
        for (Class<?> kind : Entry.class.getPermittedSubclasses()) {
            String name =
                    kind.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            for (Language language : Language.values()) {
                assertThat(Words.in(language).knows("entry-kind." + name))
                        .as(language + " " + name)
                        .isTrue();
            }
        }
    }

    @Test
    @DisplayName("draw a sample whose seed is shown, with a receipt for each entry, and give bundle and review pack")
    void sample() throws StoreFailed {
        browser.as(Role.REGULATOR);
        String period = "/en/audit?from=2026-11-01&until=2026-11-30";
        String address =
                browser.get(period + "&seed=dice&size=2").header("Location").orElseThrow();
        assertThat(address)
                .as("says from how many was drawn, since each look adds an entry")
                .contains("&seed=dice&size=2&of=");
        String once = browser.get(address).body();
        assertThat(once)
                .contains("<code>dice</code>: 2 of the first ", "/en/audit/receipts/")
                .contains(
                        "audit.csv?table=sample&amp;from=2026-11-01&amp;until=2026-11-30&amp;seed=dice&amp;size=2&amp;of=");
        assertThat(browser.get(address).body()).isEqualTo(once);
        String fewer = browser.get(address.replaceFirst("of=\\d+", "of=1")).body();
        assertThat(fewer).contains("1 of the first 1 entries");
        String chosen = browser.get(period + "&size=2").header("Location").orElseThrow();
        assertThat(chosen).contains("seed=chosen-by-the-node");
        assertThat(browser.get(chosen).body()).contains("<code>chosen-by-the-node</code>");
        assertThat(audits.shown).as("an address that shows nothing is no look").hasSize(8);
        assertThat(browser.answer("/en/audit/receipts/3").status()).isEqualTo(200);
        assertThat(browser.answer("/en/audit/receipts/x").status()).isEqualTo(404);
        assertThat(browser.answer("/en/audit/bundle.zip?from=2026-11-01&until=2026-11-30"))
                .isInstanceOf(PortalAnswer.Streamed.class);
        assertThat(browser.answer("/en/audit/bundle.zip?from=x").status()).isEqualTo(404);
        assertThat(browser.answer("/en/audit/review-pack?first=2026-09&last=2026-11")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("show an analyst what rests on few, and what is left without a country")
    void dependence() throws StoreFailed {
        assertThat(browser.get("/en/resilience").body())
                .contains("A share that nobody published is unknown", "<svg", "Single points of failure")
                .doesNotContain("loses something", "lose something");
        assertThat(browser.get("/en/resilience?country=CHN").body())
                .contains("lose something")
                .containsIgnoringCase("gallium");
        assertThat(browser.get("/ja/resilience?node=R_GA").body()).contains("影響を受ける工程・品目", "ガリウム");
        assertThat(browser.get("/en/resilience?country=XXX&node=nothing").body())
                .doesNotContain("lose something");
    }

    @Test
    @DisplayName("name in plots what they show, in the reader's language, and no code")
    void named() throws StoreFailed {
        String plots = browser.get("/ja/resilience?node=R_GA").body();
        String bars = plots.substring(plots.indexOf("<ul class=\"bars\">"), plots.indexOf("</figure>"));
        assertThat(bars).containsPattern("[ぁ-んァ-ヶ一-龠]").doesNotContainPattern("R_[A-Z]+");
        assertThat(browser.get("/en/resilience").body())
                .contains("<rect class=\"sure\"")
                .doesNotContain(">R_GA");
    }

    @Test
    @DisplayName("show an analyst what a shock costs day by day, two side by side, the same for the same address")
    void shock() throws StoreFailed {
        browser.as(Role.ANALYST);
        assertThat(browser.get("/en/resilience/shock").body())
                .contains("made-up network of 1,000 firms", "What it assumes")
                .doesNotContain("At worst");
        String page = "/en/resilience/shock?hit=10&loss=80&repair=60";
        String one = browser.get(page).body();
        assertThat(one).contains("First shock", "At worst", "<svg").doesNotContain("Second shock<");
        assertThat(browser.get(page).body()).isEqualTo(one);
        String both = browser.get(page + "&hit-b=1&loss-b=80&repair-b=60").body();
        assertThat(both).contains("Second shock</h2>");
        assertThat(new Shock(1, 80, 60).course().daysLost())
                .as("what hits fewer costs less")
                .isLessThan(new Shock(10, 80, 60).course().daysLost());
        Shock.Course course = new Shock(10, 80, 60).course();
        for (int day = 0; day < Shock.DAYS; day++) {
            assertThat(course.low().get(day))
                    .isLessThanOrEqualTo(course.median().get(day));
            assertThat(course.median().get(day))
                    .isLessThanOrEqualTo(course.high().get(day));
        }
        assertThat(browser.get("/en/resilience/shock.csv?table=course&hit=10&loss=80&repair=60")
                        .body())
                .contains("day,low,median,high\r\n1,");
        TestPortal.Seen wrong = browser.get("/ja/resilience/shock?hit=0&loss=80&repair=60");
        assertThat(wrong.body()).contains("三つとも整数で記入してください", "value=\"0\"");
        assertThat(browser.get("/en/resilience/shock.json?hit=10&loss=80&repair=60")
                        .body())
                .contains("\"isMadeUp\" : true");
    }

    @Test
    @DisplayName("show whoever has signed in which rulings of this node rest on a provision")
    void resting() throws StoreFailed {
        String page = "/en/law/GDPR/45(3)";
        assertThat(browser.get(page).body()).doesNotContain("Rulings of this node");
        browser.as(Role.AUTHORITY);
        assertThat(browser.get(page).body())
                .contains("Rulings of this node that rest on it", "service-contacts", "permitted with conditions");
    }

    @Test
    @DisplayName("show an agency what is missing next in a country, without a score")
    void readiness() throws StoreFailed {
        assertThat(browser.get("/en/cooperation").body()).contains("/en/cooperation/KE", "no score");
        assertThat(browser.get("/ja/cooperation/KE").body()).contains("ケニア");
        assertThat(browser.get("/en/cooperation/XX").status()).isEqualTo(404);
    }
}
