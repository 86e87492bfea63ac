package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("law provision, countries, matrix and diff")
class LawTablesCommandTest {

    private static CommandRun law(String options) {
        return CommandRun.of(("law " + options).split(" "));
    }

    private static JsonNode json(String options) {
        return JsonMapper.shared().readTree(law(options + " --json").out());
    }

    @Test
    @DisplayName("show a decision whole, list several, and name the nearest of none")
    void provision() {
        assertThat(law("provision EU-JP-2019"))
                .satisfies(ended -> assertThat(ended.status()).isZero())
                .satisfies(ended -> assertThat(ended.out())
                        .contains("  granted by: EU\n", "  for: JP\n", "  covers only: subject to APPI\n")
                        .contains("  excludes: Art 1(2)(a)"));
        assertThat(law("provision EU-JP-2019 --lang ja").out()).contains("  付与者: EU\n");
        assertThat(law("provision 2021/914").out().lines()).hasSizeGreaterThan(1);
        assertThat(law("provision EU-JP-2018"))
                .isEqualTo(new CommandRun(
                        1, "", "nothing in the law data matches `EU-JP-2018`; did you mean `EU-JP-2019`?\n"));
        assertThat(law("provision A45-3 --json").out()).contains("\"token\" : \"GDPR:45(3)\"");
        assertThat(law("provision").status()).isEqualTo(2);
    }

    @Test
    @DisplayName("show the countries of a day, or one of them whole")
    void countries() {
        CommandRun all = law("countries --on 2020-01-31");
        assertThat(all.status()).isZero();
        assertThat(all.out().lines()).anyMatch(line -> line.matches("GB +United Kingdom +EU .*"));
        assertThat(law("countries --on 2020-02-01").out().lines())
                .anyMatch(line -> line.matches("GB +United Kingdom +– +EU-GB-WA.*"));
        assertThat(law("countries jp --on 2026-09-01 --lang ja").out())
                .startsWith("日本 (JP)\n")
                .contains("EU-JP-2019")
                .contains("法的助言ではありません");
        assertThat(law("countries US --on 2020-08-01 --known-on 2020-07-15").out())
                .contains("EU-US-PS-2016");
        assertThat(json("countries VN --on 2026-09-01")
                        .get("countries")
                        .get(0)
                        .get("outbound")
                        .isEmpty())
                .isFalse();
        assertThat(law("countries QQ").err()).contains("hold nothing on a country `QQ`");
    }

    @Test
    @DisplayName("show who may send to whom as a table, as JSON and as CSV")
    void matrix() {
        assertThat(law("matrix --on 2026-09-01 --from DE,JP --to DE,JP,KE,US").out())
                .startsWith("Who may send personal data to whom on 2026-09-01")
                .contains("    DE   JP   KE  US\nDE  yes  yes  no  no\nJP  yes  yes  no  no\n")
                .contains("DE stands for the Union");
        assertThat(law("matrix --on 2026-09-01 --from DE --to JP --csv").out())
                .startsWith("from,to,outcome,basis,confidence,day,lawData\nDE,JP,permitted,GDPR:45(3),");
        assertThat(json("matrix --on 2026-09-01 --from DE --to JP --data hr").get("cells"))
                .hasSize(1);
        assertThat(law("matrix --on 2020-08-01 --from DE --to GB --known-on 2020-01-01 --csv")
                        .out())
                .contains("as known on 2020-01-01");
        assertThat(law("matrix --from DX"))
                .satisfies(ended -> assertThat(ended.status()).isEqualTo(2))
                .satisfies(ended -> assertThat(ended.err()).startsWith("unknown country `DX`"));
        assertThat(law("matrix --json --csv").status()).isEqualTo(2);
    }

    @Test
    @DisplayName("show what began and ended between two days and which plain flows it moved")
    void diff() {
        assertThat(law("diff 2020-07-15 2020-07-16").out())
                .contains("2020-07-16  ended  EU-US-PS-2016")
                .contains("2020-07-16  began  C-311/18")
                .contains("Plain flows of personal data with another outcome: 0\n");
        assertThat(law("diff 2019-01-22 2019-01-23").out())
                .contains("DE→JP GB→JP  prohibited → permitted  (EU-JP-2019");
        assertThat(law("diff 2019-01-22 2019-01-23 --lang ja").out()).contains("2019-01-23  開始  EU-JP-2019");
        assertThat(json("diff 2013-06-30 2013-07-01")
                        .get("changes")
                        .get(0)
                        .get("id")
                        .stringValue())
                .isEqualTo("HR");
        assertThat(law("diff 2020-07-16 2020-07-15").err()).contains("write the earlier day first");
        assertThat(law("diff 2020-07-16").status()).isEqualTo(2);
    }

    @Test
    @DisplayName("judge with what was known on a day")
    void knownOn() {
        String flow = "explain --from IE --to US --certified PRIVACY-SHIELD --on 2020-08-01";
        assertThat(law(flow).out()).contains("The ruling: prohibited\n");
        assertThat(law(flow + " --known-on 2020-07-15").out())
                .contains("The ruling: permitted\n")
                .contains("as known on 2020-07-15");
    }
}
