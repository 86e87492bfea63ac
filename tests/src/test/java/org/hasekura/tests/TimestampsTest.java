package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.node.testing.OpenSslAuthority;
import org.hasekura.verify.Check;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A node with two timestamp authorities, here of OpenSSL's")
class TimestampsTest {

    @TempDir
    Path root = Path.of("");

    private TestNode node(Path authorities, String more) throws IOException {
        return TestNode.start(root, "provider", "DE", """
                evidence.timestamp-authorities = %s
                evidence.timestamp-interval = 200 ms
                evidence.timestamp-grace = 4 s
                evidence.timestamps-needed = 2
                """.formatted(authorities) + more);
    }

    @Test
    @DisplayName(
            "has both stamp its log, shows the stamps in bundles, begins nothing new once one is away for too long, ends what is open, and goes on when it is back")
    void whole() throws Exception {
        assumeTrue(OpenSslAuthority.isPossible(), "skipped: there is no openssl");
        try (TimestampServer eu = new TimestampServer(root.resolve("eu"), "Europe");
                TimestampServer jp = new TimestampServer(root.resolve("jp"), "Japan")) {
            Files.writeString(root.resolve("eu.pem"), eu.pem());
            Files.writeString(root.resolve("jp.pem"), jp.pem());
            Path authorities =
                    Files.writeString(root.resolve("authorities"), """
                    # name label address roots
                    europe eu-qualified %s eu.pem
                    japan jp-accredited %s jp.pem
                    """.formatted(eu.address(), jp.address()));
            try (TestNode provider = node(authorities, "");
                    TestNode consumer = TestNode.start(root, "consumer", "JP", "")) {
                Dealings.acquaint(provider, "DE", consumer, "JP");
                Dealings.publish(provider, "data", Files.writeString(root.resolve("data.txt"), "some"), "direct");
                var crossing = new Crossing(() -> provider, () -> consumer, () -> {});
                crossing.run("data");
                stampedByBoth(provider);
                int askedAtRest = eu.asked() + jp.asked();
                inBundle(provider);

                Dealings.publish(consumer, "other", root.resolve("data.txt"), "direct");
                Api.good(provider.api().put("/api/participants", PersonalData.japanese(consumer.did())));
                PersonalData.publish(provider, root.resolve("data.txt"));
                String open = PersonalData.offered(provider, consumer);
                jp.away(true);
                Dealings.publish(provider, "more", root.resolve("data.txt"), "direct");
                standing(provider, "REFUSING");
                assertThat(askedAtRest).isGreaterThanOrEqualTo(2);
                Api.Reply refused = provider.api()
                        .post(
                                "/api/negotiations",
                                Dealings.object("peer", consumer.did(), "dataset", "other", "offer", "any-use"));
                assertThat(refused.isGood()).as(refused.text()).isFalse();
                assertThat(refused.text()).contains("nothing new is begun");
                JsonNode ended = Api.good(consumer.api()
                                .post("/api/negotiations", Dealings.object("peer", provider.did(), "dataset", "data")))
                        .json();
                JsonNode told = Waiting.until(
                        () -> consumer.api()
                                .read("/api/negotiations/" + ended.path("pid").asString()),
                        seen -> seen.path("state").asString().equals("TERMINATED"));
                assertThat(told.toString()).as("what the peer is told").contains("nothing new is begun");
                endsWhatIsOpen(provider, consumer, open);

                jp.away(false);
                standing(provider, "CURRENT");
                new Crossing(() -> provider, () -> consumer, () -> {}).run("data");
                JsonNode events = provider.api().read("/api/events?types=evidence.timestamping-changed");
                assertThat(events.path("items").findValuesAsString("state")).containsSubsequence("REFUSING", "CURRENT");
            }
        }
    }

    /** A negotiation that was open comes to its agreement; a transfer under that is new, and does not begin. */
    private static void endsWhatIsOpen(TestNode provider, TestNode consumer, String open) throws IOException {
        Api.good(consumer.api().post(open + "/accept", "{}"));
        String agreement = PersonalData.settled(consumer, open, "FINALIZED")
                .path("agreement")
                .asString();
        String transfer = Api.good(consumer.api().post("/api/transfers", Dealings.object("agreement", agreement)))
                .json()
                .path("pid")
                .asString();
        JsonNode told = Waiting.until(
                () -> consumer.api().read("/api/transfers/" + transfer),
                seen -> seen.path("state").asString().equals("TERMINATED"));
        assertThat(told.toString()).contains("nothing new is begun");
        assertThat(provider.api().read("/api/timestamps").path("state").asString())
                .isEqualTo("REFUSING");
    }

    private static void standing(TestNode node, String state) {
        JsonNode _ = Waiting.until(
                () -> node.api().read("/api/timestamps"),
                seen -> seen.path("state").asString().equals(state));
    }

    private static void stampedByBoth(TestNode node) {
        JsonNode seen = Waiting.until(
                () -> node.api().read("/api/timestamps"),
                status -> status.path("items").findValues("entries").size() == 2
                        && status.path("state").asString().equals("CURRENT"));
        assertThat(seen.path("items").findValuesAsString("label")).containsExactly("eu-qualified", "jp-accredited");
    }

    private void inBundle(TestNode node) throws IOException, Check.Unfit {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String query = "/api/bundle?from=" + today.minusDays(1) + "&until=" + today.plusDays(1);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(node.api().base() + query));
        node.api().headers().forEach(request::header);
        Path bundle = Files.write(
                root.resolve("bundle.zip"),
                Api.sent(request, BodyHandlers.ofByteArray()).body());
        Path roots = Files.writeString(
                root.resolve("roots.pem"),
                Files.readString(root.resolve("eu.pem")) + Files.readString(root.resolve("jp.pem")));
        Check.Answer answer =
                new Check(bundle, Optional.empty(), Optional.empty(), Optional.of(roots)).answer(Locale.ENGLISH);
        assertThat(answer.isProven()).as(answer.words().toString()).isTrue();
        assertThat(String.join(" ", answer.words())).contains("by CN=Europe, over", "by CN=Japan, over");
        Check.Answer other = new Check(bundle, Optional.empty(), Optional.empty(), Optional.of(root.resolve("eu.pem")))
                .answer(Locale.ENGLISH);
        assertThat(other.words().getFirst()).contains("a timestamp");
    }
}
