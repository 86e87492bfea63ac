package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.tests.Commands.run;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("When connections are limited while bytes flow")
class ConnectionLimitTest {

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName(
            "the stream is cut within a second, what is new is refused in words, and all goes on once the limit is lifted")
    void limited() throws IOException {
        var flow = new Flow(root);
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = flow.consumer()) {
            Crossing crossing = flow.started(provider, consumer);
            String there = "/api/transfers/" + crossing.transferOf(provider);

            flow.cut(crossing.transferAt("STARTED").path("dataAddress"), () -> {
                long asked = System.nanoTime();
                Api.good(provider.api().post("/api/limits", """
                        {"country": "JP", "effect": "suspend", "reason": "the exchange point is examined",
                         "citation": "order 7/2026 of the security authority", "role": "security-authority"}"""));
                return asked;
            });
            String limit = provider.api()
                    .read("/api/limits")
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            JsonNode stopped = crossing.transferAt("SUSPENDED");
            assertThat(stopped.path("reason").path("code").asString()).isEqualTo("connection-limited");
            assertThat(stopped.path("reason").path("sentences").toString())
                    .contains("participants in `JP`", "the exchange point is examined", "order 7/2026", limit);

            String asked = Dealings.object("peer", provider.did(), "dataset", "data");
            String refused = "/api/negotiations/"
                    + Api.good(consumer.api().post("/api/negotiations", asked))
                            .json()
                            .path("pid")
                            .asString();
            JsonNode ended = Waiting.until(
                    () -> consumer.api().read(refused),
                    seen -> seen.path("state").asString().equals("TERMINATED"));
            assertThat(ended.path("reason").toString()).contains("the exchange point is examined");
            assertThat(provider.api().post(there + "/resume", "{}").status()).isEqualTo(409);

            Api.good(provider.api()
                    .post("/api/limits/" + limit + "/lift", Dealings.object("reason", "examined and found good")));
            flow.goOn(crossing.transferAt("STARTED").path("dataAddress"));
            assertThat(provider.api().read("/api/limits").path("items"))
                    .singleElement()
                    .satisfies(item -> assertThat(
                                    item.path("lifted").path("reason").asString())
                            .isEqualTo("examined and found good"));
        }
    }

    @Test
    @DisplayName(
            "what it would stop is told before it is ordered, by API and by a command in both languages, and nothing stops")
    void reach() throws IOException, InterruptedException {
        var flow = new Flow(root);
        try (TestNode provider = TestNode.start(root, "provider", "DE", "");
                TestNode consumer = flow.consumer()) {
            Crossing crossing = flow.started(provider, consumer);
            String transfer = crossing.transferOf(provider);

            JsonNode reach = Api.good(provider.api().post("/api/limits/reach", "{\"country\": \"JP\"}"))
                    .json();
            assertThat(reach.path("participants").findValuesAsString("did")).containsExactly(consumer.did());
            assertThat(reach.path("transfers").findValuesAsString("pid")).containsExactly(transfer);
            assertThat(Api.good(provider.api().post("/api/limits/reach", "{\"country\": \"KE\"}"))
                            .json()
                            .path("participants"))
                    .isEmpty();
            ChildJvm.Ended told = run(provider, root, "limit", "reach", "--country", "JP", "--effect", "terminate");
            assertThat(told.status()).as(told.err()).isZero();
            assertThat(String.join("\n", told.out()))
                    .contains("transfers that it would end: 1", transfer, consumer.did());
            assertThat(String.join(
                            "\n",
                            run(provider, root, "limit", "reach", "--country", "JP", "--lang", "ja")
                                    .out()))
                    .contains("一時停止する転送: 1");
            assertThat(provider.api().read("/api/limits").path("items")).isEmpty();
            assertThat(provider.api()
                            .read("/api/transfers/" + transfer)
                            .path("state")
                            .asString())
                    .isEqualTo("STARTED");
            Api.Reply wrong = provider.api().post("/api/limits/reach", "{\"effect\": \"suspend\"}");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.text()).contains("`party`, `country` and `supplier`");
        }
    }

    @Test
    @DisplayName("an order that says too little, or of a country that is none, is refused with the field")
    void refusedOrders() throws IOException {
        try (TestNode node = TestNode.start(root, "provider", "DE", "")) {
            refused(
                    node,
                    "{\"effect\":\"suspend\",\"reason\":\"a\",\"citation\":\"b\"}",
                    "`party`, `country` and `supplier`");
            refused(
                    node,
                    "{\"country\":\"UK\",\"effect\":\"suspend\",\"reason\":\"a\",\"citation\":\"b\"}",
                    "`UK` is no country");
            refused(
                    node,
                    "{\"country\":\"GB\",\"effect\":\"stop\",\"reason\":\"a\",\"citation\":\"b\"}",
                    "`suspend` or `terminate`");
            refused(node, "{\"country\":\"GB\",\"effect\":\"suspend\",\"reason\":\"a\"}", "`citation` is missing");
            assertThat(node.api()
                            .post("/api/limits/none/lift", "{\"reason\":\"a\"}")
                            .status())
                    .isEqualTo(404);
        }
    }

    private static void refused(TestNode node, String body, String words) throws IOException {
        Api.Reply reply = node.api().post("/api/limits", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains(words);
    }
}
