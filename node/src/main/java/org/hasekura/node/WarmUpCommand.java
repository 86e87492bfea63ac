package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs what a node runs, shortly, so that the JVM can keep what it learns in its ahead-of-time cache. */
@Command(name = "warm-up", hidden = true, description = "Runs a node shortly, to fill the ahead-of-time cache.")
final class WarmUpCommand implements Callable<Integer> {

    private static final String SETTINGS = """
            node.development = true
            organisation.name = warm-up
            organisation.country = JP
            node.data-folder = .
            """;

    @Parameters(paramLabel = "FOLDER", description = "is made, and may be removed afterwards")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws CommandFailed, IOException {
        Settings settings = switch (SettingsReader.read(SETTINGS, folder)) {
            case SettingsReader.Reading.Read(Settings read) -> read;
            case SettingsReader.Reading.Refused(var problems) -> throw new CommandFailed(String.join("\n", problems));
        };
        Logging.configure(settings.log().level());
        PeerClient client = new PeerClient(
                new Settings.Peers(Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20), true, AddressCheck.none());
        try (Ground ground = Ground.prepare(settings, new SecureRandom());
                HttpPort.Listening server = new HelidonHttp()
                        .listen(ground.managementSite(
                                new Routes(List.of(
                                        Route.get("/api/node", _ -> Response.json(200, NodeJson.write(ground))))),
                                () -> {}))) {
            URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/node");
            for (int times = 0; times < 20; times++) {
                client.get(address, Map.of("Accept", "application/json"), 1 << 20);
            }
        }
        return 0;
    }
}
