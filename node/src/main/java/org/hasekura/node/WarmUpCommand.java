package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.exchange.StandardConduct;
import org.hasekura.law.Law;
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
        var client = new PeerClient(
                new Settings.Peers(Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20), true, _ -> Optional.empty());
        try (Ground ground = Ground.prepare(settings, new SecureRandom());
                Node node = Node.start(ground, Law.load(), new StandardConduct(), Clock.systemUTC(), () -> {})) {
            URI address = URI.create("http://127.0.0.1:" + node.dspPort() + "/.well-known/did.json");
            for (int times = 0; times < 20; times++) {
                client.get(address, Map.of("Accept", "application/json"), 1 << 20);
            }
        }
        return 0;
    }
}
