package org.hasekura.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the law data")
final class LawDataJsonTest {
    private static byte[] file(String name) throws IOException {
        try (InputStream in = LawDataJson.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    /** The packaged files with one change in one of them. */
    private static LawData changed(String name, String from, String to) throws LawDataException {
        return LawDataJson.read(file -> {
            String text = new String(file(file), UTF_8);
            if (file.equals(name)) {
                assertThat(text).contains(from);
                text = text.replaceFirst(Pattern.quote(from), to);
            }
            return text.getBytes(UTF_8);
        });
    }

    @Test
    @DisplayName("name everything in English and Japanese, with a citation")
    void names() throws Exception {
        LawData law = LawDataJson.packaged();
        assertThat(law.provisions().values()).allSatisfy(provision -> {
            assertThat(provision.nameEn()).isNotBlank();
            assertThat(provision.nameJa()).as(provision.token()).isNotBlank();
            assertThat(provision.citation()).isNotBlank();
        });
        assertThat(law.duties().values())
                .allSatisfy(duty -> assertThat(duty.whatJa()).isNotBlank());
        assertThat(law.conditions().values())
                .allSatisfy(one -> assertThat(one.textJa()).isNotBlank());
        assertThat(law.questions().values())
                .allSatisfy(one -> assertThat(one.textJa()).isNotBlank());
    }

    @Test
    @DisplayName("end a decision when its entry gets a last day, and nothing else has to change")
    void ending() throws Exception {
        LawData law = changed(
                "adequacy.json",
                "\"from\": \"2019-01-23\", \"knownFrom\"",
                "\"from\": \"2019-01-23\", \"to\": \"2025-03-31\", \"knownFrom\"");
        Decision decision = law.decisions("EU", "JP").get(0);
        assertThat(decision.inForceOn(LocalDate.of(2025, 3, 31))).isTrue();
        assertThat(decision.inForceOn(LocalDate.of(2025, 4, 1))).isFalse();
        Flow flow = Flow.transfer(
                Party.of("DE", "controller", "business"),
                Party.of("JP", "controller", "business").subjectTo("APPI"),
                FlowData.ofPersonal("EU").build());
        assertThat(Law.of(law).rule(flow, LocalDate.of(2025, 3, 31)).outcome()).isEqualTo("permitted");
        assertThat(Law.of(law).rule(flow, LocalDate.of(2025, 4, 1)).outcome()).isEqualTo("prohibited");
    }

    @Test
    @DisplayName(
            "take a new decision as one line: forbidden the day before, permitted on its first day and inside its scope only")
    void adding() throws Exception {
        String line = """
                "decisions": [
                    {"id": "EU-KE-2027", "grantor": "EU", "beneficiaries": ["KE"], "nameEn": "Kenya (imagined)", "nameJa": "ケニア(仮想)", \
                "citation": "Implementing Decision (EU) 2027/0", "from": "2027-03-01", "knownFrom": "2027-02-26", \
                "excludes": [{"kinds": ["press"], "purposeCodes": ["press"], "ref": "Art 1(2)"}], "confidence": "certain", "source": "page"},""";
        Law law = Law.of(changed("adequacy.json", "\"decisions\": [", line));
        Flow flow = Flow.transfer(
                Party.of("DE", "controller", "business"),
                Party.of("KE", "controller", "press"),
                FlowData.ofPersonal("EU").build());
        assertThat(law.rule(flow, LocalDate.of(2027, 2, 28)).outcome()).isEqualTo("prohibited");
        assertThat(law.rule(flow, LocalDate.of(2027, 3, 1)).outcome()).isEqualTo("permitted");
        assertThat(law.rule(flow.purpose("press"), LocalDate.of(2027, 3, 1)).outcome())
                .isEqualTo("prohibited");
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "adequacy.json | \"from\": \"2019-01-23\" | \"form\": \"2019-01-23\" | `adequacy.json`, `decisions` entry 17, `EU-JP-2019`, field `from`: is missing",
                "adequacy.json | \"SR:1\" | \"SR:99\" | `adequacy.json`, `decisions` entry 17, `EU-JP-2019`, field `duties`: `SR:99` does not exist",
                "adequacy.json | \"confidence\": \"certain\" | \"confidence\": \"sure\" | `adequacy.json`, `decisions` entry 1, `EU-CH-2000`, field `confidence`: `sure` is none of certain, likely, check",
                "adequacy.json | \"knownFrom\": \"2000-07-26\" | \"knownfrom\": \"2000-07-26\" | `adequacy.json`, `decisions` entry 1, `EU-CH-2000`, field `knownFrom`: is missing",
                "adequacy.json | \"source\": \"knowledge\" | \"source\": \"knowledge\", \"sunset\": \"2030-01-01\" | `adequacy.json`, `decisions` entry 1, `EU-CH-2000`, field `sunset`: is not known here; known are",
                "countries.json | \"KR from 2023-07-21\" | \"KR since 2023-07-21\" | `countries.json`, field `groups`, field `FEFA group A`: `KR since 2023-07-21` is no member such as",
                "countries.json | \"KR from 2023-07-21\" | \"KR from 2023-07-41\" | `countries.json`, field `groups`, field `FEFA group A`: `2023-07-41` is no day",
                "countries.json | \"RCEP:12.14\" | \"RCEP:12.99\" | `countries.json`, field `tradeAgreements`, field `RCEP:12.99`: `RCEP:12.99` does not exist",
                "countries.json | \"ground\": \"LGPD:33(I)\" | \"ground\": \"LGPD:33(X)\" | `countries.json`, `countries` entry 2, `BR`, field `equivalence`, field `ground`: `LGPD:33(X)` does not exist"
            })
    @DisplayName("that are wrong are refused with file, entry and field")
    void wrong(String name, String from, String to, String message) {
        assertThatThrownBy(() -> changed(name, from, to))
                .isInstanceOf(LawDataException.class)
                .hasMessageStartingWith(message);
    }
}
