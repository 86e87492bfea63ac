package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("law drill")
final class LawDrillCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path flows = Path.of("");

    private record Ended(int status, String out, String err) {}

    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Ended(command.execute(arguments), out.toString(), err.toString());
    }

    @BeforeEach
    void write() throws IOException {
        flows = Files.writeString(folder.resolve("flows.json"), """
                {"cases": [{"id": "CRM", "date": "2020-01-01", "operation": "transfer",
                  "exporter": {"country": "DE", "role": "controller", "kind": "business"},
                  "importer": {"country": "US", "role": "processor", "kind": "business",
                    "certifiedUnder": ["PRIVACY-SHIELD"]},
                  "data": {"personal": true, "originRegime": "EU"}, "purposeCode": "general"}]}
                """);
    }

    @Test
    @DisplayName("tells what falls, what to do first and what cures it")
    void text() {
        Ended ended = run("law", "drill", "--end", "EU-US-2016@2020-07-16", "--cases", flows.toString());
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("2016/1250", "1 fall: allowed before, forbidden after.")
                .contains("CRM   falls  permitted GDPR:45(3) GDPR:45(9)  prohibited GDPR:44")
                .contains("standard contractual clauses of 2010")
                .contains("Not legal advice");
        assertThat(run("law", "drill", "--lang", "ja", "--end", "EU-US-2016@2020-07-16", "--cases", flows.toString())
                        .out())
                .contains("1件が根拠を失う", "2010年標準契約条項");
    }

    @Test
    @DisplayName("speaks JSON")
    void json() {
        Ended ended = run("law", "drill", "--json", "--end", "EU-US-2016@2020-07-16", "--cases", flows.toString());
        assertThat(ended.out())
                .startsWith("{\"lawData\":")
                .contains(
                        "\"ends\":[{\"decision\":\"EU-US-PS-2016\",\"day\":\"2020-07-16\",\"lastDay\":\"2020-07-15\"}]")
                .contains("\"summary\":{\"falls\":1,\"undecided\":0")
                .contains("\"id\":\"scc-2010\",\"effort\":\"contract\"")
                .contains("\"outcome\":\"permitted-with-conditions\",\"basis\":[\"GDPR:46(2)(c)\"");
    }

    @Test
    @DisplayName("asks a running node, page by page, for its agreements and the transfers under them")
    void runningNode() throws IOException {
        List<String> asked = new ArrayList<>();
        Route rulings = Route.get("/api/rulings", request -> {
            asked.add(request.query("after").orElse("-"));
            return Response.json(200, request.query("after").isEmpty() ? """
                    {"items": [
                      {"agreement": "urn:a", "peer": "did:web:crm.example", "dataset": "contacts",
                       "case": {"id": "urn:a", "date": "2026-09-01", "operation": "transfer",
                         "exporter": {"country": "DE", "role": "controller", "kind": "business"},
                         "importer": {"country": "JP", "role": "controller", "kind": "business", "subjectTo": ["APPI"]},
                         "data": {"personal": true, "originRegime": "EU"}, "purposeCode": "general"},
                       "transfers": [{"pid": "urn:t", "state": "STARTED"}]},
                      {"agreement": "urn:b", "peer": "did:web:gone.example", "dataset": "gone", "transfers": []}],
                     "next": "urn:b"}
                    """ : "{\"items\": []}");
        });
        try (HttpPort.Listening server = new HelidonHttp().listen(TestSites.site(rulings))) {
            String node = "http://127.0.0.1:" + server.port();
            Ended ended = run("law", "drill", "--end", "EU-JP-2019@2026-11-01", "--node", node, "--json");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.err()).contains("cannot tell the flow of agreement `urn:b`");
            assertThat(ended.out())
                    .contains("\"summary\":{\"falls\":2,")
                    .contains("\"counterparty\":\"did:web:crm.example\",\"cure\":\"scc-module-1\"")
                    .contains("\"flows\":[\"urn:a\",\"urn:t\"]");
            assertThat(asked).containsExactly("-", "urn:b");
        }
    }

    @Test
    @DisplayName("ends with 2 where an end means nothing, with 1 where the file cannot be read")
    void refused() {
        Ended unknown = run("law", "drill", "--end", "EU-XX@2020-07-16", "--cases", flows.toString());
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no decision `EU-XX`");
        assertThat(run("law", "drill", "--cases", flows.toString()).status()).isEqualTo(2);
        assertThat(run("law", "drill", "--end", "EU-US-2016@2020-07-16", "--cases", folder + "/none.json")
                        .status())
                .isEqualTo(1);
    }
}
