package org.hasekura.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.law.Matrix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The law map")
class LawMapTest {

    private static final Pattern PLACE =
            Pattern.compile("<a href=\"/en/send\\?from=([A-Z]+)&amp;to=([A-Z]+)[^\"]*\" aria-label=\"([^\"]+)\">"
                    + "<g class=\"land ([a-z-]+)\"( fill=\"url\\(#map-[a-z-]+\\)\")?><title>([^<]+)</title>");
    private static final Pattern COUNT =
            Pattern.compile("<strong>([a-z]+)</strong> [^<]* <span class=\"faint\">([0-9]+) place");

    private final TestPortal browser = new TestPortal();

    private String page(String query) throws StoreFailed {
        return browser.get("/en/law?" + query).body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "JP", "GB", "VN"})
    @DisplayName("fills every country by its answer, each a link once, in the order of the table")
    void answers(String from) throws StoreFailed {
        String page = page("from=" + from + "&day=2026-09-01");
        Matrix matrix = LawPage.matrix(TestPortal.LAW, "personal", LocalDate.parse("2026-09-01"));
        List<MatchResult> places = PLACE.matcher(page).results().toList();
        assertThat(places.stream().map(each -> each.group(2)).toList())
                .containsExactlyInAnyOrderElementsOf(matrix.importers().stream()
                        .filter(each -> !each.equals(from) && !each.equals("EPO"))
                        .toList());
        for (MatchResult each : places) {
            String outcome =
                    matrix.cell(from, each.group(2)).orElseThrow().ruling().outcome();
            assertThat(each.group(1)).isEqualTo(from);
            assertThat(each.group(4)).as(each.group(2)).isEqualTo(outcome);
            assertThat(each.group(5) == null)
                    .as("only one answer has no pattern")
                    .isEqualTo(outcome.equals("permitted"));
            assertThat(each.group(6)).isEqualTo(each.group(3));
        }
    }

    @Test
    @DisplayName("counts in its legend what it shows, and what has no place on it")
    void counts() throws StoreFailed {
        String page = page("from=DE&day=2026-09-01");
        Map<String, Integer> legend = COUNT.matcher(page)
                .results()
                .collect(Collectors.toMap(each -> each.group(1), each -> Integer.parseInt(each.group(2))));
        assertThat(legend).containsOnlyKeys("free", "if", "no", "assess");
        Matrix matrix = LawPage.matrix(TestPortal.LAW, "personal", LocalDate.parse("2026-09-01"));
        assertThat(legend.values().stream().mapToInt(each -> each).sum())
                .isEqualTo(matrix.importers().size() - 1);
        assertThat(page).contains("free to " + legend.get("free") + " of ", "European Patent Organisation: no</a>");
    }

    @Test
    @DisplayName("counts what is not in the data, and leads to the table where countries are too small for a finger")
    void missing() throws StoreFailed {
        String page = page("from=DE&day=2026-09-01");
        Matrix matrix = LawPage.matrix(TestPortal.LAW, "personal", LocalDate.parse("2026-09-01"));
        Matcher none = Pattern.compile("not in our data[^<]*<span class=\"faint\">([0-9]+) of the ([0-9]+) countries")
                .matcher(page);
        assertThat(none.find()).isTrue();
        int countries = Locale.getISOCountries().length;
        assertThat(Integer.parseInt(none.group(2))).isEqualTo(countries);
        // The Union is one of the places and thirty of the countries; the rest of the places are countries but one.
        assertThat(Integer.parseInt(none.group(1)))
                .isEqualTo(countries - 30 - (matrix.importers().size() - 2));
        assertThat(page).contains("<p class=\"to-table\"><a href=\"#table\">", "<h2 id=\"table\">");
    }

    @Test
    @DisplayName("draws each member as the Union, on the day on which it is one")
    void members() throws StoreFailed {
        assertThat(page("from=JP&day=2026-09-01"))
                .contains("<title>Malta: free</title>", "<title>Germany: free</title>");
        assertThat(page("from=JP&day=2010-09-01")).doesNotContain("<title>Croatia:");
    }

    @Test
    @DisplayName("begins where the node's own organisation is, and takes the Union for its members")
    void from() throws StoreFailed {
        assertThat(page("")).contains("<option value=\"DE\" selected>", "Personal data from European Union and EEA:");
        assertThat(page("from=FR")).contains("<option value=\"DE\" selected>");
        assertThat(page("from=JP")).contains("<option value=\"JP\" selected>", "Personal data from Japan:");
        assertThat(page("from=%3Cscript%3E"))
                .contains("<option value=\"DE\" selected>")
                .doesNotContain("<script>\"");
        assertThat(page("from=JP&data=hr")).contains("/en/law?data=special&amp;day=2026-11-21&amp;from=JP");
    }

    @Test
    @DisplayName("says in both languages that it takes no position, and that the table says the same")
    void position() throws StoreFailed {
        assertThat(page("")).contains("not borders", "The same as a table", "not in our data", "left open");
        assertThat(browser.get("/ja/law").body()).contains("国境を示すものではありません", "同じ内容の表", "収録なし", "空白");
    }

    @Test
    @DisplayName("is modest: its page stays below 60 kB")
    void modest() throws StoreFailed {
        assertThat(browser.get("/ja/law").body().getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(60_000);
    }
}
