package org.hasekura.tests.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;
import org.hasekura.law.Law;
import org.hasekura.node.Ground;
import org.hasekura.node.Node;
import org.hasekura.node.Settings;
import org.hasekura.node.SettingsReader;

/**
 * A node of ours as the conformance kit wants to find it: in development mode, with the kit in its register, datasets and
 * agreements from before, conduct by the kit's table, and its two triggers. All of that is configuration of this test.
 */
final class KitNode implements AutoCloseable {

    /** What the kit calls itself, in agreements. */
    private static final String NAME = "TCK_PARTICIPANT";

    /** Under which it stands in the register; nobody asks for its document. */
    private static final String DID = "did:web:kit.example";

    static final String AUTHORIZATION = "Bearer tck";

    private final Ground ground;
    private final Node node;
    private final KitTriggers triggers;

    private KitNode(Ground ground, Node node, KitTriggers triggers) {
        this.ground = ground;
        this.node = node;
        this.triggers = triggers;
    }

    /** Starts it in an empty folder; port 0 is any that is free. */
    static KitNode start(Path folder, int dspPort, int triggersPort) throws IOException {
        Ground ground = Ground.prepare(settings(folder, dspPort), new SecureRandom());
        Clock clock = Clock.systemUTC();
        var seeds =
                new KitSeeds(ground.did(), new Did(DID), NAME, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Node node = Node.start(
                ground, Law.load(), new KitConduct(), store -> seeded(store, seeds.commit()), clock, () -> {});
        return new KitNode(ground, node, KitTriggers.open(triggersPort, node.exchange(), DID));
    }

    private static ExchangeStore seeded(ExchangeStore store, Commit seeds) {
        try {
            if (store.commit(seeds) instanceof Committed.Done) {
                return store;
            }
        } catch (StoreFailed failed) {
            throw new UncheckedIOException(failed);
        }
        throw new IllegalStateException("the folder of the kit's node is not empty");
    }

    private static Settings settings(Path folder, int dspPort) throws IOException {
        String text = """
                node.name = kit
                node.data-folder = node
                node.development = true
                organisation.name = Node under test
                organisation.country = JP
                dsp.port = %d
                data.pull-automatically = false
                development.peer-did = %s
                development.peer-name = %s
                development.peer-accepts = %s
                development.peer-sends = %s
                """.formatted(dspPort, DID, NAME, AUTHORIZATION, AUTHORIZATION);
        return switch (SettingsReader.read(text, folder)) {
            case SettingsReader.Reading.Read(Settings read) -> read;
            case SettingsReader.Reading.Refused(var problems) -> throw new IOException(String.join("; ", problems));
        };
    }

    String did() {
        return node.did();
    }

    int dspPort() {
        return node.dspPort();
    }

    int triggersPort() {
        return triggers.port();
    }

    /** Runs until it is stopped, for the kit in another process: {@code KitNode FOLDER DSP_PORT TRIGGERS_PORT}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (KitNode node = start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]))) {
            System.out.println(node.did() + " on " + node.dspPort() + ", triggers on " + node.triggersPort());
            Thread.currentThread().join();
        }
    }

    @Override
    public void close() throws IOException {
        try (ground) {
            triggers.close();
            node.close();
        }
    }
}
