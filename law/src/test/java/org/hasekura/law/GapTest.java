package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("an assessment of gaps")
final class GapTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final Law law = Law.load();
    private final Gap gap = Gap.load(law);

    @ParameterizedTest(name = "{0} on {1}: {2} is {3}")
    @CsvSource({
        "GE, 2026-02-28, B1, met",
        "GE, 2026-03-01, B1, met",
        "GE, 2026-03-02, B1, partly",
        "GE, 2026-03-01, B2, unknown",
        "GE, 2026-03-02, B2, not-met",
        "GE, 2024-02-29, B1, unknown",
        "RW, 2026-09-01, B2, not-met",
        "RW, 2021-10-14, D6, unknown",
        "RW, 2021-10-15, D6, not-met",
        "IN, 2026-09-01, A2, not-met",
        "IN, 2027-05-13, A9, not-met",
        "IN, 2027-05-14, A2, unknown",
        "IN, 2027-05-14, A9, not-met",
        "IN, 2026-09-01, C2/national-security, not-met",
        "IN, 2026-09-01, C2/law-enforcement, unknown",
        "KH, 2026-09-01, A2, not-met",
        "KH, 2026-09-01, B1, not-met",
        "KH, 2026-09-01, B3, not-met",
        "KH, 2026-09-01, E1, not-met",
        "KH, 2015-01-01, A2, unknown",
        "ID, 2026-09-01, B1, not-met",
        "VN, 2025-12-31, A2, unknown",
        "VN, 2026-09-01, B1, partly",
        "VN, 2026-09-01, B2, not-met",
        "VN, 2026-09-01, C3/national-security, not-met",
        "MA, 2019-08-31, D2, not-met",
        "MA, 2019-09-01, D2, partly",
        "RS, 2026-09-01, D2, met",
        "XK, 2026-09-01, D2, not-applicable",
        "KE, 2026-09-01, D2, not-met",
        "KE, 2026-09-01, B2, partly",
        "KE, 2026-09-01, B4, unknown",
        "KE, 2019-11-24, A9, unknown",
        "KE, 2019-11-25, A9, partly",
        "GH, 2026-09-01, A9, not-met",
        "MY, 2026-09-01, A14, partly",
        "BA, 2026-09-01, B6, partly",
        "UZ, 2026-09-01, B1, partly",
        "TZ, 2026-09-01, B1, unknown"
    })
    @DisplayName("tells what the dated facts of that day say, and nothing more")
    void cells(String country, LocalDate day, String id, String status) {
        assertThat(cell(gap.report(country, day), id).status().code()).isEqualTo(status);
    }

    private static GapCell cell(GapReport report, String id) {
        return report.cells().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("has 44 countries, every criterion of each, those of access by the state four times")
    void complete() {
        assertThat(gap.countries()).hasSize(44);
        assertThat(gap.all(DAY)).allSatisfy(report -> {
            assertThat(report.cells()).hasSize(16 + 6 + 4 * 4 + 6 + 5);
            assertThat(report.cells()).extracting(GapCell::id).doesNotHaveDuplicates();
            assertThat(report.nameJa()).isNotEqualTo(report.country());
        });
    }

    @Test
    @DisplayName("says of most that it is unknown, and gives every status that it knows its evidence")
    void evidence() {
        for (GapReport report : gap.all(DAY)) {
            assertThat(report.count(GapStatus.UNKNOWN)).as(report.country()).isGreaterThan(20);
            assertThat(report.cells())
                    .filteredOn(cell -> cell.status() != GapStatus.UNKNOWN)
                    .allSatisfy(cell -> assertThat(cell.evidence())
                            .as(report.country() + " " + cell.id())
                            .isNotEmpty());
        }
    }

    @Test
    @DisplayName("never calls a country adequate, in no language, and says what it is not")
    void words() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            GapText text = new GapText(gap, language);
            for (GapReport report : gap.all(DAY)) {
                String all =
                        String.join("\n", text.summary(report, law)) + text.criteria(report) + text.remedies(report);
                assertThat(all)
                        .doesNotContainPattern("(is|are|as|not|in)\\s?adequate\\b")
                        .doesNotContain("十分である");
            }
        }
        GapReport georgia = gap.report("GE", DAY);
        assertThat(new GapText(gap, Locale.ENGLISH).summary(georgia, law))
                .contains("Gaps against WP254 on 2026-09-01: Georgia", "Status: EU candidate (stalled)")
                .anySatisfy(line -> assertThat(line).isEqualTo("Known gaps that nothing else makes up: A9, B1, B2"))
                .anySatisfy(line -> assertThat(line).contains("no adequacy decision and no score"));
        assertThat(new GapText(gap, Locale.JAPANESE).summary(georgia, law))
                .first()
                .asString()
                .contains("ジョージア");
    }

    @Test
    @DisplayName("groups the gaps by what they would take, and opens routes only as the law rules")
    void help() {
        GapReport vietnam = gap.report("VN", DAY);
        assertThat(vietnam.gaps("institution")).extracting(GapCell::id).containsExactly("B1", "B2");
        assertThat(vietnam.gaps("state-access")).extracting(GapCell::id).containsExactly("C3/national-security");
        assertThat(vietnam.routes())
                .extracting(route -> route.id() + " " + route.ruling().outcome() + " "
                        + route.ruling().basis())
                .containsExactly(
                        "EU permitted-with-conditions [GDPR:46(2)(c)]",
                        "JP permitted-with-conditions [APPI:28(1)-equivalent]");
        assertThat(vietnam.bridges()).hasSize(1);
        assertThat(gap.report("VN", LocalDate.of(2020, 1, 1))
                        .routes()
                        .getFirst()
                        .ruling()
                        .allows())
                .as("the clauses of 2021 did not exist")
                .isFalse();
    }

    @Test
    @DisplayName("says when the data know of the next change")
    void next() {
        assertThat(gap.report("IN", DAY).nextChange()).contains(LocalDate.of(2026, 11, 14));
        assertThat(gap.report("GE", LocalDate.of(2026, 2, 28)).nextChange()).contains(LocalDate.of(2026, 3, 2));
        assertThat(gap.report("SG", DAY).nextChange()).isEmpty();
    }

    @Test
    @DisplayName("finds a country by its code and its names, and refuses one it has no facts of")
    void found() {
        assertThat(gap.country("ge")).contains("GE");
        assertThat(gap.country("Georgia")).contains("GE");
        assertThat(gap.country("ジョージア")).contains("GE");
        assertThat(gap.country("JP")).isEmpty();
        assertThatThrownBy(() -> gap.report("JP", DAY)).hasMessageContaining("no structure of `JP`");
    }

    @Test
    @DisplayName("is written as JSON and as comma-separated values, one line for each criterion")
    void written() {
        GapReport georgia = gap.report("GE", DAY);
        assertThat(GapJson.line(gap, georgia, Locale.ENGLISH))
                .startsWith("{\"country\":\"GE\",\"name\":\"Georgia\",\"gapsAgainst\":\"WP254\",\"day\":\"2026-09-01\"")
                .contains("\"blockingGaps\":[\"A9\",\"B1\",\"B2\"]")
                .contains("\"criterion\":\"B1\"", "\"from\":\"2026-03-02\"")
                .doesNotContain("score");
        String csv = GapCsv.write(gap, List.of(georgia), Locale.ENGLISH);
        assertThat(csv.lines()).hasSize(1 + georgia.cells().size());
        assertThat(csv)
                .contains("GE,2026-09-01,B1,,true,partly,")
                .contains("\"State Audit Office, which took over from the abolished service (since 2026-03-02)\"");
    }

    @Test
    @DisplayName("and all other reports have the same words in both languages")
    void bundles() {
        ResourceBundle english = ResourceBundle.getBundle("org.hasekura.law.words", Locale.ROOT);
        ResourceBundle japanese = ResourceBundle.getBundle("org.hasekura.law.words", Locale.JAPANESE);
        assertThat(japanese.keySet()).isEqualTo(english.keySet());
        english.keySet()
                .forEach(key ->
                        assertThat(blanks(japanese.getString(key))).as(key).isEqualTo(blanks(english.getString(key))));
    }

    private static Set<String> blanks(String text) {
        Set<String> blanks = new TreeSet<>();
        java.util.regex.Pattern.compile("\\{\\d}").matcher(text).results().forEach(each -> blanks.add(each.group()));
        return blanks;
    }
}
