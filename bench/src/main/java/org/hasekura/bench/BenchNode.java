package org.hasekura.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.hasekura.exchange.ExchangeStore;
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
        return start(place, name, country, UnaryOperator.identity(), moreSettings);
    }

    /** Once more on the folder that it has left. */
    static BenchNode again(
            Place place, String name, String country, UnaryOperator<ExchangeStore> around, String moreSettings)
            throws IOException {
        forgetToken(place, name);
        return start(place, name, country, around, moreSettings);
    }

    /** A management token is told once; without its file the next start makes a new one. */
    static void forgetToken(Place place, String name) throws IOException {
        Files.deleteIfExists(place.folder().resolve(name).resolve("management-token.sha256"));
    }

    private static BenchNode start(
            Place place, String name, String country, UnaryOperator<ExchangeStore> around, String... moreSettings)
            throws IOException {
        String text = BenchSettings.text(name, country, place.folder().resolve(name));
        Ground ground = Ground.prepare(
                BenchSettings.read(text + String.join("\n", moreSettings), place.folder()), new SecureRandom());
        var watch = new CommitWatch();
        try {
            Node node = Node.start(
                    ground,
                    place.law(),
                    new StandardConduct(),
                    store -> new WatchedStore(around.apply(store), watch),
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
