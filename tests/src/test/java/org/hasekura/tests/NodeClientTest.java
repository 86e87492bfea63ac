package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.hasekura.client.Connection;
import org.hasekura.client.Event;
import org.hasekura.client.EventQuery;
import org.hasekura.client.Events;
import org.hasekura.client.Filter;
import org.hasekura.client.Negotiation;
import org.hasekura.client.NodeClient;
import org.hasekura.client.OfferedDataset;
import org.hasekura.client.Problem;
import org.hasekura.client.Result;
import org.hasekura.client.Transfer;
import org.hasekura.client.Webhook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The client for programs")
class NodeClientTest {

    @TempDir
    Path root = Path.of("");

    private static String token(TestNode node) {
        return node.api().headers().getOrDefault("Authorization", "").replace("Bearer ", "");
    }

    private static NodeClient client(TestNode node) {
        return NodeClient.of(node.api().base(), token(node));
    }

    // begin of the example
    private static Path obtained(URI address, String token, String partner) throws IOException, InterruptedException {
        try (NodeClient node = NodeClient.of(address, token);
                Events events =
                        node.events(EventQuery.FROM_NOW.ofTypes("negotiation.finalized", "transfer.completed"))) {
            OfferedDataset wanted = node.catalog(partner).orElseThrow().getFirst();
            String offer = wanted.offers().getFirst().id();

            Negotiation asked = switch (node.negotiate(partner, wanted.id(), offer)) {
                case Result.Done<Negotiation> done -> done.value();
                case Result.Refused<Negotiation> refused ->
                    throw new IOException(refused.problem().detail());
                case Result.Unreachable<Negotiation> away -> throw new IOException(away.reason());
            };
            for (Event event = events.next().orElseThrow();
                    ;
                    event = events.next().orElseThrow()) {
                if (event.type().equals("negotiation.finalized")
                        && event.process().equals(Optional.of(asked.pid()))) {
                    String agreement = node.negotiation(asked.pid())
                            .orElseThrow()
                            .agreement()
                            .orElseThrow();
                    node.startTransfer(agreement).orElseThrow();
                } else if (event.type().equals("transfer.completed")) {
                    Transfer done = node.transfer(event.process().orElseThrow()).orElseThrow();
                    return Path.of(done.location().orElseThrow());
                }
            }
        }
    }
    // end of the example

