package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A guest, and those who invite one")
class GuestPagesTest {

    private static final String LINK = "/guest/" + FakeGuests.TOKEN;

    private final FakeExchanges exchanges = new FakeExchanges();
    private final FakeGuests guests = new FakeGuests(exchanges).with(FakeGuests.invitation(Invitation.Progress.NONE));
    private final TestPortal browser = new TestPortal(new Ports(
            () -> TestPortal.ABOUT,
            () -> TestPortal.LAW,
            new FakeMarket(),
            exchanges,
            FakeNode::state,
            new FakeNode(),
            new FakeCouncil(),
            guests,
            new FakeAudits(),
            new FakeConnections(),
            new FakeQuestions()));

    private String csrf() throws StoreFailed {
        return "csrf=" + browser.get("/en" + LINK).csrf();
    }

    private String act(String what, String form) throws StoreFailed {
        String csrf = csrf();
        return browser.post("/en" + LINK + "/" + what, csrf + "&" + form).body();
    }

    private void confirm() throws StoreFailed {
        act("code", "");
        assertThat(act("confirm", "code=" + Links.encode("123 456"))).isEmpty();
    }

    @Test
    @DisplayName("goes the whole way on one page: code, terms, acceptance, file, signature, receipt")
    void wholeWay() throws StoreFailed {
        String first = browser.get("/en" + LINK).body();
        assertThat(first)
                .contains("An offer of data to 東北電池 &lt;fictitious&gt;", "a…@example.jp", "Send me a code")
                .contains("<blockquote class=\"terms\">")
                .doesNotContain("a.sato@example.jp", "Accept these terms");
        assertThat(act("code", "")).isEmpty();
        assertThat(browser.get("/en" + LINK).body()).contains("Enter the code");
        assertThat(act("confirm", "code=000000")).contains("4 tries are left", "Error: ");
        assertThat(act("confirm", "code=" + Links.encode("１２３４５６")))
                .as("as people type digits")
                .isEmpty();
        assertThat(browser.get("/en" + LINK).body()).contains("Accept these terms", "Refuse instead", "Ruling");
        assertThat(act("accept", "")).contains("Tick that you may decide this");
        assertThat(act("accept", "authority=yes")).isEmpty();
        assertThat(browser.get("/en" + LINK).body()).contains("You may fetch the data once.");
        assertThat(act("fetch", "")).isEmpty();
        assertThat(browser.get("/en" + LINK).body()).contains(LINK + "/file\" download", "I have the file");
        assertThat(browser.answer("/en" + LINK + "/file"))
                .isInstanceOfSatisfying(
                        PortalAnswer.Streamed.class,
                        file -> assertThat(file.bytes()).hasValue(4));
        assertThat(act("received", "")).isEmpty();
        assertThat(browser.get("/en" + LINK).body())
                .contains(
                        "<guest-receipt", "data-checkpoint=\"rheinwerk.example/log\n8\nroot\n\"", "Sign on my behalf");
        assertThat(act("sign", "key=k&time=1&signature=")).contains("there is no signature");
        assertThat(act("sign", "key=k&time=1&signature=s")).isEmpty();
        assertThat(browser.get("/ja" + LINK).body()).contains("ゲストのブラウザーで作られた鍵", "vkey-of-the-guest");
        assertThat(browser.answer("/en" + LINK + "/receipt").headers().get("Content-Disposition"))
                .contains("receipt.json");
    }

    @Test
    @DisplayName("may refuse with a reason, may have the node sign, and is told so")
    void otherWays() throws StoreFailed {
        confirm();
        assertThat(act("refuse", "")).contains("Write the reason");
        assertThat(act("refuse", "reason=too+dear")).isEmpty();
        assertThat(guests.done).containsExactly("refused: too dear");
        assertThat(browser.get("/en" + LINK).body()).contains("This has ended");
        guests.offer(guests.find("g1").orElseThrow());
        act("accept", "authority=yes");
        act("fetch", "");
        act("received", "");
        act("sign", "by=node");
        assertThat(browser.get("/en" + LINK).body()).contains("Signed by the node on the guest’s behalf");
    }

    @Test
    @DisplayName("gets nothing in another browser, without the link, or when it is over")
    void shut() throws StoreFailed {
        confirm();
        var other = new TestPortal(new Ports(
                () -> TestPortal.ABOUT,
                () -> TestPortal.LAW,
                new FakeMarket(),
                exchanges,
                FakeNode::state,
                new FakeNode(),
                new FakeCouncil(),
                guests,
                new FakeAudits(),
                new FakeConnections(),
                new FakeQuestions()));
        assertThat(other.sessions.token())
                .as("another visit than the first of all")
                .isNotEmpty();
        assertThat(other.get("/en" + LINK + "/file").header("Location")).contains("/en" + LINK);
        assertThat(other.get("/en/guest/another").status()).isEqualTo(404);
        assertThat(browser.post("/en" + LINK + "/accept", "authority=yes").status())
                .as("without the form's token")
                .isEqualTo(403);
        guests.withdraw("g1", "wrong <person>", "provider");
        assertThat(browser.get("/en" + LINK).body())
                .contains("This link is closed", "It was withdrawn", "wrong &lt;person&gt;")
                .doesNotContain("Accept these terms");
        assertThat(browser.get("/en" + LINK + "/receipt").header("Location")).contains("/en" + LINK);
    }

