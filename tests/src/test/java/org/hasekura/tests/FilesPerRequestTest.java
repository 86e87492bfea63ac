package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.hasekura.node.Main;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many of our source files somebody must read to follow one request: those with a method that is executed while it is
 * served by a running node that has served the like before; small records count like everything else.
 *
 * <p>The house aims at 12 for a catalog and 25 for a message of a negotiation, and is not there: half of a catalog request
 * is the check of its token. A request for a contract asks the whole law, unless the same was asked that day: then the
 * answer is known, and the law is not among these files. The ceilings are what it has come to, rounded up, and may only
 * sink.
 */
@DisplayName("One request")
class FilesPerRequestTest {

    private static final int CATALOG_MAX = 38;
    private static final int NEGOTIATION_MAX = 106;

    private static final String CATALOG = """
            {"@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "CatalogRequestMessage"}""";
    private static final String REQUEST = """
            {"@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "ContractRequestMessage",
             "consumerPid": "PID", "callbackAddress": "PEER/dsp/2025-1",
             "offer": {"@type": "Offer", "@id": "any-use", "target": "data", "permission": [{"action": "use"}]}}""";

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName("executes few source files")
    void few() throws IOException {
        Path config = NodeProcess.config(root, "provider", "DE");
        // Nothing happens by itself while the request is watched.
        Files.writeString(config, Files.readString(config).replace("interval = 100 ms", "interval = 1 h"));
        List<String> watched = List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0");
        List<String> arguments = List.of("node", "--config", config.toString());
        try (TestNode consumer = TestNode.start(root, "consumer", "JP", "");
                NodeProcess provider = NodeProcess.start(watched, Main.class, config, arguments, Optional.empty())) {
            Dealings.acquaint(provider, "DE", consumer, "JP");
            Dealings.publish(provider, "data", Files.writeString(root.resolve("data.txt"), "some"), "manual");
            catalog(consumer, provider);
            request(consumer, provider);

            String words = provider.told("Listening");
            try (Footprint footprint = Footprint.of(Integer.parseInt(words.substring(words.lastIndexOf(' ') + 1)))) {
                footprint.begin();
                catalog(consumer, provider);
                SortedSet<String> ofCatalog = footprint.endOfThoseIn(Set.of("node/CatalogRoutes.java"));
                footprint.begin();
                request(consumer, provider);
                SortedSet<String> ofRequest =
                        footprint.endOfThoseIn(Set.of("exchange/Negotiations.java", "store/GroupCommitWriter.java"));
                System.out.printf(
                        "files executed: catalog request %d, negotiation message %d%n",
                        ofCatalog.size(), ofRequest.size());
                System.out.println("  catalog request: " + ofCatalog);
                System.out.println("  negotiation message: " + ofRequest);
                assertThat(ofCatalog).contains("node/CatalogRoutes.java").hasSizeLessThanOrEqualTo(CATALOG_MAX);
                assertThat(ofRequest)
                        .contains("exchange/NegotiationSteps.java")
                        .hasSizeLessThanOrEqualTo(NEGOTIATION_MAX);
            }
        }
    }

    private static void catalog(TestNode consumer, RunningNode provider) throws IOException {
        ask(consumer, provider, "/dsp/2025-1/catalog/request", CATALOG);
    }

    private static void request(TestNode consumer, RunningNode provider) throws IOException {
        String body = REQUEST.replace("PID", UUID.randomUUID().toString())
                .replace("PEER", consumer.publicUrl().toString());
        ask(consumer, provider, "/dsp/2025-1/negotiations/request", body);
    }

    private static void ask(TestNode consumer, RunningNode provider, String path, String body) throws IOException {
        var api = new Api(provider.publicUrl(), consumer.tokenFor(provider.did()));
        Api.good(api.post(path, body));
    }
}