    @Test
    @DisplayName("begins a negotiation with an offer, which the other side accepts; refused is what cannot be offered")
    void offers() throws IOException {
        Path offered = Files.writeString(root.resolve("offered.txt"), "offered");
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = TestNode.start(root, "consumer", "JP", "");
                NodeClient ofProvider = client(provider);
                NodeClient ofConsumer = client(consumer)) {
            Dealings.publish(provider, "data", offered, "direct");
            assertThat(refusal(ofProvider.offer(consumer.did(), "data", "any-use")))
                    .as("to somebody the register does not know")
                    .contains("not in the participant register");
            Dealings.acquaint(provider, "DE", consumer, "JP");
            assertThat(refusal(ofProvider.offer(consumer.did(), "other", "any-use")))
                    .contains("no dataset `other` on offer");
            assertThat(refusal(ofProvider.offer(consumer.did(), "data", "other")))
                    .contains("no offer `other`");

            Negotiation begun =
                    ofProvider.offer(consumer.did(), "data", "any-use").orElseThrow();
            Negotiation there = Waiting.until(
                            () -> ofConsumer.negotiations(Filter.ALL).toList(),
                            seen -> seen.size() == 1 && seen.getFirst().state().equals("OFFERED"))
                    .getFirst();
            ofConsumer.accept(there.pid()).orElseThrow();
            Waiting.until(
                    () -> ofProvider.negotiation(begun.pid()).orElseThrow(),
                    seen -> seen.state().equals("FINALIZED") && seen.agreement().isPresent());
        }
    }

    private static String refusal(Result<Negotiation> result) {
        return switch (result) {
            case Result.Refused<Negotiation> refused -> refused.problem().detail();
            case Result.Done<Negotiation> _, Result.Unreachable<Negotiation> _ -> throw new AssertionError(result);
        };
    }

    @Test
    @DisplayName("obtains data by the example of its README, which is this code")
    void example() throws IOException, InterruptedException {
        Path offered = Files.writeString(root.resolve("offered.txt"), "offered");
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = TestNode.start(root, "consumer", "JP", "")) {
            Dealings.acquaint(provider, "DE", consumer, "JP");
            Dealings.publish(provider, "data", offered, "direct");
            Path got = obtained(consumer.api().base(), token(consumer), provider.did());
            assertThat(got).hasSameBinaryContentAs(offered);

            try (NodeClient client = client(consumer)) {
                assertThat(client.did().orElseThrow()).isEqualTo(consumer.did());
                Transfer transfer = client.transfers(
                                Filter.ALL.with(provider.did()).about("data"))
                        .findFirst()
                        .orElseThrow();
                assertThat(transfer.bytes()).hasValue(7);
                String agreement =
                        client.agreements(Filter.ALL).findFirst().orElseThrow().id();
                assertThat(client.agreement(agreement).orElseThrow().terms()).contains("permission");
                assertThat(client.receipt(client.negotiations(Filter.ALL)
                                .findFirst()
                                .orElseThrow()
                                .pid()))
                        .isInstanceOf(Result.Done.class);
            }
        }
        String shown = Files.readString(Path.of(System.getProperty("hasekura.home"), "client", "README.md"));
        String here = Files.readString(Path.of(
                System.getProperty("hasekura.home"), "tests/src/test/java/org/hasekura/tests/NodeClientTest.java"));
        String code = here.substring(
                here.indexOf("// begin of the" + " example"), here.indexOf("// end of the" + " example"));
        String block = shown.substring(shown.indexOf("```java\n") + 8);
        assertThat(code.replaceAll("\\s", ""))
                .contains(block.substring(0, block.indexOf("\n```")).replaceAll("\\s", ""));
    }

    @Test
    @DisplayName("has pages fetched as they are needed, and problems as values")
    void pagesAndProblems() throws IOException {
        Path offered = Files.writeString(root.resolve("offered.txt"), "offered");
        try (TestNode node = TestNode.start(root, "node", "DE", "");
                NodeClient client = client(node)) {
            for (int at = 0; at < 130; at++) {
                Dealings.publish(node, "set-%03d".formatted(at), offered, "manual");
            }
            assertThat(client.datasets().map(each -> each.id()).toList())
                    .hasSize(130)
                    .doesNotHaveDuplicates();
            assertThat(client.datasets().limit(3).count()).isEqualTo(3);
            assertThat(client.withdraw("set-000", "a test").orElseThrow().withdrawn())
                    .isPresent();

            Result<Negotiation> refused = client.negotiate("nobody", "x", "y");
            assertThat(
                            refused instanceof Result.Refused<Negotiation>(Problem problem)
                                    ? problem.status() + " "
                                            + problem.errors().getFirst().pointer()
                                    : refused.toString())
                    .isEqualTo("400 /peer");
            Webhook webhook = client.addWebhook(URI.create("http://localhost:9/hook"), List.of("transfer.*"))
                    .orElseThrow();
            assertThat(webhook.secret()).isPresent();
            assertThat(client.webhooks()).extracting(Webhook::id).containsExactly(webhook.id());
            assertThat(client.removeWebhook(webhook.id()).orElseThrow()).isTrue();
        }
        try (NodeClient nobody = NodeClient.of(URI.create("http://127.0.0.1:9"), "x")) {
            assertThat(nobody.startTransfer("a") instanceof Result.Unreachable<Transfer>(var _, Optional<String> key)
                            && key.isPresent())
                    .as("tells under which key it can be asked again")
                    .isTrue();
        }
    }

    @Test
    @DisplayName("goes on with events over a restart of the node, each once and none left out")
    void eventsOverRestart() throws IOException, InterruptedException {
        Path offered = Files.writeString(root.resolve("offered.txt"), "offered");
        TestNode first = TestNode.start(root, "node", "DE", "");
        try (NodeClient client = client(first);
                Events events = client.events(EventQuery.FROM_NOW.from(0).ofTypes("evidence.offer-published"))) {
            List<Long> seen = new ArrayList<>();
            try (first) {
                Dealings.publish(first, "one", offered, "direct");
                seen.add(events.next().orElseThrow().id());
            }
            try (TestNode second = TestNode.start(root, "node", "DE", "")) {
                Api own = new Api(second.api().base(), first.api().headers());
                for (String id : List.of("two", "three")) {
                    Api.good(own.post("/api/datasets", """
                            {"id": "%s", "facts": {"nonPersonal": "true", "originRegime": "none"}, "file": "%s",
                             "offers": [{"@id": "a", "@type": "Offer", "permission": [{"action": "use"}]}]}
                            """.formatted(id, offered)));
                    seen.add(events.next().orElseThrow().id());
                }
            }
            assertThat(seen).hasSize(3).doesNotHaveDuplicates().isSorted();
            Thread.ofVirtual().start(events::close);
            assertThat(events.next()).isEmpty();
        }
    }

    @Test
    @DisplayName("hands out what happened since it was asked for events, though it is read only later")
    void eventsFromNow() throws IOException, InterruptedException {
        Path offered = Files.writeString(root.resolve("offered.txt"), "offered");
        try (TestNode node = TestNode.start(root, "node", "DE", "");
                NodeClient client = client(node);
                Events events = client.events(EventQuery.FROM_NOW.ofTypes("evidence.offer-published"))) {
            Dealings.publish(node, "one", offered, "direct");
            // Whoever misses it waits in vain.
            CompletableFuture.delayedExecutor(20, TimeUnit.SECONDS).execute(events::close);
            assertThat(events.next()).isPresent();
        }
    }

    @Test
    @DisplayName("asks again under the same key when an answer is lost, and waits as it is told")
    void sameKey() throws IOException {
        List<String> keys = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                exchange.getRequestBody().readAllBytes();
                if (keys.size() == 1) {
                    return; // closed without an answer
                }
                byte[] body =
                        (keys.size() == 2 ? "{\"detail\": \"in flight\"}" : "{}").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Retry-After", "0");
                exchange.sendResponseHeaders(keys.size() == 2 ? 409 : 201, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        URI address = URI.create("http://localhost:" + server.getAddress().getPort());
        try (Connection connection = new Connection(address, Optional.empty(), Duration.ofSeconds(10))) {
            assertThat(connection.post("/api/negotiations", "{}")).isInstanceOf(Result.Done.class);
            assertThat(keys).hasSize(3);
            assertThat(keys.stream().distinct()).hasSize(1);
        } finally {
            server.stop(0);
        }
    }
}
