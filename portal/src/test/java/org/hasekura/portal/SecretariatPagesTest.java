package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Side;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages on which a secretariat keeps its register")
class SecretariatPagesTest {

    private static final String STATEMENT = "Both sides will test the early-warning mechanism for semiconductors before"
            + " the end of 2027.\n\nThey will hold a joint workshop on submarine cables in 2027.";

    private final FakeCouncil council = new FakeCouncil(Author.Seat.JAPAN);
    private final TestPortal browser = new TestPortal(council);

    private String csrf(String page) throws StoreFailed {
        return browser.get(page).csrf();
    }

    @Test
    @DisplayName("are for the secretariat alone, and offer no act on a register that nobody keeps here")
    void closed() throws StoreFailed {
        assertThat(browser.get("/en/partnership/secretariat").status()).isEqualTo(303);
        browser.as(Role.CONSUMER);
        assertThat(browser.get("/en/partnership/secretariat").status()).isEqualTo(403);
        assertThat(browser.get("/en/partnership/commitments/LOI-Q-03").body()).doesNotContain("LOI-Q-03/report");
        var shipped = new TestPortal(new FakeCouncil()).as(Role.SECRETARIAT);
        assertThat(shipped.get("/en/partnership/commitments/LOI-Q-03").body()).doesNotContain("LOI-Q-03/report");
        assertThat(shipped.get("/en/partnership/commitments/LOI-Q-03/report").status())
                .isEqualTo(404);
        String page = shipped.get("/en/partnership/secretariat").body();
        assertThat(page).contains("Begin a register", "as shipped with this software");
        String csrf = shipped.get("/en/partnership/secretariat").csrf();
        assertThat(shipped.post("/en/partnership/begun", "seat=jp&csrf=" + csrf).body())
                .contains("jp KEY", "Japan’s secretariat");
    }

    @Test
    @DisplayName("enter a report with who and why, and show it to everybody")
    void reported() throws StoreFailed {
        browser.as(Role.SECRETARIAT);
        String form = "/en/partnership/commitments/LOI-Q-03/report";
        String csrf = csrf(form);
        TestPortal.Seen wrong = browser.post(form, "standing=limited&words=dates+sought&csrf=" + csrf);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Say why: it is published with the change.", "dates sought</textarea>");
        assertThat(browser.post(form, "standing=limited&words=dates+sought&reason=half-year+report&csrf=" + csrf)
                        .status())
                .isEqualTo(303);
        assertThat(council.register().entry("LOI-Q-03").orElseThrow().reports().keySet())
                .containsExactly(Side.JAPAN);
        assertThat(browser.get("/en/partnership/commitments/LOI-Q-03").body())
                .contains(
                        "Japan reports: limited – dates sought",
                        "Erika Muster (Japan’s secretariat)",
                        "half-year report");
        assertThat(browser.get("/ja/partnership/commitments/LOI-Q-03").body()).contains("日本の報告: 限定的");
    }

    @Test
    @DisplayName("tell how others' registers are joined, step by step, and what came of it")
    void joined() throws StoreFailed {
        browser.as(Role.SECRETARIAT);
        String page = "/en/partnership/secretariat";
        assertThat(browser.get(page).body()).contains("Join the other’s register", "DID of the other");
        assertThat(browser.post("/en/partnership/synced", "peer=brussels&csrf=" + csrf(page))
                        .body())
                .contains("`brussels` is no DID");
        var asking = new Joining("did:web:eu.example", Optional.of(Joining.Step.FETCHING), Optional.empty());
        council.joinings.add(asking);
        assertThat(browser.get(page).body())
                .contains("Fetching its register under the agreement …", "Look again")
                .contains("<section id=\"joinings\" data-live><live-page data-every=\"1500\">");
        council.joinings.set(
                0, asking.over(new Joining.Outcome.Joined(Samples.THEN, 2, 1, 3, 4, Optional.of("no signature"))));
        assertThat(browser.get(page).body())
                .contains("2 new, 1 changed, 3 in conflict", "4 changes were refused", "no signature")
                .doesNotContain("<live-page");
        assertThat(browser.get("/ja/partnership/secretariat").body()).contains("新規 2 件、変更 1 件、競合 3 件");
        council.joinings.set(0, asking.over(new Joining.Outcome.Failed(Samples.THEN, "gave no answer")));
        assertThat(browser.get(page).body()).contains("Not joined", "gave no answer", "value=\"did:web:eu.example\"");
    }