    @Test
    @DisplayName("is told what bars an offer, in their own language where the sentence is one of ours")
    void barred() throws StoreFailed {
        guests.refusing = Optional.of(
                new Reason("not-on-offer", List.of("the dataset is no longer on offer", "as <Erika> says")));
        act("code", "");
        String csrf = csrf();
        assertThat(browser.post("/en" + LINK + "/confirm", csrf + "&code=123456")
                        .body())
                .contains(
                        "the dataset is no longer on offer; as &lt;Erika&gt; says",
                        "This cannot be offered to you now");
    }

    @Test
    @DisplayName("is invited in two steps: no link before the answers and the ruling were seen; the link is shown once")
    void invited() throws StoreFailed {
        browser.as(Role.PROVIDER);
        String page = "/en/offers/contacts/guest";
        String csrf = "csrf=" + browser.get(page).csrf();
        assertThat(browser.post(page, csrf).body())
                .contains("There is a problem", "href=\"#organisation\"", "href=\"#email\"", "href=\"#source\"");
        String form = csrf + "&organisation=Tohoku&country=JP&kind=business&role=controller&email=a.sato%40example.jp"
                + "&source=contract&until=2026-12-05&downloads=2";
        assertThat(browser.post(page, form).body())
                .contains("Check before the link is made", "Permitted", "Make the link", "5 December 2026");
        assertThat(guests.find("g2")).isEmpty();
        assertThat(browser.post(page, form.replace("country=JP", "country=KE")).body())
                .as("where the law leaves it open nobody makes a link")
                .doesNotContain("Make the link");
        assertThat(browser.post(page, form.replace("2026-12-05", "2028-12-05")).body())
                .contains("at most a year ahead");
        assertThat(browser.post(page, form + "&confirmed=yes").body())
                .contains("value=\"https://portal.example/en/guest/fresh-token\"", "shown this once");
        assertThat(guests.done).containsExactly("made as provider");
        assertThat(browser.get("/en/guests").body()).contains("Tohoku", "0 of 2");
        assertThat(browser.get("/en/guests/g2").body()).doesNotContain("fresh-token");
    }

    @Test
    @DisplayName("without e-mail those who invited see the code and pass it on; nobody else does")
    void code() throws StoreFailed {
        guests.sendsMail = false;
        assertThat(browser.get("/en" + LINK).body()).contains("passes a code on to you by telephone");
        act("code", "");
        assertThat(browser.get("/en" + LINK).body()).doesNotContain(FakeGuests.CODE);
        browser.as(Role.REGULATOR);
        assertThat(browser.get("/en/guests/g1").body())
                .doesNotContain(FakeGuests.CODE, "a.sato@example.jp")
                .contains("東北電池", "a…@example.jp");
        assertThat(browser.get("/en/").body()).doesNotContain("waits for a code");
        browser.as(Role.PROVIDER);
        assertThat(browser.get("/en/").body())
                .as("somebody has to know, or the guest waits for ever")
                .contains("A guest waits for a code", "href=\"/en/guests/g1\"", "1 thing waits for you");
        assertThat(browser.get("/ja/").body()).contains("ゲストがコードを待っています");
        assertThat(browser.get("/en/guests/g1").body()).contains(FakeGuests.CODE, "Pass this code on");
        String csrf = "csrf=" + browser.get("/en/guests/g1").csrf();
        assertThat(browser.post("/en/guests/g1/withdraw", csrf).body()).contains("Write the reason");
        assertThat(browser.post("/en/guests/g1/withdraw", csrf + "&reason=over").header("Location"))
                .contains("/en/guests/g1?notice=guest-withdrawn");
        assertThat(guests.done).containsExactly("withdrawn as provider: over");
    }

    @Test
    @DisplayName("erase the address of a guest's person once the link serves no more, and say on which ground")
    void erased() throws StoreFailed {
        browser.as(Role.PROVIDER);
        assertThat(browser.get("/en/guests/g1").body()).doesNotContain("Erase it for good");
        String csrf = "csrf=" + browser.get("/en/guests/g1").csrf();
        assertThat(browser.post("/en/guests/g1/erase", csrf + "&ground=data_subject")
                        .header("Location"))
                .contains("/en/guests/g1?notice=not-possible-now");
        browser.post("/en/guests/g1/withdraw", csrf + "&reason=over");
        assertThat(browser.get("/en/guests/g1").body()).contains("Erase it for good", "a.sato@example.jp");
        assertThat(browser.post("/en/guests/g1/erase", csrf + "&ground=retention")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post("/en/guests/g1/erase", csrf + "&ground=data_subject")
                        .header("Location"))
                .contains("/en/guests/g1?notice=guest-erased");
        assertThat(browser.get("/en/guests/g1").body())
                .contains("Erased", "the person asked for it")
                .doesNotContain("Erase it for good", "example.jp");
        assertThat(browser.get("/ja/guests/g1").body()).contains("本人の求めによる");
        assertThat(browser.get("/en/guests/g1.json").body()).contains("DATA_SUBJECT");
        assertThat(guests.done).containsExactly("withdrawn as provider: over", "erased: DATA_SUBJECT");
    }
}
