package org.hasekura.tests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hasekura.exchange.StandardConduct;
import org.hasekura.identity.Did;
import org.hasekura.identity.SelfIssuedToken;
import org.hasekura.law.Law;
import org.hasekura.node.Ground;
import org.hasekura.node.Node;
import org.hasekura.node.Settings;
import org.hasekura.node.SettingsReader;

/** A whole node in this process, on real ports and a real disk. */
final class TestNode implements RunningNode, AutoCloseable {

    private final Ground ground;
    private final Node node;
    private final Api api;

    private TestNode(Ground ground, Node node) {
        this.ground = ground;
        this.node = node;
        this.api = Api.management(
                ground.managementUrl(), ground.token().toTellOnce().orElse(""));
    }

    /** Starts in a folder of its name; on the second start there the management token is not known here. */
    static TestNode start(Path root, String name, String country, String more) throws IOException {
        String text = RunningNode.settings(name, country, root.resolve(name), more);
        Settings settings = switch (SettingsReader.read(text, root)) {
            case SettingsReader.Reading.Read(Settings read) -> read;
            case SettingsReader.Reading.Refused(var problems) -> throw new IOException(String.join("; ", problems));
        };
        Ground ground = Ground.prepare(settings, new SecureRandom());
        try {
            return new TestNode(
                    ground, Node.start(ground, Law.load(), new StandardConduct(), Clock.systemUTC(), () -> {}));
        } catch (IOException e) {
            ground.close();
            throw e;
        }
    }

    /** The headers of a request that this node would send to that peer, with a token of its own. */
    Map<String, String> tokenFor(String peer) {
        String token = SelfIssuedToken.of(
                        new Did(did()), new Did(peer), UUID.randomUUID().toString(), Instant.now())
                .signedBy(ground.keys().token());
        return Map.of("Authorization", "Bearer " + token);
    }

    @Override
    public String did() {
        return node.did();
    }

    @Override
    public URI publicUrl() {
        return ground.publicUrl();
    }

    @Override
    public Api api() {
        return api;
    }

    @Override
    public Path folder() {
        return ground.settings().node().dataFolder();
    }

    @Override
    public void close() throws IOException {
        try (ground) {
            node.close();
        }
    }
}
