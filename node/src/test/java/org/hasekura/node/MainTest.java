package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("the command line")
class MainTest {

    @TempDir
    private Path folder = Path.of("");

    private record Ended(int status, String out, String err) {}

    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Ended(command.execute(arguments), out.toString(), err.toString());
    }

    @Test
    @DisplayName("ends with 2 on wrong use and says how it is used")
    void wrongUse() {
        assertThat(run("nod").status()).isEqualTo(2);
        assertThat(run("nod").err()).contains("hasekura node");
        assertThat(run("node").err()).contains("--config FILE");
        assertThat(run("node", "--colour").status()).isEqualTo(2);
        assertThat(run("dataset").status()).isEqualTo(2);
        assertThat(run("dataset", "list").err()).contains("--node URL");
        assertThat(run("dataset", "list", "--node", "ftp://x").status()).isEqualTo(2);
        assertThat(run("negotiation", "decide", "p", "maybe", "--node", "http://127.0.0.1:1", "--reason", "x"))
                .satisfies(ended -> assertThat(ended.status()).isEqualTo(2))
                .satisfies(ended -> assertThat(ended.err()).contains("agree, refuse"));
    }

    @Test
    @DisplayName("explains every command")
    void help() {
        assertThat(run("--help").status()).isZero();
        List<String> unexplained = new ArrayList<>();
        visit(Main.commandLine(), unexplained);
        assertThat(unexplained).isEmpty();
    }

    private static void visit(CommandLine command, List<String> unexplained) {
        if (command.getCommandSpec().usageMessage().description().length == 0
                || !command.getCommandSpec().optionsMap().containsKey("--help")) {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                unexplained.add(command.getCommandSpec().qualifiedName());
            }
        }
        command.getSubcommands().values().forEach(each -> visit(each, unexplained));
    }

    @Test
    @DisplayName("shows the defaults and judges a settings file")
    void settings() throws IOException {
        Path file = folder.resolve("node.conf");
        assertThat(run("node", "--config", file.toString()))
                .satisfies(ended -> assertThat(ended.status()).isEqualTo(1))
                .satisfies(ended ->
                        assertThat(ended.err()).contains("there is no file").contains("--print-defaults"));
        Files.writeString(file, run("node", "--print-defaults").out() + "dsp.prot = 1\n");
        Ended refused = run("node", "--config", file.toString(), "--check");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("unknown setting `dsp.prot`; did you mean `dsp.port`?")
                .contains("`organisation.name` is needed");
        Files.writeString(file, "organisation.name = A\norganisation.country = JP\nnode.development = true\n");
        assertThat(run("node", "--config", file.toString(), "--check").out()).contains("are good");
    }

    @Test
    @DisplayName("shows what a node answers as a table or as JSON")
    void table() throws IOException {
        Route list = Route.get("/api/datasets", _ -> Response.json(200, """
                {"items": [{"id": "部品", "title": {"en": "Parts", "ja": "部品"}, "bytes": 12}, {"id": "b", "sha256": "ff\\u001b[31m"}]}
                """));
        try (HttpPort.Listening server = new HelidonHttp().listen(TestSites.site(list))) {
            String node = "http://127.0.0.1:" + server.port();
            assertThat(run("dataset", "list", "--node", node)).isEqualTo(new Ended(0, """
                    id    title  visibleTo                  bytes  sha256   published  withdrawn
                    部品  Parts  everybody in the register  12     –        –          –
                    b     –      everybody in the register  –      ff [31m  –          –
                    """, ""));
            assertThat(run("dataset", "list", "--json", "--node", node).out()).contains("\"ja\" : \"部品\"");
        }
    }

    @Test
    @DisplayName("sends what a person asks for, with the token, and tells the node's reason")
    void acts() throws IOException {
        List<String> asked = new ArrayList<>();
        Handler handler = request -> {
            asked.add(request.path() + " " + request.bearerToken().orElse("-") + " "
                    + new String(request.body(), StandardCharsets.UTF_8));
            return Response.refused(409, "the transfer is COMPLETED already");
        };
        Route suspend = Route.post("/api/transfers/{pid}/suspend", 1000, handler);
        Path tokenFile = Files.writeString(folder.resolve("token"), "secret\n");
        try (HttpPort.Listening server = new HelidonHttp().listen(TestSites.site(suspend))) {
            String node = "http://127.0.0.1:" + server.port() + "/";
            Ended refused = run(
                    "transfer",
                    "suspend",
                    "urn:uuid:1/../2",
                    "--reason",
                    "audit",
                    "--node",
                    node,
                    "--token-file",
                    tokenFile.toString());
            assertThat(refused).isEqualTo(new Ended(1, "", "the transfer is COMPLETED already\n"));
            assertThat(asked).containsExactly("/api/transfers/urn:uuid:1/../2/suspend secret {\"reason\":\"audit\"}");
            assertThat(run("transfer", "list", "--node", node).err()).contains("there is nothing here");
        }
        assertThat(run("transfer", "list", "--node", "http://127.0.0.1:1"))
                .satisfies(ended -> assertThat(ended.status()).isEqualTo(1))
                .satisfies(ended -> assertThat(ended.err()).contains("no node answers at `http://127.0.0.1:1`"));
    }

    @Test
    @DisplayName("writes a receipt to a file")
    void receipt() throws IOException {
        Route receipts = Route.post(
                "/api/receipts",
                1000,
                request -> new Response.Whole(200, "text/plain", request.body(), java.util.Map.of()));
        Path file = folder.resolve("receipt");
        try (HttpPort.Listening server = new HelidonHttp().listen(TestSites.site(receipts))) {
            String node = "http://127.0.0.1:" + server.port();
            assertThat(run("receipt", "--index", "7", "--out", file.toString(), "--node", node)
                            .status())
                    .isZero();
            assertThat(Files.readString(file)).isEqualTo("{\"index\":7}");
            assertThat(run("receipt", "--out", file.toString(), "--node", node).status())
                    .isEqualTo(2);
        }
    }

    @Test
    @DisplayName("says of a file that is no receipt that it proves nothing")
    void verify() throws IOException {
        Path file = Files.writeString(folder.resolve("receipt"), "{}\n");
        Ended ended = run("verify", file.toString());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).startsWith("Not proven. The fault is in the receipt file");
        assertThat(run("verify", "--json", file.toString()).out()).startsWith("{\"part\":\"FILE\",\"proven\":false");
        assertThat(run("verify", file.toString(), "--policy", file.toString()).err())
                .contains("is no policy");
        assertThat(run("verify", folder.resolve("nothing").toString()).err()).contains("there is no file");
        assertThat(run("verify").status()).isEqualTo(2);
    }
}
