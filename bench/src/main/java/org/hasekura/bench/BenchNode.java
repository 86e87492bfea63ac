package org.hasekura.bench;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import org.hasekura.exchange.StandardConduct;
import org.hasekura.node.Ground;
import org.hasekura.node.Node;

/** A whole node in this process: real server, real disk, identity checks and evidence as always; its commits watched. */
final class BenchNode implements AutoCloseable {

    private final Ground ground;
    private final Node node;
    private final CommitWatch watch;
    private final Management management;

    private BenchNode(Ground ground, Node node, CommitWatch watch) {
        this.ground = ground;
        this.node = node;
        this.watch = watch;
        this.management = new Management(
                ground.managementUrl(), ground.token().toTellOnce().orElseThrow());
    }

    /** @param moreSettings further lines of its settings */
    static BenchNode start(Place place, String name, String country, String... moreSettings) throws IOException {
        String text = BenchSettings.text(name, country, place.folder().resolve(name));
        Ground ground = Ground.prepare(
                BenchSettings.read(text + String.join("\n", moreSettings), place.folder()), new SecureRandom());
        var watch = new CommitWatch();
        try {
            Node node = Node.start(
                    ground,
                    place.law(),
                    new StandardConduct(),
                    store -> new WatchedStore(store, watch),
                    Clock.systemUTC(),
                    () -> {});
            return new BenchNode(ground, node, watch);
        } catch (IOException e) {
            ground.close();
            throw e;
        }
    }

    String did() {
        return node.did();
    }

    Ground ground() {
        return ground;
    }

    CommitWatch watch() {
        return watch;
    }

    Management management() {
        return management;
    }

    @Override
    public void close() throws IOException {
        try (ground) {
            node.close();
        }
    }
}
