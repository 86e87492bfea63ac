package org.hasekura.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("every duty says until when it binds")
final class UntilTest {
    private static final String HELD = "\"id\": \"held\", \"kind\": \"as-long-as\"";

    /** The packaged data with a change in the texts. */
    private static LawData changed(String from, String to) throws LawDataException {
        return LawDataJson.read(file -> {
            try (InputStream in = LawDataJson.class.getResourceAsStream(file)) {
                assertThat(in).isNotNull();
                String text = new String(in.readAllBytes(), UTF_8);
                assertThat(!file.equals("texts.json") || text.contains(from)).isTrue();
                return (file.equals("texts.json") ? text.replace(from, to) : text).getBytes(UTF_8);
            }
        });
    }

    @Test
    @DisplayName("in both languages, as a condition that lasts, an event, or a period that the law names")
    void packaged() throws LawDataException {
        LawData law = LawDataJson.packaged();
        assertThat(law.duties().values()).allSatisfy(duty -> {
            assertThat(duty.until().textEn()).as(duty.id()).isNotBlank();
            assertThat(duty.until().textJa()).as(duty.id()).isNotBlank();
        });
        assertThat(law.duty("SR:4").until()).isInstanceOf(Until.AsLongAs.class);
        assertThat(law.duty("APPI:29-30").until())
                .isInstanceOfSatisfying(
                        Until.AtLeast.class, kept -> assertThat(kept.period()).isEqualTo(Period.ofYears(3)));
        assertThat(law.duty("EXPORT:records").until())
                .isInstanceOfSatisfying(
                        Until.AtLeast.class, kept -> assertThat(kept.period()).isEqualTo(Period.ofYears(5)));
    }

    @Test
    @DisplayName("or as a last day")
    void day() throws LawDataException {
        LawData law = changed(
                "{" + HELD,
                "{\"id\": \"held\", \"kind\": \"day\", \"day\": \"2031-12-27\"}, "
                        + "{\"id\": \"held-before\", \"kind\": \"as-long-as\"");
        Until until = law.duty("APPI:23").until();
        assertThat(until).isEqualTo(new Until.Day(LocalDate.of(2031, 12, 27)));
        assertThat(until.textEn()).isEqualTo("until 27 Dec 2031");
        assertThat(until.textJa()).isEqualTo("2031年12月27日まで");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"until\": \"held\" | \"until\": \"hold\" | field `until`: `hold` does not exist",
                "\"kind\": \"as-long-as\" | \"kind\": \"so-long-as\" | field `kind`: `so-long-as` is none of day,",
                "\"period\": \"P5Y\" | \"period\": \"5 years\" | field `period`: must be a period such as `P5Y`",
                "\"period\": \"P5Y\" | \"period\": \"P0D\" | field `period`: must be longer than nothing",
                "\"id\": \"held\", | \"id\": \"asked\", | field `id`: `asked` is there twice"
            })
    @DisplayName("and what says it wrongly is refused with file, entry and field")
    void wrong(String from, String to, String message) {
        assertThatThrownBy(() -> changed(from, to))
                .isInstanceOf(LawDataException.class)
                .hasMessageStartingWith("`texts.json`")
                .hasMessageContaining(message);
    }
}
