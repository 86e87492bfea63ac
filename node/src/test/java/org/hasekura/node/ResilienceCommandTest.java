package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
