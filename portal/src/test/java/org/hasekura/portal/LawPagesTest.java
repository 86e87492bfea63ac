package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.law.ProvisionSearch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The pages of the law")
class LawPagesTest {

    private final TestPortal browser = new TestPortal();

    @Test
    @DisplayName("show every pair of countries with a word, on any day, and lead to the answer")
    void matrix() throws StoreFailed {
        String page = browser.get("/en/law?data=personal&day=2026-09-01").body();
        assertThat(page)
                .contains("European Union and EEA", "<th scope=\"row\">Kenya</th>")
                .contains("/en/send?from=DE&amp;to=JP&amp;day=2026-09-01");
        assertThat(browser.get("/en/law.csv?data=personal&day=2026-09-01&table=matrix")
                        .body())
                .contains("JP,permitted");
        assertThat(browser.get("/en/law.csv?data=personal&day=2018-09-01&table=matrix")
                        .body())
                .contains("JP,prohibited");
    }

    @Test
    @DisplayName("have a page for every provision and decision, and none for what is not there")
    void provisions() throws StoreFailed {
        for (ProvisionSearch.Found found : ProvisionSearch.everything(TestPortal.LAW)) {
            String token = found.provision().token();
            TestPortal.Seen seen = browser.get("/ja" + decoded(LawTexts.page(token)));
            assertThat(seen.status()).as(token).isEqualTo(200);
            assertThat(seen.body()).as(token).contains("<code>" + Html.text(token) + "</code>");
        }
        assertThat(browser.get("/en/law/GDPR/999").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("say of a decision whom it covers, whom not, and what rests on it on the day")
    void decision() throws StoreFailed {
        assertThat(browser.get("/en/law/decisions/EU-JP-2019?day=2026-09-01").body())
                .contains("Lets data flow from European Union to Japan.", "Only for", "APPI", "Germany → Japan");
        assertThat(browser.get("/en/law/decisions/EU-JP-2019?day=2018-09-01").body())
                .contains("not in force", "No plain flow of personal data rests on it");
    }

    @Test
    @DisplayName("list the decisions, those in force first, and mark what is to be checked")
    void adequacy() throws StoreFailed {
        String csv = browser.get("/en/law/adequacy.csv").body();
        assertThat(csv.lines().skip(1).map(line -> line.contains(",in-force,")).toList())
                .containsSubsequence(true, false)
                .isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
        assertThat(csv).contains("EU-JP-2019,European Union,Japan,in-force,2019-01-23");
    }

    @Test
    @DisplayName("tell what changed between two days in whichever order they are given")
    void changes() throws StoreFailed {
        String page =
                browser.get("/en/law/changes?from=2018-12-01&to=2019-03-01").body();
        assertThat(page).contains("EU-JP-2019", "Germany → Japan", "Not permitted", "Permitted with duties");
        assertThat(browser.get("/en/law/changes?from=2019-03-01&to=2018-12-01").body())
                .contains("Germany → Japan");
        assertThat(browser.get("/en/law/changes?from=2019-03-01&to=2019-03-01").body())
                .contains("Between these days nothing began or ended");
    }

    @Test
    @DisplayName("find provisions by words, and help where nothing is found")
    void search() throws StoreFailed {
        assertThat(browser.get("/en/law/provisions?q=GDPR:45").body()).contains("/en/law/GDPR/45%283%29");
        assertThat(browser.get("/en/law/provisions?q=GDPR:444").body()).contains("Did you mean", "Show all");
        assertThat(browser.get("/en/law/provisions?q=" + Links.encode("<script>"))
                        .body())
                .doesNotContain("<script>\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/send?from=DE&to=JP",
                "/law",
                "/law/adequacy",
                "/law/changes",
                "/law/provisions",
                "/law/GDPR/44"
            })
    @DisplayName("lead only to pages that are there")
    void links(String path) throws StoreFailed {
        for (Language language : Language.values()) {
            String page = browser.get("/" + language.code() + path).body();
            for (String link : Pattern.compile("href=\"(/(?:en|ja)/[^\"]*)\"")
                    .matcher(page)
                    .results()
                    .map((MatchResult each) -> each.group(1).replace("&amp;", "&"))
                    .distinct()
                    .limit(60)
                    .toList()) {
                String[] parts = link.split("\\?", 2);
                String decoded = decoded(parts[0]) + (parts.length > 1 ? "?" + parts[1] : "");
                assertThat(browser.answer(decoded).status()).as(link).isIn(200, 303);
            }
        }
    }

    private static String decoded(String path) {
        return java.net.URLDecoder.decode(path.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    }
}
