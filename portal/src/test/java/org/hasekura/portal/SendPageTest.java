package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.law.Flow;
import org.hasekura.law.Ruling;
import org.hasekura.law.StatedFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("May I send this?")
class SendPageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final TestPortal browser = new TestPortal();

    @Test
    @DisplayName("is the front page of whoever has not signed in, with three choices and cards that lead somewhere")
    void front() throws StoreFailed {
        String page = browser.get("/en/").body();
        assertThat(page).contains("<h1>May I send this?</h1>", "name=\"from\"", "name=\"to\"", "name=\"what\"");
        for (String path : List.of("/en/law", "/en/law/adequacy", "/en/law/changes", "/en/law/provisions")) {
            assertThat(page).contains("href=\"" + path + "\"");
            assertThat(browser.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("asks first about sending from where the node is")
    void home() throws StoreFailed {
        assertThat(browser.get("/en/").body()).contains(chosen("DE", "Germany"), chosen("JP", "Japan"));
        String japanese = TestPortal.in("JP").get("/en/").body();
        assertThat(japanese.substring(japanese.indexOf("id=\"from\""), japanese.indexOf("id=\"to\"")))
                .contains(chosen("JP", "Japan"));
        assertThat(japanese.substring(japanese.indexOf("id=\"to\""))).contains(chosen("DE", "Germany"));
    }

    private static String chosen(String code, String name) {
        return "<option value=\"" + code + "\" selected>" + name + "</option>";
    }

    @Test
    @DisplayName(
            "answers with the verdict in words, grounds with their official text, duties, and what would change it")
    void answers() throws StoreFailed {
        String allowed = browser.get("/en/send?from=DE&to=JP&what=customer-contacts&day=2026-09-01")
                .body();
        assertThat(allowed)
                .contains("Permitted with duties", "Because", "in force since", "data.europa.eu/eli", "What follows")
                .contains("/en/law/decisions/EU-JP-2019");
        String refused = browser.get("/en/send?from=DE&to=KE&what=customer-contacts&day=2026-09-01")
                .body();
        assertThat(refused).contains("Not permitted", "What would change the answer", "standard contractual clauses");
        String japanese = browser.get("/ja/send?from=JP&to=DE&what=machine-data&day=2026-09-01")
                .body();
        assertThat(japanese).contains("個人に関しない機械データを、日本からドイツへ");
    }

    @Test
    @DisplayName("says of every choice between every pair of parties what the law itself says")
    void asTheLaw() {
        var days = new LawDays(TestPortal.LAW, List.of(DAY));
        for (String from : List.of("DE", "JP", "GB", "CH", "KE", "US")) {
            for (String to : List.of("DE", "JP", "GB", "US", "KE", "KR")) {
                for (What what : What.values()) {
                    String query = "from=" + from + "&to=" + to + "&what=" + Sending.slug(what) + "&day=" + DAY;
                    SendPage page = SendPage.of(days, Fields.read(query), DAY);
                    Sending sending = page.asked().orElseThrow();
                    var stated = (StatedFlow.Valid) TestPortal.LAW.read(sending.statement());
                    Flow flow = stated.flow();
                    Ruling ruling = TestPortal.LAW.rule(flow, DAY);
                    assertThat(page.answer().orElseThrow().ruling()).as(query).isEqualTo(ruling);
                    assertThat(SendPage.of(days, Fields.read(sending.query()), DAY.plusDays(1))
                                    .asked())
                            .as("the address says all of it")
                            .isEqualTo(Optional.of(sending));
                }
            }
        }
    }

    @Test
    @DisplayName("lets every fact be changed: clauses with an assessment turn no into yes under conditions")
    void details() throws StoreFailed {
        String query =
                "/en/send?from=DE&to=KE&what=customer-contacts&day=2026-09-01&details=1&data=personal&fromRole=controller"
                        + "&toRole=controller&fromKind=business&toKind=business&purpose=general";
        assertThat(browser.get(query).body()).contains("Not permitted");
        String cured =
                browser.get(query + "&tool=scc-2021:1&assessment=positive").body();
        assertThat(cured).contains("Permitted under conditions").contains("value=\"scc-2021:1\" checked");
    }

    @Test
    @DisplayName("tells what is wrong with a question that cannot be asked, and keeps the rest")
    void refused() throws StoreFailed {
        TestPortal.Seen seen = browser.get("/en/send?from=XX&to=JP&what=customer-contacts");
        assertThat(seen.status()).isEqualTo(422);
        assertThat(seen.body()).contains("There is a problem", "unknown country `XX`", "<title>Error:");
        assertThat(browser.get("/en/send?from=DE&to=JP&day=nonsense").status()).isEqualTo(200);
        assertThat(browser.get("/en/send?from=DE&to=JP&details=1&data=" + "x".repeat(500))
                        .body())
                .contains("unknown word about data");
    }

    @Test
    @DisplayName("tells how the answer changed: to the United States it came and went with its decisions")
    void history() {
        LawDays days = LawDays.of(TestPortal.LAW);
        Sending sending = new Sending(
                "DE",
                "US",
                What.CUSTOMER_CONTACTS,
                DAY,
                true,
                "controller",
                "controller",
                "business",
                "business",
                "general",
                List.of("personal"),
                List.of(),
                List.of("PRIVACY-SHIELD"),
                List.of(),
                "");
        AnswerHistory history = AnswerHistory.of(TestPortal.LAW, sending, days.days());
        assertThat(history.spans())
                .anySatisfy(span -> {
                    assertThat(span.from()).isEqualTo(LocalDate.of(2016, 7, 12));
                    assertThat(span.ruling().allows()).isTrue();
                })
                .anySatisfy(span -> {
                    assertThat(span.from()).isEqualTo(LocalDate.of(2020, 7, 16));
                    assertThat(span.ruling().allows()).isFalse();
                });
        assertThat(history.spans())
                .isSortedAccordingTo((one, other) -> one.from().compareTo(other.from()));
        for (int at = 1; at < history.spans().size(); at++) {
            assertThat(history.spans().get(at - 1).to())
                    .contains(history.spans().get(at).from().minusDays(1));
        }
    }

    @Test
    @DisplayName("gives a memo to keep in both languages, as PDF and DOCX, the same bytes for the same question")
    void memo() throws StoreFailed, IOException {
        for (String language : List.of("en", "ja")) {
            String query = "?from=DE&to=KE&what=health-records&day=2026-09-01";
            byte[] pdf = bytes(browser.answer("/" + language + "/send/memo.pdf" + query));
            assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            assertThat(bytes(browser.answer("/" + language + "/send/memo.pdf" + query)))
                    .isEqualTo(pdf);
            String words = word(bytes(browser.answer("/" + language + "/send/memo.docx" + query)));
            assertThat(words)
                    .contains(language.equals("en") ? "Not permitted" : "不可")
                    .contains(language.equals("en") ? "This is no legal advice" : "これは法的助言ではありません")
                    .contains(
                            language.equals("en")
                                    ? "Judged for 1 September 2026. Made on 21 November 2026 at the node of Rheinwerk"
                                    : "判定の基準日:2026年9月1日。作成日:2026年11月21日。作成:Rheinwerk")
                    .contains("law explain --from DE --to KE --on 2026-09-01");
        }
        assertThat(browser.get("/en/send/memo.pdf?from=XX&to=JP").status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "cites the law of Japan in Japanese to Japanese readers, on the page as in the memo, and in English else")
    void citesInJapanese() throws StoreFailed, IOException {
        String query = "?from=JP&to=KE&what=customer-contacts&day=2026-09-01";
        for (String answer : List.of(
                browser.get("/ja/send" + query).body(), word(bytes(browser.answer("/ja/send/memo.docx" + query))))) {
            assertThat(answer).contains("個人情報保護法第28条第1項").doesNotContain("APPI Art", "Enforcement Rules");
        }
        assertThat(browser.get("/en/send" + query).body())
                .contains("APPI Art. 28(1)")
                .doesNotContain("第28条");
        assertThat(browser.get("/ja/law/adequacy").body())
                .contains("平成31年個人情報保護委員会告示第1号")
                .doesNotContain("PPC Public Notice");
        assertThat(browser.get("/ja/law/provisions?q=" + Links.encode("個人情報保護法第27条第5項第1号"))
                        .body())
                .contains("個人情報保護法第27条第5項第1号</a>");
    }

    private static byte[] bytes(PortalAnswer answer) throws IOException {
        var sink = new ByteArrayOutputStream();
        ((PortalAnswer.Streamed) answer).stream().writeTo(sink);
        return sink.toByteArray();
    }

    private static String word(byte[] docx) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
                }
            }
        }
        return "";
    }
}
