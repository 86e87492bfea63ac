package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.hasekura.exchange.StandardConduct;
import org.hasekura.law.Law;

/** One node of the demonstration: run by a fictitious organisation, driven by its management API like any other. */
final class DemoNode implements AutoCloseable {

    private final String country;
    private final String organisation;
    private final Ground ground;
    private final Node node;
    private final ManagementClient client;

    private DemoNode(String country, String organisation, Ground ground, Node node, ManagementClient client) {
        this.country = country;
        this.organisation = organisation;
        this.ground = ground;
        this.node = node;
        this.client = client;
    }

    static DemoNode start(
            Path root, String name, String country, String organisation, String sector, String subjectTo, Law law)
            throws IOException {
        String text = """
                node.name = %s
                node.data-folder = %s
                node.development = true
                organisation.name = %s
                organisation.country = %s
                organisation.sector = %s
                organisation.subject-to = %s
                limits.requests-per-minute = 100000
                """.formatted(name, root.resolve(name), organisation, country, sector, subjectTo);
        Settings settings = switch (SettingsReader.read(text, root)) {
            case SettingsReader.Reading.Read(Settings read) -> read;
            case SettingsReader.Reading.Refused(var problems) -> throw new IOException(String.join("; ", problems));
        };
        Ground ground = Ground.prepare(settings, new SecureRandom());
        try {
            Node node = Node.start(ground, law, new StandardConduct(), Clock.systemUTC(), () -> {});
            var client =
                    new ManagementClient(ground.managementUrl(), ground.token().toTellOnce(), Optional.empty());
            return new DemoNode(country, organisation, ground, node, client);
        } catch (IOException e) {
            ground.close();
            throw e;
        }
    }

    String country() {
        return country;
    }

    String organisation() {
        return organisation;
    }

    String did() {
        return node.did();
    }

    URI publicUrl() {
        return ground.publicUrl();
    }

    URI managementUrl() {
        return ground.managementUrl();
    }

    Optional<String> token() {
        return ground.token().toTellOnce();
    }

    Path folder() {
        return ground.settings().node().dataFolder();
    }

    /** A link that opens its pages, in every role. */
    String portalLink() throws CommandFailed {
        return DemoJson.text(post(PortalCommand.LINKS, DemoJson.object("name", "Demo visitor")), "url");
    }

    String get(String path) throws CommandFailed {
        return new String(client.get(path), StandardCharsets.UTF_8);
    }

    String post(String path, String json) throws CommandFailed {
        return new String(client.post(path, json), StandardCharsets.UTF_8);
    }

    String put(String path, String json) throws CommandFailed {
        return new String(client.put(path, json), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try (ground) {
            node.close();
        }
    }
}
