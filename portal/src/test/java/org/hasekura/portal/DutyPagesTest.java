package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The duties of an agreement, on pages,")
class DutyPagesTest {

    private final FakeExchanges exchanges = new FakeExchanges()
            .with(Samples.dossier(Samples.negotiation(
                    "ready", org.hasekura.exchange.Role.PROVIDER, NegotiationState.FINALIZED, Optional.empty())));
    private final TestPortal browser = new TestPortal(TestPortal.ports(exchanges));

    private static DutyStanding duty(
            String id, String bearer, Optional<LocalDate> dueBy, DutyStanding.Stated... stated) {
        return new DutyStanding(id, List.of(bearer), dueBy, List.of(stated));
    }

    @Test
    @DisplayName("say whose each is, until when, and what was stated; what is late says so")
    void list() throws StoreFailed {
        exchanges.duties = List.of(
                duty("GDPR:inform", Samples.GERMANY.did(), Optional.of(LocalDate.of(2026, 11, 30))),
                duty("SR:1", Samples.JAPAN.did(), Optional.of(LocalDate.of(2026, 11, 20))),
                duty(
                        "SR:2",
                        Samples.JAPAN.did(),
                        Optional.empty(),
                        new DutyStanding.Stated(
                                TestPortal.NOW, "compliance", Optional.of("<done>"), Optional.of("ab"))));
        browser.as(Role.COMPLIANCE);
        String page = browser.get("/en/exchanges/ready/duties").body();
        assertThat(page)
                .contains("open", "(9 days left)", "late", "stated as fulfilled", "&lt;done&gt;", "SHA-256 ab")
                .contains("href=\"/en/exchanges/ready/duties/GDPR%3Ainform\"")
                .as("those of the other side are not ours to state")
                .doesNotContain("duties/SR%3A1\"");
        assertThat(browser.get("/ja/exchanges/ready/duties").body()).contains("期限超過", "残り9日", "履行済み(申告)");
        browser.as(Role.REGULATOR);
        assertThat(browser.get("/en/exchanges/ready/duties").body())
                .contains("late")
                .doesNotContain("State that it");
        assertThat(browser.get("/en/exchanges/nowhere/duties").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("are stated as fulfilled by whoever bears them, with what was done and a document")
    void state() throws StoreFailed {
        exchanges.duties = List.of(
                duty("GDPR:inform", Samples.GERMANY.did(), Optional.empty()),
                duty("SR:1", Samples.JAPAN.did(), Optional.empty()));
        browser.as(Role.COMPLIANCE);
        String path = "/en/exchanges/ready/duties/GDPR:inform";
        String csrf = "csrf=" + browser.get(path).csrf();
        assertThat(browser.post(path, csrf).body()).contains("Error: ", "Write what was done");
        byte[] document = "letter".getBytes(StandardCharsets.UTF_8);
        assertThat(browser.upload(path, csrf + "&statement=told", "document", "letter.txt", document)
                        .header("Location"))
                .contains("/en/exchanges/ready/duties?notice=duty-done");
        assertThat(exchanges.done).containsExactly("agreement-ready GDPR:inform as compliance: told true");
        assertThat(browser.post("/en/exchanges/ready/duties/SR:1", csrf + "&statement=told")
                        .header("Location"))
                .contains("/en/exchanges/ready/duties?notice=not-possible-now");
        assertThat(browser.post("/en/exchanges/ready/duties/none", csrf + "&statement=told")
                        .status())
                .isEqualTo(404);
    }
}
