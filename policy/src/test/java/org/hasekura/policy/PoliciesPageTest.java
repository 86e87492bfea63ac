package org.hasekura.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/policies.md")
class PoliciesPageTest {

    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-zA-Z]+)` \\|([^|]*)\\|$");
    private static final Pattern OPERAND = Pattern.compile("(?m)^\\| `([a-zA-Z]+)` \\|([^|]*)\\|[^|]*\\|[^|]*\\|$");
    private static final Pattern CODE = Pattern.compile("`([a-zA-Z-]+)`");

    @Test
    @DisplayName("names the operators of every operand, and no other")
    void operators() throws IOException {
        Map<String, List<String>> told = new TreeMap<>();
        ROW.matcher(page())
                .results()
                .forEach(row -> told.put(
                        row.group(1),
                        CODE.matcher(row.group(2))
                                .results()
                                .map(code -> code.group(1))
                                .toList()));
        Map<String, List<String>> understood = new TreeMap<>();
        Arrays.stream(Operand.values())
                .forEach(operand -> understood.put(
                        operand.names().getFirst(),
                        Operators.of(operand).stream().map(Operator::term).toList()));
        assertThat(told).isEqualTo(understood);
    }

    @Test
    @DisplayName("names every operand, with its other spellings")
    void operands() throws IOException {
        List<MatchResult> rows = OPERAND.matcher(page()).results().toList();
        assertThat(rows.stream().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Operand.values())
                        .map(operand -> operand.names().getFirst())
                        .toList());
        for (MatchResult row : rows) {
            List<String> others = Operand.of(row.group(1)).orElseThrow().names();
            others.subList(1, others.size())
                    .forEach(other -> assertThat(row.group(2)).contains("`" + other + "`"));
        }
    }

    @Test
    @DisplayName("has examples that are understood whole, and said in both languages")
    void examples() throws IOException {
        List<String> examples =
                EXAMPLE.matcher(page()).results().map(each -> each.group(1)).toList();
        assertThat(examples).hasSize(3);
        for (String example : examples) {
            Terms terms = OdrlJsonTest.read(OdrlJson.terms(example.getBytes(StandardCharsets.UTF_8)));
            assertThat(Policy.of(terms).faults()).isEmpty();
            assertThat(OdrlJsonTest.read(OdrlJson.terms(OdrlJson.write(terms), "terms")))
                    .isEqualTo(terms);
        }
        assertThat(TermsText.english(
                        OdrlJsonTest.read(OdrlJson.terms(examples.get(0).getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(
                        "use for customer-service or what belongs to it in EEA or Japan or what belongs to it without"
                                + " passing the data on until 30 days after the first use; not allowed: distribute (if done all the"
                                + " same, must: inform)");
        assertThat(TermsText.japanese(
                        OdrlJsonTest.read(OdrlJson.terms(examples.get(1).getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo("許可：5回まで、（認証「MembershipCredential」を有して又は認証「ISO27001」又は「TISAX」を有して）、"
                        + "法令上の判断が「lawful-transfer」の場合に、利用。義務：2028年12月31日まで、削除（履行しない場合の義務：対価の支払い）。");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("hasekura.home", ".."), "docs", "policies.md"));
    }
}
