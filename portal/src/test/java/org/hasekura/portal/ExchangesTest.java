package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Agreements;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.TransferState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An exchange in the portal")
class ExchangesTest {

    private static final Optional<Reason> ASKED_OTHERWISE =
            Optional.of(Reason.of("terms-differ", "the provider offers other terms"));
    private static final Optional<Reason> LEFT_OPEN = Optional.of(Reason.of("person-decides", "not known"));

    private final FakeExchanges exchanges = new FakeExchanges()
            .with(
                    Samples.dossier(Samples.negotiation("asked", Role.PROVIDER, NegotiationState.REQUESTED, LEFT_OPEN)),
                    Samples.dossier(
                            Samples.negotiation("offered", Role.CONSUMER, NegotiationState.OFFERED, ASKED_OTHERWISE)),
                    Samples.dossier(Samples.negotiation(
                            "waiting", Role.CONSUMER, NegotiationState.REQUESTED, Optional.empty())),
                    Samples.dossier(
                            Samples.negotiation("ready", Role.CONSUMER, NegotiationState.FINALIZED, Optional.empty())),
                    Samples.dossier(
                            Samples.negotiation("running", Role.PROVIDER, NegotiationState.FINALIZED, Optional.empty()),
                            Samples.transfer("running", Role.PROVIDER, TransferState.STARTED)),
                    Samples.dossier(
                            Samples.negotiation("sent", Role.PROVIDER, NegotiationState.FINALIZED, Optional.empty()),
                            Samples.transfer("sent", Role.PROVIDER, TransferState.COMPLETED)),
                    Samples.dossier(Samples.negotiation(
                            "refused", Role.PROVIDER, NegotiationState.TERMINATED, Optional.empty())));
    private final TestPortal browser = new TestPortal(TestPortal.ports(exchanges));

