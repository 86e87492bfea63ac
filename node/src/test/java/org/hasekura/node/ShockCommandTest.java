package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("the commands about shocks")
class ShockCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private record Ended(int status, String out, String err) {}

    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "resilience";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Ended(command.execute(all), out.toString(), err.toString());
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    @DisplayName("make up a network, score its firms and run a shock over it")
    void network() throws IOException {
        Ended made = run("generate", "--recipe", "hub", "--firms", "300", "--seed", "4", "--out", folder.toString());
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(made.out()).contains("firms: 300", "links: 1500", "sha256: ");
        Ended again = run("generate", "--recipe", "hub", "--firms", "300", "--seed", "4");
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(made.out()).as("the same without files").startsWith(again.out());
        Ended scored =
                run("esri", "--edges", file("edges.csv"), "--sectors", file("sectors.csv"), "--out", file("s.csv"));
        assertThat(scored.status()).as(scored.err()).isZero();
        assertThat(scored.out()).contains("eps (part of the model): 0.01");
        assertThat(lines("s.csv")).hasSize(301).first().isEqualTo("firm,esri,esri_down,esri_up,iters");
        write("D.txt", "7 0.9\n8 0.5 3\n");
        Ended ran = run(withNetwork("inoue-todo", "--delta", file("D.txt"), "--days", "5", "--out", file("va.csv")));
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(lines("va.csv")).hasSize(7).first().isEqualTo("day,va");
        assertThat(lines("va.csv").get(1)).startsWith("-1,");
        Ended many =
                run(withNetwork("ensemble", "--hit", "0.1", "--seeds", "3", "--days", "5", "--out", file("e.csv")));
        assertThat(many.status()).as(many.err()).isZero();
        assertThat(lines("e.csv")).hasSize(7).first().isEqualTo("day,low,median,high,seed 1,seed 2,seed 3");
    }

    private String[] withNetwork(String command, String... more) {
        String[] all = new String[9 + more.length];
        String[] network = {
            command,
            "--links",
            file("A.txt"),
            "--final",
            file("C.txt"),
            "--output",
            file("P.txt"),
            "--sectors",
            file("F3.txt")
        };
        System.arraycopy(network, 0, all, 0, 9);
        System.arraycopy(more, 0, all, 9, more.length);
        return all;
    }

    @Test
    @DisplayName("say why a firm is hit")
    void why() throws IOException {
        write("A.txt", "a b 10\nb c 20\n");
        write("C.txt", "c 30\n");
        write("F3.txt", "a 1\nb 2\nc 3\n");
        write("D.txt", "a 1\n");
        Ended ran = run(
                "inoue-todo",
                "--links",
                file("A.txt"),
                "--final",
                file("C.txt"),
                "--sectors",
                file("F3.txt"),
                "--delta",
                file("D.txt"),
                "--days",
                "8",
                "--stock-days",
                "2",
                "--why",
                "c",
                "--json",
                "--out",
                file("va.csv"));
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("\"firms\":3")
                .contains("firm `c` makes 0.0 of normal: lacks goods, the most of supplier `b`")
                .contains("firm `a` makes 0.0 of normal: is damaged itself and lost 1.0 of its capacity");
    }

    @Test
    @DisplayName("run a shock over a table of industries")
    void industries() throws IOException {
        write("Z.csv", "id,B:1,A:1\nB:1,10,20\nA:1,30,10\n");
        write("Y.csv", "id,A,B\nB:1,50,20\nA:1,40,20\n");
        write("x.csv", "id,output\nB:1,100\nA:1,100\n");
        Ended ran = run(
                "ario",
                "--table",
                folder.toString(),
                "--shock",
                "A:*=-0.10@5+30",
                "--days",
                "40",
                "--out",
                file("series.csv"));
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(lines("series.csv")).hasSize(41).first().isEqualTo("step,A,B");
        Ended solved = run(
                "leontief", "--table", folder.toString(), "--extract", "A:1", "--lang", "ja", "--out", file("m.csv"));
        assertThat(solved.out()).contains("産業数: 2");
        assertThat(solved.status()).as(solved.err()).isZero();
        assertThat(lines("m.csv")).hasSize(3);
        Ended nobody = run(
                "ario", "--table", folder.toString(), "--shock", "C:*=-0.1@5+3", "--days", "9", "--out", file("n.csv"));
        assertThat(nobody.status()).isEqualTo(1);
        assertThat(nobody.err()).contains("no industry is called `C:*`");
    }

    @Test
    @DisplayName("say what is wrong with a file, and end with 1; with the options, and end with 2")
    void refusals() throws IOException {
        write("edges.csv", "supplier,customer,w\na,b,1\na,b,x\n");
        write("sectors.csv", "firm,sector\na,1\nb,1\n");
        Ended bad = run("esri", "--edges", file("edges.csv"), "--sectors", file("sectors.csv"), "--out", file("s.csv"));
        assertThat(bad.status()).isEqualTo(1);
        assertThat(bad.err()).contains("edges.csv`, row 3, column `amount`: `x` is no finite number");
        assertThat(run("esri", "--edges", file("none.csv"), "--sectors", file("sectors.csv"), "--out", file("s.csv"))
                        .err())
                .contains("there is no file");
        assertThat(run("ario", "--table", "x", "--shock", "JPN", "--days", "9", "--out", "y")
                        .status())
                .isEqualTo(2);
        assertThat(run().status()).isEqualTo(2);
    }
}
