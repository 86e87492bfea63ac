package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.stream.Stream;
import org.hasekura.evidence.NoteSigner;
import org.hasekura.evidence.Receipt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The demonstration")
class DemoTest {

    @TempDir
    static Path folder = Path.of("");

    private static ChildJvm.Ended demo = new ChildJvm.Ended(-1, List.of(), "");

    @BeforeAll
    static void runOnce() throws IOException, InterruptedException {
        demo = ChildJvm.run(
                folder,
                "demo",
                "--once",
                "--json",
                "--folder",
                folder.resolve("demo").toString());
    }

    @Test
    @DisplayName("ends well and has nothing to complain of")
    void endsWell() {
        assertThat(demo.err()).isEmpty();
        assertThat(demo.status()).isZero();
    }

    @Test
    @DisplayName("tells every step of every part as one line of JSON with its time")
    void everyLineIsJson() {
        List<JsonNode> steps = steps();
        assertThat(steps).allSatisfy(step -> {
            assertThat(step.path("step").asString()).isNotBlank();
            assertThat(step.path("millis").isIntegralNumber()).isTrue();
        });
        List<Integer> parts =
                steps.stream().map(step -> step.path("part").asInt()).toList();
        assertThat(parts).isSorted();
        assertThat(parts.stream().distinct()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    @DisplayName("lets data through where the law permits it, and shows refusal and cure where it does not")
    void rulings() {
        assertThat(told(1)).contains("JP and DE agree on eu-japan-commitments", "Japan has pulled");
        assertThat(told(2)).contains("accepts them", "DE and JP agree on battery-footprint", "Germany has pulled");
        assertThat(told(3)).contains("ruling: PERMITTED on GDPR:45(3)", "duties: SR:1", "Japan has pulled");
        assertThat(told(4))
                .contains("may not be sent", "would be cured by", "ruling: PERMITTED_IF", "Kenya has pulled");
    }

    @Test
    @DisplayName("gives everybody the bytes that were offered, and nobody more")
    void bytesArrive() throws IOException {
        String contacts = offered("service-contacts.csv");
        assertThat(received("japan"))
                .hasSize(3)
                .contains(offered("eu-japan-commitments.json"), contacts)
                .containsAnyElementsOf(registers("germany"));
        assertThat(received("germany"))
                .hasSize(2)
                .contains(offered("battery-footprint.json"))
                .containsAnyElementsOf(registers("japan"));
        assertThat(received("kenya")).containsExactly(contacts);
    }

    @Test
    @DisplayName("writes receipts of both sides that hold offline and say that the keys were assumed")
    void receiptsHold() throws IOException, InterruptedException {
        for (String country : List.of("germany", "japan")) {
            ChildJvm.Ended verified = verify(receipt(country).toString());
            String words = String.join("\n", verified.out());
            assertThat(verified.status()).as(words + verified.err()).isZero();
            assertThat(words).contains("battery-footprint", "The keys were assumed from the receipt itself");
        }
    }

    @Test
    @DisplayName("leaves a receipt with one byte changed, whose verification fails and names the place")
    void changedFails() throws IOException, InterruptedException {
        ChildJvm.Ended verified = verify(receipt("changed").toString());
        assertThat(verified.status()).isOne();
        assertThat(verified.out()).singleElement().asString().contains("The fault is in the entry");
    }

    @Test
    @DisplayName("leaves receipts that hold under the log's own key and prove nothing under another key of its name")
    void policies() throws IOException, InterruptedException, GeneralSecurityException {
        Receipt receipt = Receipt.parse(Files.readAllBytes(receipt("germany"))).orElseThrow();
        String own = receipt.policy().lines().findFirst().orElseThrow().substring("log ".length());
        String name = own.substring(0, own.indexOf('+'));
        String other = NoteSigner.ed25519(
                        name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair())
                .key()
                .vkey();

        ChildJvm.Ended underOwn = verifyUnder(own);
        assertThat(underOwn.status()).as(underOwn.out() + underOwn.err()).isZero();
        ChildJvm.Ended underOther = verifyUnder(other);
        assertThat(underOther.status()).isOne();
        assertThat(String.join("\n", underOther.out())).contains("Not proven");
    }

    private static ChildJvm.Ended verifyUnder(String vkey) throws IOException, InterruptedException {
        Path policy = Files.writeString(folder.resolve("trusted.policy"), "log " + vkey + "\nquorum none\n");
        return verify("--policy", policy.toString(), receipt("germany").toString());
    }

    private static ChildJvm.Ended verify(String... arguments) throws IOException, InterruptedException {
        return ChildJvm.run(
                folder, Stream.concat(Stream.of("verify"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static Path receipt(String name) {
        return folder.resolve("demo", "receipt-" + name + ".json");
    }

    private static String offered(String name) throws IOException {
        return Files.readString(folder.resolve("demo", "offered", name));
    }

    /** What a secretariat has offered of its register, one after another. */
    private static List<String> registers(String country) throws IOException {
        return contents(folder.resolve("demo", country, "published"));
    }

    private static List<String> received(String country) throws IOException {
        return contents(folder.resolve("demo", country, "received"));
    }

    private static List<String> contents(Path of) throws IOException {
        try (Stream<Path> files = Files.walk(of)) {
            var contents = new java.util.ArrayList<String>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.add(Files.readString(file));
            }
            return contents;
        }
    }

    private static List<JsonNode> steps() {
        return demo.out().stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static String told(int part) {
        return steps().stream()
                .filter(step -> step.path("part").asInt() == part)
                .map(JsonNode::toString)
                .reduce("", (before, step) -> before + "\n" + step);
    }
}