    @Test
    @DisplayName("is listed under whose turn it is")
    void turns() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.CONSUMER);
        assertThat(browser.get("/en/exchanges.csv?table=ours").body())
                .contains(",asked")
                .contains(",offered");
        assertThat(browser.get("/en/exchanges.csv?table=theirs").body()).contains(",waiting");
        assertThat(browser.get("/en/exchanges.csv?table=ready").body())
                .contains(",ready")
                .contains(",running")
                .contains(",sent");
        assertThat(browser.get("/en/exchanges.csv?table=ended").body())
                .contains(",refused")
                .doesNotContain(",sent");
    }

    @Test
    @DisplayName("is found by its party, and a search that finds nothing says how many there are without it")
    void search() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.CONSUMER);
        assertThat(browser.get("/en/exchanges?q=kitakami").body()).contains("/en/exchanges/asked");
        assertThat(browser.get("/en/exchanges?q=nobody").body()).contains("without it there are 7");
    }

    @Test
    @DisplayName("looks as it was reviewed, in every state and both languages")
    void golden() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.PROVIDER);
        for (Language language : Language.values()) {
            for (String pid : exchanges.all.keySet()) {
                TestPortal.Seen seen = browser.get("/" + language.code() + "/exchanges/" + pid);
                assertThat(seen.status()).isEqualTo(200);
                Golden.check("exchange-" + pid + "." + language.code() + ".html", PortalTest.stable(seen.body()));
            }
            Golden.check(
                    "exchanges." + language.code() + ".html",
                    PortalTest.stable(
                            browser.get("/" + language.code() + "/exchanges").body()));
        }
    }

    @Test
    @DisplayName("is accepted on a page that shows the terms first")
    void accept() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.CONSUMER);
        TestPortal.Seen page = browser.get("/en/exchanges/offered/accept");
        assertThat(page.body()).contains("general:customer-service");
        assertThat(browser.post("/en/exchanges/offered/accept", "csrf=" + page.csrf())
                        .header("Location"))
                .contains("/en/exchanges/offered?notice=accept-done");
        assertThat(exchanges.done).containsExactly("offered Accept[]");
    }

    @Test
    @DisplayName("that is suspended promises nobody that it goes on: a limit or the law may hold it")
    void suspended() throws StoreFailed {
        var held = new TestPortal(TestPortal.ports(new FakeExchanges()
                .with(Samples.dossier(
                        Samples.negotiation("held", Role.CONSUMER, NegotiationState.FINALIZED, Optional.empty()),
                        Samples.transfer("held", Role.CONSUMER, TransferState.SUSPENDED)))));
        held.as(org.hasekura.portal.Role.CONSUMER);
        assertThat(held.get("/en/exchanges/held").body())
                .contains("Either side may ask that it goes on; law and limits are looked at first.");
        assertThat(held.get("/ja/exchanges/held?notice=resume-done").body())
                .contains("再開を求められます。その前に法令と制限が確認されます。", "再開を依頼しました。");
    }

    @Test
    @DisplayName("is decided with a reason and in the role of whoever decides; without a reason the form says so")
    void decide() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.COMPLIANCE);
        assertThat(browser.get("/en/exchanges/asked/decide").body())
                .as("whoever decides has before them what they decide on")
                .contains(
                        "The law leaves it to a person:",
                        "not known",
                        "<h2>Terms</h2>",
                        "<blockquote class=\"terms\">");
        String csrf = browser.get("/ja/exchanges/asked/decide").csrf();
        assertThat(browser.post("/ja/exchanges/asked/decide", "csrf=" + csrf).body())
                .contains("許可するか拒否するかを選び、理由を入力してください");
        TestPortal.Seen refused = browser.post("/ja/exchanges/asked/decide", "decision=permit&csrf=" + csrf);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("入力内容に問題があります").contains("<title>エラー:");
        browser.post("/ja/exchanges/asked/decide", "decision=permit&reason=checked&csrf=" + csrf);
        assertThat(exchanges.done).containsExactly("asked permit as compliance: checked");
    }

    @Test
    @DisplayName("is countered with the changes marked before anything is sent")
    void counter() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.CONSUMER);
        String csrf = browser.get("/en/exchanges/offered/counter").csrf();
        String form = "value-0-0=urn:hasekura:purpose:general:customer-service&value-0-1=2028-06-30&csrf=" + csrf;
        TestPortal.Seen review = browser.post("/en/exchanges/offered/counter", form);
        assertThat(review.body()).containsPattern("<ins>.*30 Jun 2028").containsPattern("<del>.*31 Dec 2027");
        assertThat(exchanges.done).isEmpty();
        browser.post("/en/exchanges/offered/counter", form + "&step=send");
        assertThat(exchanges.done)
                .singleElement()
                .asString()
                .contains("Counter")
                .contains("2028-06-30")
                .contains("customer-service");
    }

    @Test
    @DisplayName("is countered with a purpose that is chosen in words, or told as an identifier")
    void counteredPurpose() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.CONSUMER);
        TestPortal.Seen page = browser.get("/ja/exchanges/offered/counter");
        assertThat(page.body())
                .contains("<option value=\"urn:hasekura:purpose:general:customer-service\" selected>")
                .contains("<option value=\"urn:hasekura:purpose:academic-study\">"
                        + LawTexts.code(Language.JA, "academic-study"))
                .doesNotContain("value=\"urn:hasekura:purpose:general:customer-service\" aria-describedby");
        String form = "value-0-1=2027-12-31&csrf=" + page.csrf() + "&value-0-0=urn:hasekura:purpose:";
        assertThat(browser.post("/en/exchanges/offered/counter", form + "academic-study")
                        .body())
                .containsPattern("<ins>.*academic");
        assertThat(browser.post(
                                "/en/exchanges/offered/counter",
                                form + "general&value-0-0-other=https://w3id.org/dpv%23Marketing")
                        .body())
                .containsPattern("<ins>.*dpv:Marketing")
                .contains("name=\"value-0-0\" value=\"https://w3id.org/dpv#Marketing\"");
        assertThat(browser.post("/en/exchanges/offered/counter", "value-0-0=&value-0-1=2027-12-31&csrf=" + page.csrf())
                        .body())
                .containsPattern("<del>.*customer-service");
    }

    @Test
    @DisplayName("about a dataset whose title is not known says so, and has the catalog read that has it")
    void titleUnread() throws StoreFailed {
        Dossier known = Samples.dossier(
                Samples.negotiation("unread", Role.CONSUMER, NegotiationState.FINALIZED, Optional.empty()));
        exchanges.with(new Dossier(
                known.negotiation(),
                known.self(),
                new Party(FakeMarket.PEER, "Kitakami Cell", Optional.of("JP")),
                java.util.Map.of(),
                known.agreement(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
        browser.as(org.hasekura.portal.Role.CONSUMER);
        TestPortal.Seen page = browser.get("/ja/exchanges/unread");
        assertThat(page.body()).contains("題名はまだ読み取られていません", "カタログを読み取る");
        assertThat(browser.post("/ja/exchanges/unread/catalog", "csrf=" + page.csrf())
                        .header("Location"))
                .contains("/ja/exchanges/unread?notice=catalog-read");
        browser.as(org.hasekura.portal.Role.REGULATOR);
        assertThat(browser.get("/ja/exchanges/unread").body()).contains("題名はまだ").doesNotContain("カタログを読み取る");
        assertThat(browser.get("/ja/exchanges/ready").body()).doesNotContain("題名はまだ");
    }

    @Test
    @DisplayName("is not countered with a day that is none or has passed")
    void counteredLate() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.CONSUMER);
        String csrf = browser.get("/en/exchanges/offered/counter").csrf();
        for (String day : List.of("2020-01-01", "tomorrow")) {
            assertThat(browser.post("/en/exchanges/offered/counter", "until=" + day + "&csrf=" + csrf)
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    @DisplayName("tells why it was refused, and keeps what was entered")
    void refused() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.CONSUMER);
        String csrf = browser.get("/en/exchanges/offered/refuse").csrf();
        exchanges.refusing = Optional.of(Reason.of("not-possible-now", "the negotiation has ended"));
        TestPortal.Seen seen = browser.post("/en/exchanges/offered/refuse", "reason=too+long&csrf=" + csrf);
        assertThat(seen.body()).contains("the negotiation has ended").contains(">too long</textarea>");
    }

    @Test
    @DisplayName("is fetched; when the other side is away nothing was sent, and the page says so")
    void fetch() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.CONSUMER);
        String csrf = browser.get("/en/exchanges/ready").csrf();
        exchanges.isPeerAway = true;
        assertThat(browser.post("/en/exchanges/ready/start", "csrf=" + csrf).body())
                .contains("Nothing was sent")
                .contains("no route to host");
        exchanges.isPeerAway = false;
        browser.post("/en/exchanges/ready/start", "csrf=" + csrf);
        assertThat(exchanges.done).containsExactly("ready start");
    }

    @Test
    @DisplayName("has what came for whoever deals with it, as a file, and for nobody else")
    void arrived() throws StoreFailed {
        exchanges.with(Samples.dossier(
                Samples.negotiation("got", Role.CONSUMER, NegotiationState.FINALIZED, Optional.empty()),
                Samples.transfer("got", Role.CONSUMER, TransferState.COMPLETED)));
        String file = "/en/exchanges/got/received/transfer-got";
        browser.as(org.hasekura.portal.Role.CONSUMER);
        assertThat(browser.get("/en/exchanges/got").body()).contains("href=\"" + file + "\"");
        assertThat(browser.get(file).header("Content-Disposition")).contains("attachment; filename=\"rows.csv\"");
        assertThat(browser.get("/en/exchanges/got/received/transfer-other").status())
                .isEqualTo(404);
        assertThat(browser.get("/en/exchanges/sent").body()).doesNotContain("/received/");
        browser.as(org.hasekura.portal.Role.REGULATOR);
        assertThat(browser.get("/en/exchanges/got").body()).doesNotContain(file);
        assertThat(browser.get(file).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("is suspended by whoever may, and not by a regulator, who changes nothing")
    void suspend() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.REGULATOR);
        String csrf = browser.get("/en/exchanges/running").csrf();
        assertThat(browser.get("/en/exchanges/running").body()).doesNotContain("/suspend");
        assertThat(browser.post("/en/exchanges/running/suspend", "reason=x&csrf=" + csrf)
                        .status())
                .isEqualTo(403);
        browser.as(org.hasekura.portal.Role.COMPLIANCE);
        csrf = browser.get("/en/exchanges/running").csrf();
        browser.post("/en/exchanges/running/suspend", "reason=incident&csrf=" + csrf);
        assertThat(exchanges.done)
                .singleElement()
                .asString()
                .contains("Suspend")
                .contains("incident");
    }

    @Test
    @DisplayName(
            "has an agreement that is ended on a page that says what follows for each side, with a reason, once that is read")
    void endAgreement() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.PROVIDER);
        String path = "/exchanges/running/end-agreement";
        for (Language language : Language.values()) {
            TestPortal.Seen page = browser.get("/" + language.code() + path);
            Golden.check("exchange-end-agreement." + language.code() + ".html", PortalTest.stable(page.body()));
        }
        String csrf = browser.get("/en" + path).csrf();
        assertThat(browser.post("/en" + path, "csrf=" + csrf).body())
                .contains("Give a reason", "Say that you have read what follows");
        assertThat(browser.post("/en" + path, "reason=sold&csrf=" + csrf).body())
                .contains(">sold</textarea>", "Say that you have read what follows");
        assertThat(exchanges.done).isEmpty();
        String form = "reason=sold&understood=yes&csrf=" + csrf;
        exchanges.ending = Optional.of(new Agreements.Ended.Busy());
        assertThat(browser.post("/en" + path, form).status()).isEqualTo(422);
        exchanges.ending = Optional.of(new Agreements.Ended.NotInForce());
        assertThat(browser.post("/en" + path, form).header("Location"))
                .contains("/en/exchanges/running?notice=not-possible-now");
        exchanges.ending = Optional.empty();
        assertThat(browser.post("/en" + path, form).header("Location"))
                .contains("/en/exchanges/running?notice=end-agreement-done");
        assertThat(exchanges.done).containsExactly("agreement-running ended as provider: sold");
    }

    @Test
    @DisplayName("has an agreement that only those may end who may stop what runs, and only while it stands")
    void mayEndAgreement() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.REGULATOR);
        assertThat(browser.get("/en/exchanges/sent").body()).doesNotContain("/end-agreement");
        browser.as(org.hasekura.portal.Role.COMPLIANCE);
        assertThat(browser.get("/en/exchanges/sent").body()).contains("/exchanges/sent/end-agreement");
        assertThat(browser.get("/en/exchanges/offered").body()).doesNotContain("/end-agreement");
        assertThat(browser.get("/en/exchanges/offered/end-agreement").header("Location"))
                .contains("/en/exchanges/offered?notice=not-possible-now");
    }

    @Test
    @DisplayName("has each message as it was, its text never taken for markup")
    void message() throws StoreFailed {
        browser.as(org.hasekura.portal.Role.REGULATOR);
        String hash = org.hasekura.evidence.Hash.sha256(new byte[] {1}).hex();
        assertThat(browser.get("/en/exchanges/asked/messages/" + hash).body()).contains("&lt;hello&gt;");
        assertThat(browser.get("/en/exchanges/asked/messages/00").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("is there for nobody who has not signed in")
    void guests() throws StoreFailed {
        assertThat(browser.get("/en/exchanges/asked").header("Location"))
                .contains("/en/sign-in?next=%2Fexchanges%2Fasked");
    }
}
