package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.exchange.Samples.MAX;
import static org.hasekura.exchange.Samples.refusal;
import static org.hasekura.exchange.Samples.utf8;
import static org.hasekura.exchange.Samples.value;
import static org.hasekura.exchange.Searching.filter;

import java.util.List;
import java.util.Map;
import org.hasekura.policy.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A filter of a catalog")
class CatalogFilterTest {

    private static Reading<CatalogFilter> read(String filter) {
        String request = CatalogJson.writeRequest().replace("}", ",\"filter\":" + filter + "}");
        return switch (CatalogJson.readRequest(utf8(request), MAX)) {
            case Reading.Read<CatalogJson.CatalogRequest>(var asked) -> new Reading.Read<>(asked.filter());
            case Reading.Refused<CatalogJson.CatalogRequest>(var path, var words) -> new Reading.Refused<>(path, words);
        };
    }

    @ParameterizedTest
    @DisplayName("is none where nothing is asked, also in the words of other software")
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{}",
                "{\"@type\":\"QuerySpec\",\"offset\":0,\"limit\":50,\"sortOrder\":\"ASC\",\"filterExpression\":[]}",
                "{\"https://w3id.org/edc/v0.0.1/ns/offset\":0}"
            })
    void none(String filter) {
        assertThat(value(read(filter))).isEqualTo(CatalogFilter.NONE);
    }

    @ParameterizedTest
    @DisplayName("is the same as an object, a list of them, and a query of other software")
    @ValueSource(
            strings = {
                "{\"theme\":\"ENER\",\"personal\":false,\"text\":\"wind 東京\"}",
                "[{\"theme\":[\"http://publications.europa.eu/resource/authority/data-theme/ENER\"]},"
                        + "{\"personal\":\"false\",\"text\":\"wind 東京\"}]",
                "{\"filterExpression\":[{\"operandLeft\":\"theme\",\"operator\":\"=\",\"operandRight\":\"ener\"},"
                        + "{\"operandLeft\":\"edc:personal\",\"operator\":\"in\",\"operandRight\":[false]}],"
                        + "\"text\":\"wind 東京\"}"
            })
    void spellings(String filter) {
        assertThat(value(read(filter)))
                .isEqualTo(filter(
                        Map.of("theme", List.of("ENER"), "personal", List.of("false"), "text", List.of("wind 東京"))));
    }

    @Test
    @DisplayName("comes back whole from a continuation token")
    void token() {
        CatalogFilter filter = filter(Map.of(
                "text", List.of("wind 東京"),
                "theme", List.of("ENER", "https://example.org/theme?a=b"),
                "country", List.of("JPN", "de"),
                "personal", List.of("true"),
                "licence", List.of("https://creativecommons.org/licenses/by/4.0/"),
                "qualifies", List.of("true")));
        var token = new ContinuationToken.AfterNumber(4_711, filter);

        assertThat(token.encoded()).matches("[A-Za-z0-9_-]+");
        assertThat(value(ContinuationToken.parse(token.encoded()))).isEqualTo(token);
        assertThat(refusal(ContinuationToken.parse(token.encoded().replace('A', 'B'))))
                .contains("expected one from a `Link` header of this node");
    }

    @Test
    @DisplayName("that is not there is refused with those that are")
    void unknown() {
        assertThat(refusal(read("{\"thema\":\"ENER\"}")))
                .isEqualTo("`filter.thema` is no filter; did you mean `theme`?; there are text, theme, country, format,"
                        + " personal, licence, party, qualifies");
        assertThat(refusal(read("{\"offset\":50}"))).startsWith("`filter.offset` is no filter");
    }

    @ParameterizedTest
    @DisplayName("with a value that cannot be is refused")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"theme\":\"energy\"}|`filter.theme` is `energy`; expected an address or one of AGRI",
                "{\"country\":\"Japan\"}|`filter.country` is `Japan`; expected a code of ISO 3166-1",
                "{\"personal\":\"perhaps\"}|`filter.personal` is `perhaps`; expected `true` or `false`",
                "{\"text\":\"…\"}|`filter.text` is `…`, which has no letter or digit",
                "{\"format\":[]}|`filter.format` has 0 values; expected 1 to 50",
                "{\"format\":{\"a\":1}}|`filter` has a value that is an object",
                "\"wind\"|`filter` is not an object of filters; there are text, theme",
                "{\"filterExpression\":[{\"operandLeft\":\"theme\",\"operator\":\"like\",\"operandRight\":\"E%\"}]}"
                        + "|`filterExpression` compares by `like`; expected `=` or `in`"
            })
    void refused(String filter, String words) {
        assertThat(refusal(read(filter))).startsWith(words);
    }

    @Test
    @DisplayName("that would not fit into the address of a next page is refused")
    void tooLong() {
        String value = "x".repeat(400);
        assertThat(refusal(CatalogFilter.parse(Map.of("licence", List.of(value + 1, value + 2, value + 3, value + 4)))))
                .contains("at most 1500 are taken");
        assertThat(refusal(CatalogFilter.parse(Map.of("text", List.of("long ".repeat(100))))))
                .contains("at most 200 are taken");
    }
}
