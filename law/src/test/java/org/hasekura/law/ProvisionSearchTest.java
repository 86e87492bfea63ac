package org.hasekura.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a search for provisions")
final class ProvisionSearchTest {
    private final Law law = Law.load();

    private List<String> tokens(String question) {
        return ProvisionSearch.find(law, question).stream()
                .map(found -> found.provision().token())
                .toList();
    }

    @Test
    @DisplayName("finds by token, by term, by number, by part of a citation or name in either language")
    void ways() {
        assertThat(tokens("GDPR:46(2)(c)")).containsExactly("GDPR:46(2)(c)");
        assertThat(tokens("gdpr:44")).containsExactly("GDPR:44");
        assertThat(tokens("eu-jp-2019")).containsExactly("EU-JP-2019");
        assertThat(tokens("https://w3id.org/dpv/legal/eu/gdpr#A46-2-c")).containsExactly("GDPR:46(2)(c)");
        assertThat(tokens("A46-2-c")).containsExactly("GDPR:46(2)(c)");
        assertThat(tokens("32021D1772")).containsExactly("EU-GB-2021");
        assertThat(tokens("OJ L 207, 1.8.2016")).containsExactly("EU-US-PS-2016");
        assertThat(tokens("プライバシー")).isNotEmpty();
        assertThat(tokens("個人情報保護法第27条第5項第1号")).containsExactly("APPI:27(5)(i)");
        assertThat(tokens("2021/914")).hasSizeGreaterThan(1);
        assertThat(tokens("")).isEmpty();
        assertThat(tokens("no such thing")).isEmpty();
        assertThat(ProvisionSearch.nearest(law, "EU-JP-2018")).contains("EU-JP-2019");
    }

    @Test
    @DisplayName("shows a decision with scope, exclusions, days, source, link and from when it and its end were known")
    void decision() {
        List<String> shield = ProvisionText.lines(
                ProvisionSearch.find(law, "EU-US-PS-2016").getFirst(), law, Phrasebook.load(Locale.ENGLISH));
        assertThat(shield)
                .contains(
                        "  in force: 2016-07-12 – 2020-07-15",
                        "  known from: 2016-07-12",
                        "  end known from: 2020-07-16",
                        "  granted by: EU",
                        "  for: US",
                        "  covers only: certified under one of PRIVACY-SHIELD")
                .anyMatch(line -> line.startsWith("  end: Invalidated by CJEU C-311/18"));
        List<String> japan = ProvisionText.lines(
                ProvisionSearch.find(law, "EU-JP-2019").getFirst(), law, Phrasebook.load(Locale.JAPANESE));
        assertThat(japan)
                .anyMatch(line -> line.startsWith("  除外: Art 1(2)(a)"))
                .anyMatch(line -> line.startsWith("  本文: http"))
                .anyMatch(line -> line.startsWith("  義務: 輸入者"));
    }

    @Test
    @DisplayName("shows every row of the data in both languages")
    void everyRow() {
        Phrasebook japanese = Phrasebook.load(Locale.JAPANESE);
        assertThat(law.data().decisionIds())
                .allSatisfy(id -> assertThat(ProvisionText.lines(
                                ProvisionSearch.find(law, id).getFirst(), law, japanese))
                        .hasSizeGreaterThan(5));
        assertThat(ProvisionJson.write(ProvisionSearch.find(law, "GDPR"), law)).contains("\"token\" : \"GDPR:44\"");
    }

    @Test
    @DisplayName("lists everything once, by its token")
    void everything() {
        List<String> all = ProvisionSearch.everything(law).stream()
                .map(found -> found.provision().token())
                .toList();
        assertThat(all).isSorted().doesNotHaveDuplicates().contains("GDPR:44", "EU-JP-2019", "APPI:28(1)");
    }

    @Test
    @DisplayName(
            "stands beside what pages ask the law: whose law attaches, under which laws recipients are, which codes there are")
    void forPages() {
        assertThat(law.regime("FR", law.asOf())).isEqualTo("EU");
        assertThat(law.regime("NO", law.asOf())).isEqualTo("EU");
        assertThat(law.regime("JP", law.asOf())).isEqualTo("JP");
        assertThat(law.recipientLaws("JP")).containsExactly("APPI");
        assertThat(law.recipientLaws("KE")).isEmpty();
        assertThat(law.codes("role")).contains("controller", "processor");
        assertThat(law.codes("no such field")).isEmpty();
    }
}
