package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A webhook")
class WebhooksTest {

    @TempDir
    Path root = Path.of("");

    private TestNode start(String more) throws IOException {
        Files.writeString(root.resolve("offered.txt"), "offered");
        return TestNode.start(root, "node", "DE", more);
    }

    private static JsonNode add(Api api, Receiver receiver, String types) throws IOException {
        return Api.good(api.post(
                        "/api/webhooks", "{\"address\": \"%s\", \"types\": [%s]}".formatted(receiver.address(), types)))
                .json();
    }

    private void publish(RunningNode node, String id) throws IOException {
        Dealings.publish(node, id, root.resolve("offered.txt"), "direct");
    }

    @Test
    @DisplayName("is told the events it wants, in order, signed with its secret")
    void told() throws IOException {
        try (TestNode node = start("");
                Receiver receiver = new Receiver()) {
            JsonNode webhook = add(node.api(), receiver, "\"evidence.offer-published\"");
            String secret = webhook.path("secret").asString();
            publish(node, "one");
            publish(node, "two");
            List<Receiver.Message> told = Waiting.until(receiver::taken, taken -> taken.size() == 2);
            assertThat(told.getFirst().body())
                    .contains("\"type\":\"evidence.offer-published\"", "\"datasetId\":\"one\"");
            assertThat(told.getLast().body()).contains("\"datasetId\":\"two\"");
            assertThat(told).allMatch(each -> each.isSignedWith(secret));
            assertThat(told).noneMatch(each -> each.isSignedWith(secret.replaceAll("[a-m]", "x")));
            assertThat(told.stream().map(Receiver.Message::id)).doesNotHaveDuplicates();
            String path = "/api/webhooks/" + webhook.path("id").asString();
            assertThat(node.api().read(path).has("secret")).isFalse();
            assertThat(node.api().read("/api/webhooks").path("items")).hasSize(1);
        }
    }

    @Test
    @DisplayName("that takes nothing is tried again with the same id, across a restart, and misses nothing")
    void triedAgain() throws IOException {
        try (Receiver receiver = new Receiver()) {
            receiver.answering(_ -> 500);
            Api own;
            String id;
            try (TestNode node = start("")) {
                own = node.api();
                id = add(own, receiver, "\"evidence.offer-published\"")
                        .path("id")
                        .asString();
                publish(node, "one");
                publish(node, "two");
                JsonNode failing = Waiting.until(
                        () -> own.read("/api/webhooks/" + id),
                        seen -> seen.at("/failing/tries").asInt() >= 2);
                assertThat(failing.path("state").asString()).isEqualTo("failing");
                assertThat(failing.at("/failing/reason").asString()).isEqualTo("answered 500");
            }
            receiver.answering(_ -> 200);
            try (TestNode node = start("")) {
                Waiting.until(receiver::taken, taken -> taken.size() == 2);
                assertThat(receiver.messages().stream()
                                .map(Receiver.Message::id)
                                .distinct())
                        .hasSize(2);
                assertThat(receiver.taken().getFirst().body()).contains("\"one\"");
                assertThat(receiver.taken().getLast().body()).contains("\"two\"");
                Waiting.until(
                        () -> own.read("/api/webhooks/" + id),
                        seen -> seen.path("state").asString().equals("active"));
                assertThat(node.did()).isNotBlank();
            }
        }
    }

    @Test
    @DisplayName(
            "that takes nothing for too long is given up with the reason, and goes on where it stopped when enabled")
    void givenUp() throws IOException {
        try (TestNode node = start("retry.attempts = 3\n");
                Receiver receiver = new Receiver()) {
            receiver.answering(_ -> 503);
            String path = "/api/webhooks/"
                    + add(node.api(), receiver, "\"evidence.offer-published\"")
                            .path("id")
                            .asString();
            publish(node, "one");
            JsonNode disabled = Waiting.until(
                    () -> node.api().read(path),
                    seen -> seen.path("state").asString().equals("disabled"));
            assertThat(disabled.at("/disabled/reason").asString()).contains("3 tries", "answered 503");
            receiver.answering(_ -> 200);
            publish(node, "two");
            Api.good(node.api().post(path + "/enable", ""));
            List<Receiver.Message> told = Waiting.until(receiver::taken, taken -> taken.size() == 2);
            assertThat(told.getFirst().body()).contains("\"one\"");
            assertThat(told.getLast().body()).contains("\"two\"");
        }
    }

    @Test
    @DisplayName("that answers 410 is told nothing more at once")
    void gone() throws IOException {
        try (TestNode node = start("");
                Receiver receiver = new Receiver()) {
            receiver.answering(_ -> 410);
            String path =
                    "/api/webhooks/" + add(node.api(), receiver, "").path("id").asString();
            publish(node, "one");
            JsonNode disabled = Waiting.until(
                    () -> node.api().read(path),
                    seen -> seen.path("state").asString().equals("disabled"));
            assertThat(disabled.at("/disabled/reason").asString()).contains("410");
            assertThat(receiver.messages()).hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "is tested on request; its secret can be changed, the one before signing too for a while; and it can be removed")
    void kept() throws IOException {
        try (TestNode node = start("");
                Receiver receiver = new Receiver()) {
            JsonNode webhook = add(node.api(), receiver, "\"evidence.offer-published\"");
            String path = "/api/webhooks/" + webhook.path("id").asString();
            JsonNode tested = Api.good(node.api().post(path + "/test", "")).json();
            assertThat(tested.path("delivered").asBoolean()).isTrue();
            assertThat(receiver.messages().getFirst().body()).contains("webhook.test");

            String fresh = Api.good(node.api().post(path + "/rotate", ""))
                    .json()
                    .path("secret")
                    .asString();
            publish(node, "one");
            Receiver.Message told =
                    Waiting.until(receiver::taken, taken -> taken.size() == 2).getLast();
            assertThat(told.isSignedWith(fresh)).isTrue();
            assertThat(told.isSignedWith(webhook.path("secret").asString())).isTrue();
            assertThat(fresh).isNotEqualTo(webhook.path("secret").asString());

            HttpRequest.Builder remove =
                    HttpRequest.newBuilder(URI.create(node.api().base() + path)).DELETE();
            node.api().headers().forEach(remove::header);
            assertThat(Api.sent(remove, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
            assertThat(node.api().get(path).status()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("is not made for an address that may not be contacted, or is none")
    void guarded() throws IOException {
        try (TestNode node = start("")) {
            for (String address : List.of(
                    "http://10.1.2.3/hook",
                    "http://169.254.169.254/latest/meta-data",
                    "http://[fd00::1]/hook",
                    "ftp://localhost/hook",
                    "http://user:secret@localhost/hook",
                    "file:///etc/passwd",
                    "not an address")) {
                Api.Reply refused = node.api().post("/api/webhooks", "{\"address\": \"" + address + "\"}");
                assertThat(refused.status()).as(address).isEqualTo(400);
                assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/address");
            }
            assertThat(node.api()
                            .post("/api/webhooks", "{\"adress\": \"http://localhost/\"}")
                            .text())
                    .contains("did you mean `address`?");
            assertThat(node.api().read("/api/webhooks").path("items")).isEmpty();
        }
    }
}
