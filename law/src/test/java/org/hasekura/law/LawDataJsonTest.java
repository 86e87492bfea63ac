package org.hasekura.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    @DisplayName("cite every provision of Japanese law as a Japanese lawyer does, and say it in English as before")
    void japaneseCitations() throws Exception {
        Set<String> acts = Set.of("APPI", "SR", "MNA", "TBA", "ESPA", "IESIA", "FEFA");
        LawData law = LawDataJson.packaged();
        List<Provision> japanese = Stream.concat(
                        law.provisions().values().stream()
                                .filter(one -> acts.contains(act(one))
                                        || one.url().orElse("").contains(".go.jp/")),
                        law.decisions().getOrDefault("JP", Map.of()).values().stream()
                                .flatMap(List::stream)
                                .map(Decision::act))
                .toList();
        assertThat(japanese).extracting(LawDataJsonTest::act).containsAll(acts);
        assertThat(japanese).hasSizeGreaterThan(40).allSatisfy(one -> {
            assertThat(one.citation(Locale.JAPANESE))
                    .as(one.token())
                    .matches("(個人情報|補完的ルール|番号法|電気通信事業法|経済安全保障推進法|重要経済安保情報|外為法|輸出貿易管理令|みなし輸出|平成31年).*")
                    .doesNotContainPattern("[A-Za-z]{2}");
            assertThat(one.citation(Locale.ENGLISH)).isEqualTo(one.citation()).doesNotContainPattern("[一-龯]");
        });
    }

    /** The act in the token of a provision, such as {@code APPI}. */
    private static String act(Provision one) {
        int colon = one.token().indexOf(':');
        return colon < 0 ? "" : one.token().substring(0, colon);
    }

    @Test
    @DisplayName("cite what has no form of its own in Japanese as in English, and articles of the Union by 条 and 項")
    void otherCitations() throws Exception {
        LawData law = LawDataJson.packaged();
        assertThat(law.provision("KE-DPA:48").citation(Locale.JAPANESE))
                .isEqualTo("Data Protection Act 2019 (Kenya) s.48");
        assertThat(law.provision("GDPR:46(2)(c)").citation(Locale.JAPANESE)).isEqualTo("GDPR第46条第2項(c)");
        assertThat(law.provision("APPI:27(5)(i)").citation(Locale.JAPANESE)).isEqualTo("個人情報保護法第27条第5項第1号");
        assertThat(law.provisions().values())
                .allSatisfy(one -> assertThat(one.citationJa().orElse(""))
                        .as(one.token())
                        .doesNotContain(" Art", " of ", " and "));
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
