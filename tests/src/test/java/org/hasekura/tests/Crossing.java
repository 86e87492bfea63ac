package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * One negotiation and one transfer, asked for by the consumer's own people, who have patience: when their node does not
 * answer they look what it has kept, and ask again only for what it has not.
 */
final class Crossing {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Sees to it that a node that has ended is started again. */
    interface Keeper {
        void tend() throws IOException;
    }

    private final Supplier<? extends RunningNode> provider;
    private final Supplier<? extends RunningNode> consumer;
    private final Keeper keeper;
    private String negotiation = "";
    private String negotiationOfProvider = "";
    private String agreement = "";
    private String transfer = "";
    private String transferOfProvider = "";
    private JsonNode done = tools.jackson.databind.node.MissingNode.getInstance();

    Crossing(Supplier<? extends RunningNode> provider, Supplier<? extends RunningNode> consumer, Keeper keeper) {
        this.provider = provider;
        this.consumer = consumer;
        this.keeper = keeper;
    }

    /** From the first request until both sides have ended both processes, with nothing on its way. */
    void run(String dataset) throws IOException {
        agree(dataset);
        begin();
        done = transferAt("COMPLETED");
        settle();
    }

    /** Negotiates until the consumer stands at FINALIZED. */
    void agree(String dataset) throws IOException {
        negotiation = asked(
                "/api/negotiations", Dealings.object("peer", provider.get().did(), "dataset", dataset));
        JsonNode agreed = settled(consumer, "/api/negotiations/" + negotiation, "FINALIZED");
        negotiationOfProvider = agreed.path("peerPid").asString();
        agreement = agreed.path("agreement").asString();
    }

    /** Asks for the data under the agreement. */
    void begin() throws IOException {
        transfer = asked("/api/transfers", Dealings.object("agreement", agreement));
    }

    /** Waits until the transfer stands there on the consumer's side, and shows it. */
    JsonNode transferAt(String state) throws IOException {
        JsonNode seen = settled(consumer, "/api/transfers/" + transfer, state);
        transferOfProvider = seen.path("peerPid").asString();
        return seen;
    }

    /** Waits until both sides stand at the end of both processes with nothing on its way. */
    void settle() throws IOException {
        settled(provider, "/api/negotiations/" + negotiationOfProvider, "FINALIZED");
        settled(provider, "/api/transfers/" + transferOfProvider, "COMPLETED");
        settled(consumer, "/api/negotiations/" + negotiation, "FINALIZED");
        settled(consumer, "/api/transfers/" + transfer, "COMPLETED");
    }

    /** The transfer as the consumer shows it at the end. */
    JsonNode done() {
        return done;
    }

    String negotiationOf(RunningNode node) {
        return isConsumer(node) ? negotiation : negotiationOfProvider;
    }

    String transferOf(RunningNode node) {
        return isConsumer(node) ? transfer : transferOfProvider;
    }

    private boolean isConsumer(RunningNode node) {
        return node.did().equals(consumer.get().did());
    }

    /** Asks for something new until it is there, once. */
    private String asked(String path, String body) throws IOException {
        Set<String> before = insist(() -> pids(path));
        return insist(() -> {
            Set<String> since = new HashSet<>(pids(path));
            since.removeAll(before);
            if (since.size() > 1) {
                throw new AssertionError("asked once and there are " + since);
            }
            return since.isEmpty()
                    ? Api.good(consumer.get().api().post(path, body))
                            .json()
                            .path("pid")
                            .asString()
                    : since.iterator().next();
        });
    }

    private Set<String> pids(String path) throws IOException {
        var pids = new HashSet<String>();
        JsonNode items = consumer.get().api().read(path).path("items");
        assertThat(items.isArray()).as("a list of what there is").isTrue();
        items.forEach(each -> pids.add(each.path("pid").asString()));
        return pids;
    }

    private JsonNode settled(Supplier<? extends RunningNode> node, String path, String state) throws IOException {
        return insist(() -> {
            JsonNode seen = node.get().api().read(path);
            String stands = seen.path("state").asString();
            if (stands.equals("TERMINATED")) {
                throw new AssertionError("ended instead of " + state + ": " + seen);
            }
            if (!stands.equals(state) || seen.has("sending")) {
                throw new IOException(path + " stands at " + seen);
            }
            return seen;
        });
    }

    private interface Attempt<T> {
        T make() throws IOException;
    }

    private <T> T insist(Attempt<T> attempt) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<IOException> last = Optional.empty();
        while (System.nanoTime() < end) {
            keeper.tend();
            try {
                return attempt.make();
            } catch (IOException e) {
                last = Optional.of(e);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        throw new AssertionError("nothing came of it in " + PATIENCE, last.orElseThrow());
    }
}