    @Test
    @DisplayName("record every other thing that can be said of a commitment")
    void acts() throws StoreFailed {
        browser.as(Role.SECRETARIAT);
        String path = "/en/partnership/commitments/LOI-Q-03/";
        String csrf = csrf(path + "explain");
        for (String each : List.of(
                "explain?words=talks+go+on&date=2027-03",
                "expect?date=2027-09",
                "ask?side=eu&by=2027-01-31",
                "assess?assessor=A+University&standing=limited&ambition=modest&grounds=two+papers",
                "cite?source=S20&paragraph=para.+9",
                "assign?side=jp&owners=METI,+MIC",
                "reword?text=Share+machines.&textJa=共用",
                "prove?source=S20&claim=it+was+announced&date=2026")) {
            String[] parts = each.split("\\?", 2);
            TestPortal.Seen seen = browser.post(path + parts[0], parts[1] + "&reason=a+test&csrf=" + csrf);
            assertThat(seen.status()).as(each + seen.body()).isEqualTo(303);
        }
        String page = browser.get("/en/partnership/commitments/LOI-Q-03").body();
        assertThat(page)
                .contains(
                        "Japan explains: talks go on (new date 2027-03)",
                        "expected by 2027-09",
                        "asks EU to explain by 2027-01-31",
                        "A University assesses: limited – two papers",
                        "cites S20, para. 9",
                        "owners of Japan: METI, MIC",
                        "words it: Share machines.",
                        "shows: it was announced");
        assertThat(browser.post(path + "expect", "date=soon&reason=x&csrf=" + csrf)
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("show two values side by side, and have a person choose one with a reason")
    void settled() throws StoreFailed {
        for (String date : List.of("2027-03", "2027-09")) {
            council.unseen(
                    date.endsWith("3") ? Author.Seat.EU : Author.Seat.JAPAN,
                    date.endsWith("3") ? "A. Peeters" : "K. Sato",
                    new Change.Expect("LOI-Q-03", PartialDate.parse(date)));
        }
        browser.as(Role.SECRETARIAT);
        String page = browser.get("/en/partnership/conflicts").body();
        assertThat(page)
                .contains("expected by 2027-03", "A. Peeters", "expected by 2027-09", "K. Sato")
                .as("what it is about")
                .contains("Review progress of quantum cooperation in 2026 in Brussels.");
        Matcher value = Pattern.compile(
                        "value=\"([0-9a-f]{64})\"><label for=\"v-[0-9a-f]+\"><strong>expected by 2027-09")
                .matcher(page);
        assertThat(value.find()).isTrue();
        String csrf = csrf("/en/partnership/conflicts");
        String form = "subject=LOI-Q-03&field=expected&event=" + value.group(1) + "&csrf=" + csrf;
        assertThat(browser.post("/en/partnership/conflicts", form).body()).contains("Choose a value, and say why.");
        assertThat(browser.post("/en/partnership/conflicts", form + "&reason=agreed+by+mail")
                        .status())
                .isEqualTo(303);
        assertThat(council.register().contested()).isEmpty();
        assertThat(council.register().entry("LOI-Q-03").orElseThrow().expected())
                .isEqualTo(PartialDate.parse("2027-09"));
        assertThat(browser.get("/en/partnership/conflicts").body()).contains("No conflict waits.");
    }

    @Test
    @DisplayName("convene a meeting and record its decision as a commitment that follows what it was about")
    void met() throws StoreFailed {
        browser.as(Role.SECRETARIAT);
        String csrf = csrf("/en/partnership/meetings");
        assertThat(browser.post(
                                "/en/partnership/meetings",
                                "id=DPC5&title=5th+Council&titleJa=第5回&day=2027-05-10&place=Tokyo&reason=agreed&csrf="
                                        + csrf)
                        .status())
                .isEqualTo(303);
        String meeting = "/en/partnership/meetings/DPC5";
        assertThat(browser.get(meeting).body()).contains("5th Council", "JICA-EIB-01");
        String decision = "words=go+on+until+2028&about=LOI-Q-03&id=DPC5-01&instrument=DPC4&text=Go+on.&area=quantum"
                + "&point=infrastructure&kind=research&due=2028&verifiable=yes&reason=decided&csrf=" + csrf;
        assertThat(browser.post(meeting, decision).status()).isEqualTo(303);
        assertThat(browser.get(meeting).body()).contains("go on until 2028", "DPC5-01");
        var entered = council.register().entry("DPC5-01").orElseThrow();
        assertThat(entered.links()).extracting(each -> each.what().to()).containsExactly("LOI-Q-03");
        assertThat(entered.commitment().citations().getFirst().source()).isEqualTo("M-DPC5");
        assertThat(browser.post(meeting, decision).body()).contains("Letters, digits and dashes, and not taken yet.");
    }

    @Test
    @DisplayName("read a statement that is uploaded, have a person decide on each sentence, and enter what was taken")
    void imported() throws StoreFailed {
        browser.as(Role.SECRETARIAT);
        String csrf = csrf("/en/partnership/imports");
        String about =
                "instrument=DPC4&made=2026-05-07&source=J01&title=Joint+statement&institution=Council&csrf=" + csrf;
        byte[] file = STATEMENT.getBytes(StandardCharsets.UTF_8);
        TestPortal.Seen none = browser.upload("/en/partnership/imports", about, "statement", "none.txt", new byte[0]);
        assertThat(none.body()).contains("Choose a file.");
        assertThat(browser.upload("/en/partnership/imports", about, "statement", "st.txt", file)
                        .header("Location"))
                .contains("/en/partnership/imports/J01?notice=partnership-read");
        assertThat(browser.get("/en/partnership/imports/J01").body())
                .contains("2 of 2 proposals wait", "Both sides will test");
        String first = "/en/partnership/imports/J01/1.1";
        assertThat(browser.get(first).body()).contains("MOC-SEMI-01", "alike; both have");
        assertThat(browser.post(first, "id=DPC2-05&wording=&area=&csrf=" + csrf).body())
                .contains("there is a commitment of this id already", "say in your own words");
        String taken = "id=DPC4-91&wording=Try+the+warning.&area=semiconductors&point=business&kind=mechanism&due=2027"
                + "&verifiable=yes&link-MOC-SEMI-01=follows&csrf=" + csrf;
        assertThat(browser.post(first, taken).status()).isEqualTo(303);
        assertThat(council.register().entry("DPC4-91"))
                .as("nothing enters by itself")
                .isEmpty();
        assertThat(browser.post("/en/partnership/imports/J01", "reason=x&csrf=" + csrf)
                        .status())
                .isEqualTo(422);
        assertThat(browser.post("/en/partnership/imports/J01/2.1", "leave=yes&why=an+event+and+no+promise&csrf=" + csrf)
                        .status())
                .isEqualTo(303);
        assertThat(browser.get("/en/partnership/imports/J01").body()).contains("an event and no promise");
        assertThat(browser.post("/en/partnership/imports/J01", "reason=confirmed&csrf=" + csrf)
                        .status())
                .isEqualTo(303);
        var entered = council.register().entry("DPC4-91").orElseThrow();
        assertThat(entered.commitment().text().en()).isEqualTo("Try the warning.");
        assertThat(entered.links()).hasSize(1);
        assertThat(council.drafts()).isEmpty();
    }

    @Test
    @DisplayName("give each side's briefing to a secretariat, and the joint report to everybody")
    void papers() throws StoreFailed {
        assertThat(browser.get("/en/partnership/papers").body())
                .contains("report.pdf?on=2026-11-21")
                .doesNotContain("briefing-eu");
        assertThat(browser.answer("/ja/partnership/papers/report.docx?on=2027-05-10"))
                .isInstanceOf(PortalAnswer.Streamed.class);
        assertThat(browser.answer("/en/partnership/papers/briefing-eu.pdf").status())
                .isEqualTo(404);
        browser.as(Role.SECRETARIAT);
        assertThat(browser.answer("/en/partnership/papers/briefing-eu.pdf").status())
                .isEqualTo(200);
        assertThat(browser.answer("/en/partnership/papers/briefing-eu.exe").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("trust a key, take over a file of events, and offer the register")
    void together() throws StoreFailed {
        browser.as(Role.SECRETARIAT);
        String csrf = csrf("/en/partnership/secretariat");
        assertThat(browser.post("/en/partnership/trusted", "seat=eu&key=nonsense&csrf=" + csrf)
                        .body())
                .contains("`nonsense` is no key");
        assertThat(browser.post("/en/partnership/trusted", "seat=eu&key=KEY&csrf=" + csrf)
                        .status())
                .isEqualTo(303);
        assertThat(browser.upload(
                                "/en/partnership/joined", "csrf=" + csrf, "events", "e.jsonl", new byte[] {1, -1, 13, 10
                                })
                        .body())
                .contains("took e.jsonl of 4 bytes");
        assertThat(browser.post("/en/partnership/offered", "csrf=" + csrf).status())
                .isEqualTo(303);
        assertThat(council.promises().seat().orElseThrow().isOffered()).isTrue();
    }
}
