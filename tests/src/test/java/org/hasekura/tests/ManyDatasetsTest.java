package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.exchange.CatalogJson;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.PageLinks;
import org.hasekura.node.Main;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;
import org.hasekura.store.SqlStore;
import org.hasekura.store.SqliteDatabase;
import org.hasekura.store.StoreSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 100,000 datasets of 1.5 KiB each, which together are more than the heap that the node is given. */
@DisplayName("A node with a hundred thousand datasets and little memory")
class ManyDatasetsTest {

    private static final int DATASETS = 100_000;
    private static final int IN_COMMIT = 1_000;
    private static final String HEAP = "-Xmx128m";
    private static final String TEXT =
            "measured hourly by the stations along the line, checked and rounded; ".repeat(12);

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName("hands out its whole catalog page by page, each dataset once and in order, and searches it")
    void pages() throws Exception {
        Path config = NodeProcess.config(root, "provider", "DE");
        List<String> arguments = List.of("node", "--config", config.toString());
        NodeProcess first = NodeProcess.start(Main.class, config, arguments, Optional.empty());
        first.stop();
        fill(root.resolve("provider").resolve("node.db"));

        List<String> options =
                Stream.concat(ChildJvm.quick().stream(), Stream.of(HEAP)).toList();
        try (TestNode consumer = TestNode.start(root, "consumer", "JP", "");
                NodeProcess provider =
                        NodeProcess.start(options, Main.class, config, arguments, Optional.of(first.token()))) {
            Dealings.acquaint(provider, "DE", consumer, "JP");
            assertThat(ids(consumer, provider))
                    .isEqualTo(Stream.iterate(0, i -> i + 1)
                            .limit(DATASETS)
                            .map(ManyDatasetsTest::id)
                            .toList());
            JsonNode found = provider.api().read("/api/search?text=station777");
            assertThat(found.path("total").asLong()).isEqualTo(DATASETS / 1_000);
            assertThat(provider.isAlive()).isTrue();
        }
    }

    private static List<String> ids(TestNode consumer, NodeProcess provider) throws IOException {
        List<String> ids = new ArrayList<>();
        Optional<URI> next = Optional.of(URI.create(provider.publicUrl() + "/dsp/2025-1/catalog/request"));
        while (next.isPresent()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(next.get())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(CatalogJson.writeRequest()));
            consumer.tokenFor(provider.did()).forEach(request::header);
            HttpResponse<String> page = Api.sent(request, BodyHandlers.ofString());
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            JsonNode datasets = JsonMapper.shared().readTree(page.body()).path("dataset");
            assertThat(datasets.size()).isBetween(1, 50);
            datasets.forEach(each -> ids.add(each.path("@id").asString()));
            next = PageLinks.parse(page.headers().allValues("Link"), next.get()).next();
        }
        return ids;
    }

    private static void fill(Path database) throws Exception {
        try (SqlStore store =
                SqlStore.open(new SqliteDatabase(database), StoreSettings.DEFAULT, Clock.systemUTC(), failed -> {
                    throw new AssertionError(failed);
                })) {
            for (int from = 0; from < DATASETS; from += IN_COMMIT) {
                List<Change> changes = Stream.iterate(from, i -> i + 1)
                        .limit(IN_COMMIT)
                        .<Change>map(number -> new Change.OfDataset(dataset(number)))
                        .toList();
                assertThat(store.exchange().commit(new Commit(changes, Optional.empty(), List.of())))
                        .isInstanceOf(Committed.Done.class);
            }
        }
    }

    private static String id(int number) {
        return "d%06d".formatted(number);
    }

    private static Dataset dataset(int number) {
        return new Dataset(
                id(number),
                Map.of("en", "station" + number % 1_000),
                Map.of("en", TEXT),
                List.of("hourly"),
                Optional.empty(),
                Map.of("nonPersonal", "true", "originRegime", "none"),
                List.of(new Offer("any-use", Terms.permitting(Permission.use()))),
                Dataset.Answering.DIRECT,
                new Dataset.Content("/nowhere", "text/csv", number + ".csv", number, "00".repeat(32)),
                Instant.EPOCH,
                Optional.empty(),
                1);
    }
}
