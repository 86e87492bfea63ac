package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("law explain")
class LawExplainCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private static CommandRun explain(String options) {
        return CommandRun.of(("law explain " + options).split(" "));
    }

    @Test
    @DisplayName("tells flow, questions, ruling, grounds and duties of a flow typed as options, in both languages")
    void typed() {
        String flow = "--from FR --to KE --role controller:processor --data personal,special:health"
                + " --tool art9-basis:9(2)(h) --tool scc-2021:2,signed=2025-02-01 --tia positive@2025-03-01"
                + " --on 2026-09-01";
        CommandRun told = explain(flow);
        assertThat(told.status()).isZero();
        assertThat(told.out())
                .startsWith("A transfer on 2026-09-01\n  from: France (controller, business)\n")
                .contains("Is it a transfer to a third country? Yes")
                .contains("The ruling: permitted under conditions\n  because\n    · GDPR Art. 46(2)(c)")
                .contains("  duties that follow\n");
        assertThat(explain(flow + " --lang ja").out())
                .startsWith("2026-09-01の移転\n  輸出者:フランス(管理者、事業者)\n")
                .contains("結論:条件付きで許される");
    }

    @Test
    @DisplayName("cites the law of Japan in Japanese, in the answers as in what the ruling rests on")
    void citesInJapanese() {
        String told = explain("--from JP --to DE --data personal --tool consent --on 2026-09-01 --lang ja")
                .out();
        assertThat(told)
                .contains("  根拠\n    · 個人情報保護法第28条第1項(施行規則第15条で定める国)")
                .contains("平成31年個人情報保護委員会告示第1号")
                .doesNotContain("APPI Art", "PPC Public Notice");
    }

    @Test
    @DisplayName("gives the ruling, the flow and the whole trace as JSON, and the flow can be asked again")
    void json() {
        JsonNode told = JsonMapper.shared()
                .readTree(explain("--from US --to JP --certified DPF --data non-personal --on 2026-09-01 --json")
                        .out());
        assertThat(told.get("outcome").isString()).isTrue();
        assertThat(told.get("trace").isEmpty()).isFalse();
        told.get("trace")
                .forEach(order -> assertThat(order.get("name").isString()).isTrue());
        JsonNode flow = told.get("flow");
        assertThat(flow.get("exporter").get("country").stringValue()).isEqualTo("US");
        JsonNode again = JsonMapper.shared()
                .readTree(CommandRun.with(flow.toString(), "law", "explain", "--flow", "-", "--json")
                        .out());
        assertThat(again).isEqualTo(told);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--from DX --to JP | unknown country `DX`",
                "--from DE --to JP --fact necesary | unknown fact `necesary`; did you mean `necessary`?",
                "--from DE --to JP --data personal,speciel:health | unknown word about data `speciel:health`",
                "--from DE --to JP --data special:helth | unknown special category `helth`; did you mean `health`?",
                "--from DE --to JP --tool scc-2022:2 | unknown tool `scc-2022`; did you mean `scc-2021`?",
                "--from DE --to JP --tool scc-2021:5 | the clauses have modules 1 to 4",
                "--from DE --to JP --tool bcr,aproved | unknown attribute of a tool `aproved`; did you mean `approved`?",
                "--from DE --to JP --tool bcr,signed=soon | `soon` is no day; write it as `2025-03-01`",
                "--from DE --to JP --tia positive | belongs to no tool",
                "--from DE --to JP --role controler | unknown role `controler`; did you mean `controller`?",
                "--from DE --to JP --role controller:processor:state | is no role for each side",
                "--from DE --to JP --kind press:: | is no kind for each side",
                "--from DE --to JP --purpose generel | unknown purpose `generel`; did you mean `general`?",
                "--from DE --to JP --on 1.1.2026 | `1.1.2026` is no day",
                "--from DE | a flow needs both `--from` and `--to`",
                "--lang en | state one flow",
                "--from DE --to JP --flow x.json | state one flow"
            })
    @DisplayName("refuses what it does not know as wrong use, with the nearest word")
    void refused(String options, String message) {
        CommandRun refused = explain(options);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains(message);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    @DisplayName("finds a case of a file by its id, on its own day or another")
    void cases() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.json"), ExampleCommand.text(ExampleCommand.Kind.cases));
        assertThat(explain("--cases " + file + " to-nagoya").out())
                .startsWith("A transfer on 2026-11-22")
                .contains("The ruling: permitted\n")
                .endsWith("This is not legal advice.\n");
        assertThat(explain("--cases " + file + " to-nagoya --on 2019-01-22").out())
                .contains("The ruling: prohibited\n");
        assertThat(explain("--cases " + file + " to-nagoja").err()).contains("did you mean `to-nagoya`?");
        assertThat(explain("--cases " + file).err()).contains("has 2 cases; say which one by its id");
    }

    @Test
    @DisplayName("shows in its help flows that work")
    void examples() {
        String help = explain("--help").out();
        List<String> examples = help.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("law explain --from"))
                .toList();
        assertThat(examples)
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        example -> assertThat(CommandRun.of(example.split(" ")).status())
                                .as(example)
                                .isZero());
    }
}
