package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("The resilience commands")
class ResilienceCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    @Test
    @DisplayName("show over which chain gallium reaches chips, in both languages, with the controls on it")
    void gallium() {
        assertThat(run("resilience", "what-if", "--graph", "chips", "--remove", "node:R_GA"))
                .isZero();
        assertThat(out.toString()).contains("P_PGAN < F_GAN < W_GAN < R_GA").contains("control: CHN licence");
        assertThat(run("resilience", "what-if", "--graph", "chips", "--remove", "node:R_GA", "--lang", "ja"))
                .isZero();
        assertThat(out.toString()).contains("GaNパワー半導体").contains("輸出管理");
        assertThat(run("resilience", "what-if", "--graph", "chips", "--remove", "node:R_GA", "--json"))
                .isZero();
        assertThat(out.toString())
                .contains("\"node\":\"P_PGAN\"")
                .contains("\"availability\":{\"low\":0.0,\"high\":0.0}");
    }

    @Test
    @DisplayName("show what a chip depends on, and leave figures from memory out when asked")
    void breaks() {
        assertThat(run("resilience", "breaks", "--graph", "chips", "--target", "P_LADV", "--size", "1", "--json"))
                .isZero();
        assertThat(out.toString()).contains("{\"node\":\"E_EUV\",\"holder\":\"NLD\",\"share\":1.0}");
        assertThat(run("resilience", "concentration", "--graph", "chips", "--without-memory", "--json"))
                .isZero();
        assertThat(out.toString()).doesNotContain("\"fromMemory\":true");
        assertThat(run("resilience", "concentration", "--graph", "chips", "--node", "R_GA"))
                .isZero();
        assertThat(out.toString()).contains("0.980").contains("EU and Japan both depend on CHN for R_GA");
    }

    @Test
    @DisplayName("refuse what is not there with 1, and wrong use with 2, in words that help")
    void refused(@TempDir Path folder) throws IOException {
        assertThat(run("resilience", "what-if", "--graph", "chips", "--remove", "node:R_GAA"))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("there is no node `R_GAA`; did you mean `R_");
        assertThat(run("resilience", "what-if", "--graph", "chips", "--remove", "firm:ASMLL"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("did you mean `ASML`?");
        assertThat(run("resilience", "what-if", "--graph", "chips", "--remove", "gallium"))
                .isEqualTo(2);
        assertThat(run("resilience", "breaks", "--graph", "chips", "--size", "4"))
                .isEqualTo(2);
        assertThat(run("resilience", "breaks", "--graph", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is no known form").contains("nodes.csv");
        Files.writeString(folder.resolve("nodes.csv"), "id,kind\na,input\n");
        Files.writeString(folder.resolve("edges.csv"), "from,to,type\na,b,AND\n");
        assertThat(run("resilience", "breaks", "--graph", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("edges.csv, row 2, column `to`: there is no node `b` in nodes.csv");
    }

    @Test
    @DisplayName("show from trade statistics what the EU and Japan both depend on, gzip or not, in both languages")
    void imports(@TempDir Path folder) throws IOException {
        // France (251) and Germany (276) buy from China (156), and so does Japan (392); nobody sells any on.
        Path file = Files.writeString(folder.resolve("baci.csv"), """
                t,i,j,k,v,q
                2023,156,276,811292,80,1
                2023,842,251,811292,20,1
                2023,156,392,811292,90,1
                2023,410,392,811292,10,1
                2023,276,251,811292,5,1
                2023,156,276,999999,1,1
                """);
        assertThat(run(
                        "resilience",
                        "imports",
                        "--form",
                        "baci",
                        "--trade",
                        file.toString(),
                        "--product",
                        "8112",
                        "--importer",
                        "EU27",
                        "--with",
                        "JPN"))
                .isZero();
        assertThat(out.toString())
                .contains("811292   0.680")
                .contains("both depend on 156 for 811292: at least 0.800 of imports")
                .contains("2023: 1 products bought outside; flagged by the Commission's three indicators 1");
        assertThat(run(
                        "resilience",
                        "imports",
                        "--form",
                        "baci",
                        "--trade",
                        packed(file).toString(),
                        "--importer",
                        "EU27",
                        "--all",
                        "--json"))
                .isZero();
        assertThat(out.toString())
                .contains("\"products\":2")
                .contains("\"topPartner\":\"156\",\"topShare\":0.8,\"commission\":true");
        assertThat(run(
                        "resilience",
                        "imports",
                        "--form",
                        "baci",
                        "--trade",
                        file.toString(),
                        "--importer",
                        "USA",
                        "--lang",
                        "ja"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("nobody called `USA` reported").contains("156, 251, 276");
    }

    private static Path packed(Path file) throws IOException {
        Path packed = Path.of(file + ".gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
        return packed;
    }

    @Test
    @DisplayName("warn of months in which less came in and cost more, and measure how good the warning is")
    void warnings(@TempDir Path folder) throws IOException {
        StringBuilder months =
                new StringBuilder("REPORTER,PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG\n");
        for (int month = 0; month < 84; month++) {
            boolean isHit = month >= 78 && month < 82;
            int quantity = (isHit ? 40 : 100) + month * 7 % 5;
            months.append("DE,CN,28046100,1,")
                    .append(2018 + month / 12)
                    .append(String.format(Locale.ROOT, "%02d", month % 12 + 1))
                    .append(',')
                    .append(quantity * (isHit ? 3 : 1))
                    .append(',')
                    .append(quantity)
                    .append('\n');
        }
        String file = Files.writeString(folder.resolve("comext.csv"), months).toString();
        assertThat(run(
                        "resilience",
                        "warnings",
                        "--form",
                        "comext",
                        "--trade",
                        file,
                        "--importer",
                        "EU27",
                        "--trials",
                        "50"))
                .isZero();
        assertThat(out.toString())
                .contains("## 28046100, 2018-01 to 2024-12, a structural dependence")
                .contains("2024-08  DRIFT SQUEEZE")
                .contains("50 trials: ");
        assertThat(run(
                        "resilience",
                        "warnings",
                        "--form",
                        "comext",
                        "--trade",
                        file,
                        "--importer",
                        "EU27",
                        "--trials",
                        "50",
                        "--lang",
                        "ja"))
                .isZero();
        assertThat(out.toString()).contains("構造的依存").contains("50回の試行");
    }

    @Test
    @DisplayName("show on whose lists a raw material stands, with what is from memory marked")
    void minerals() {
        assertThat(run("resilience", "minerals")).isZero();
        assertThat(out.toString()).containsPattern("R_GA +Gallium.* strategic +98\\* +CHN 71\\* +specified\\* +100");
        assertThat(run("resilience", "minerals", "--lang", "ja")).isZero();
        assertThat(out.toString()).contains("ガリウム").contains("戦略的").contains("特定重要物資");
        assertThat(run("resilience", "minerals", "--json")).isZero();
        assertThat(out.toString())
                .contains("{\"node\":\"R_GA\",\"symbol\":\"Ga\",\"eu\":{\"critical\":true,\"strategic\":true");
    }
}
