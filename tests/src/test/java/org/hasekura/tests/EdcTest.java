package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.tests.EdcPair.DATA;
import static org.hasekura.tests.EdcPair.text;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.hasekura.evidence.Hash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Eclipse EDC, in a process of its own, against a node of ours, over HTTP, each in both roles. */
@Tag("kit-edc")
@ExtendWith(KitLines.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("With an Eclipse EDC connector, a node")
class EdcTest {

    /** In a row, in each direction; more of them with {@code -Dhasekura.long}. */
    private static final int NEGOTIATIONS = System.getProperty("hasekura.long") == null ? 20 : 500;

    private EdcPair pair;

    @BeforeAll
    void start(@TempDir Path root) throws IOException {
        pair = EdcPair.start(root);
    }

    @AfterAll
    void stop() throws IOException {
        if (Optional.ofNullable(pair).isPresent()) { // not where EDC is not here
            pair.close();
        }
    }

    @Nested
    @DisplayName("as consumer")
    class Consuming {

        @Test
        @DisplayName("reads all pages of the catalog, by their links")
        void catalog() throws IOException {
            var published = new ArrayList<String>();
            for (int i = 0; i < 120; i++) {
                published.add("asset-%03d".formatted(i));
                pair.edc()
                        .management()
                        .publish(published.getLast(), pair.sources().address(DATA));
            }
            assertThat(pair.edc().management().catalog(pair.edcItself()))
                    .as("a page")
                    .hasSize(50);
            JsonNode catalog = Api.good(
                            pair.node().api().post("/api/catalog", Dealings.object("peer", EdcPair.EDC_DID)))
                    .json();
            assertThat(catalog.path("items").valueStream().map(each -> text(each, "id")))
                    .containsAll(published)
                    .doesNotHaveDuplicates();
        }

        @Test
        @DisplayName("agrees, pulls the bytes and completes, and so EDC has it")
        void agrees() throws IOException {
            String agreement = pair.agreedWithEdc(DATA);
            String pid = pair.pull(agreement);
            JsonNode whole = pair.ourTransfer(pid, "COMPLETED");
            assertThat(text(whole, "sha256")).isEqualTo(pair.sha256());
            assertThat(Hash.sha256(Files.readAllBytes(Path.of(text(whole, "location"))))
                            .hex())
                    .isEqualTo(pair.sha256());
            pair.edcTransferOf(pid, "COMPLETED", "DEPROVISIONED");
        }

        @Test
        @DisplayName("hears a refusal of other terms than were offered")
        void refused() throws IOException {
            String body =
                    Dealings.object("peer", EdcPair.EDC_DID, "dataset", DATA).replace("}", """
                    ,"terms":{"permission":[{"action":"use","constraint":[
                    {"leftOperand":"purpose","operator":"eq","rightOperand":"research"}]}]}}""");
            String pid = text(
                    Api.good(pair.node().api().post("/api/negotiations", body)).json(), "pid");
            JsonNode ended = pair.ourNegotiation(pid, "TERMINATED");
            assertThat(ended.path("reason").path("sentences").toString()).isNotEqualTo("[]");
            pair.edcNegotiationOf(pid, "TERMINATED");
        }

        @Test
        @DisplayName("ends a transfer, suspends another and resumes it")
        void stops() throws IOException {
            pair.sources().hold();
            String agreement = pair.agreedWithEdc(EdcPair.SLOW);
            String ended = pair.pull(agreement);
            pair.ourTransfer(ended, "STARTED");
            Api.good(pair.node().api().post("/api/transfers/" + ended + "/terminate", "{}"));
            pair.ourTransfer(ended, "TERMINATED");
            pair.edcTransferOf(ended, "TERMINATED", "DEPROVISIONED");

            String paused = pair.pull(agreement);
            pair.ourTransfer(paused, "STARTED");
            Api.good(pair.node().api().post("/api/transfers/" + paused + "/suspend", "{}"));
            pair.ourTransfer(paused, "SUSPENDED");
            pair.edcTransferOf(paused, "SUSPENDED");
            Api.good(pair.node().api().post("/api/transfers/" + paused + "/resume", "{}"));
            pair.ourTransfer(paused, "STARTED");
            pair.edcTransferOf(paused, "STARTED");
            pair.sources().release();
            assertThat(text(pair.ourTransfer(paused, "COMPLETED"), "sha256")).isEqualTo(pair.sha256());
        }

        @Test
        @DisplayName("hears that EDC ends or suspends a transfer, and resumes it")
        void stopped() throws IOException {
            pair.sources().hold();
            String agreement = pair.agreedWithEdc(EdcPair.SLOW);
            String ended = pair.pull(agreement);
            pair.ourTransfer(ended, "STARTED");
            pair.edc().management().terminateTransfer(edcName(ended), "enough of it");
            assertThat(pair.ourTransfer(ended, "TERMINATED").path("reason").toString())
                    .contains("enough of it");

            String paused = pair.pull(agreement);
            pair.ourTransfer(paused, "STARTED");
            pair.edc().management().suspendTransfer(edcName(paused), "a pause");
            pair.ourTransfer(paused, "SUSPENDED");
            pair.edc().management().resumeTransfer(edcName(paused));
            pair.ourTransfer(paused, "STARTED");
            Api.good(pair.node().api().post("/api/transfers/" + paused + "/terminate", "{}"));
            pair.edcTransferOf(paused, "TERMINATED", "DEPROVISIONED");
        }

        private String edcName(String ourPid) {
            return text(pair.edcTransferOf(ourPid, "STARTED", "SUSPENDED"), "@id");
        }

        @Test
        @DisplayName("loses no negotiation of many in a row")
        void many() throws IOException {
            var states = new TreeMap<String, Integer>();
            for (int i = 0; i < NEGOTIATIONS; i++) {
                String pid = pair.askEdc(DATA);
                String ours = pair.ourEnd(pid);
                String theirs = text(pair.edcNegotiationOf(pid, "FINALIZED", "TERMINATED"), "state");
                states.merge("ours " + ours + ", EDC's " + theirs, 1, Integer::sum);
            }
            System.out.println("kit note  as consumer, " + NEGOTIATIONS + " in a row: " + states);
            assertThat(states).containsOnlyKeys("ours FINALIZED, EDC's FINALIZED");
        }
    }

    @Nested
    @DisplayName("as provider")
    class Providing {

        private String ourName(String edcName) {
            return EdcPair.ourName(() -> pair.edc().management().negotiation(edcName));
        }

        private String ourTransferName(String edcName) {
            return EdcPair.ourName(() -> pair.edc().management().transferProcess(edcName));
        }

        @Test
        @DisplayName("shows its catalog to EDC, a page of it")
        void catalog() throws IOException {
            assertThat(pair.edc().management().catalog(pair.us()).stream().map(each -> text(each, "@id")))
                    .contains(DATA, EdcPair.MANUAL);
        }

        @Test
        @DisplayName("agrees, and EDC has the bytes pulled, suspends, resumes, pulls again, and ends the transfer")
        void agrees() throws IOException {
            String agreement = pair.agreedWithUs();
            String id = pair.edc().management().transfer(pair.us(), agreement);
            pair.edcTransfer(id, "STARTED");
            String ours = ourTransferName(id);
            pair.ourTransfer(ours, "STARTED");
            HttpResponse<byte[]> bytes = pair.pullAsEdc(id);
            assertThat(bytes.statusCode()).isEqualTo(200);
            assertThat(Hash.sha256(bytes.body()).hex()).isEqualTo(pair.sha256());

            pair.edc().management().suspendTransfer(id, "a pause");
            pair.edcTransfer(id, "SUSPENDED");
            pair.ourTransfer(ours, "SUSPENDED");
            pair.edc().management().resumeTransfer(id);
            pair.edcTransfer(id, "STARTED");
            pair.ourTransfer(ours, "STARTED");
            assertThat(Hash.sha256(pair.pullAsEdc(id).body()).hex()).isEqualTo(pair.sha256());
            pair.edc().management().terminateTransfer(id, "enough of it");
            pair.edcTransfer(id, "TERMINATED", "DEPROVISIONED");
            assertThat(pair.ourTransfer(ours, "TERMINATED").path("reason").toString())
                    .contains("enough of it");
        }

        @Test
        @DisplayName("suspends, resumes with a new token, and completes, and so EDC has it")
        void stops() throws IOException {
            String agreement = pair.agreedWithUs();
            String id = pair.edc().management().transfer(pair.us(), agreement);
            pair.edcTransfer(id, "STARTED");
            String path = "/api/transfers/" + ourTransferName(id);
            pair.ourTransfer(ourTransferName(id), "STARTED");
            Api.good(pair.node().api().post(path + "/suspend", "{}"));
            pair.edcTransfer(id, "SUSPENDED");
            pair.ourTransfer(ourTransferName(id), "SUSPENDED");
            Api.good(pair.node().api().post(path + "/resume", "{}"));
            pair.edcTransfer(id, "STARTED");
            assertThat(Hash.sha256(pair.pullAsEdc(id).body()).hex()).isEqualTo(pair.sha256());
            pair.ourTransfer(ourTransferName(id), "STARTED");
            Api.good(pair.node().api().post(path + "/complete", "{}"));
            pair.ourTransfer(ourTransferName(id), "COMPLETED");
            pair.edcTransfer(id, "COMPLETED", "DEPROVISIONED");
        }

        @Test
        @DisplayName("ends a negotiation, and so EDC does")
        void refuses() throws IOException {
            String id = pair.askUs(EdcPair.MANUAL);
            String path = "/api/negotiations/" + ourName(id);
            Api.good(pair.node().api().post(path + "/terminate", Dealings.object("reason", "not for you")));
            pair.edcNegotiation(id, "TERMINATED");
        }

        @Test
        @DisplayName("hears that EDC ends a negotiation")
        void refused() throws IOException {
            String id = pair.askUs(EdcPair.MANUAL);
            String ours = ourName(id);
            pair.edcNegotiation(id, "REQUESTED");
            pair.edc().management().terminateNegotiation(id, "changed my mind");
            assertThat(pair.ourNegotiation(ours, "TERMINATED").path("reason").toString())
                    .contains("changed my mind");
            pair.edcNegotiation(id, "TERMINATED");
        }

        @Test
        @DisplayName("loses no negotiation of many in a row")
        void many() throws IOException {
            var states = new TreeMap<String, Integer>();
            for (int i = 0; i < NEGOTIATIONS; i++) {
                String id = pair.askUs(DATA);
                JsonNode atEdc = pair.edcNegotiation(id, "FINALIZED", "TERMINATED");
                String theirs = text(atEdc, "state");
                String ours = pair.ourEnd(ourName(id));
                if (ours.equals("TERMINATED")) {
                    JsonNode here = pair.node().api().read("/api/negotiations/" + ourName(id));
                    System.out.println(
                            "kit note  lost: " + here.path("reason") + "; EDC: " + text(atEdc, "errorDetail"));
                }
                states.merge("ours " + ours + ", EDC's " + theirs, 1, Integer::sum);
            }
            System.out.println("kit note  as provider, " + NEGOTIATIONS + " in a row: " + states);
            assertThat(states).containsOnlyKeys("ours FINALIZED, EDC's FINALIZED");
        }
    }
}
