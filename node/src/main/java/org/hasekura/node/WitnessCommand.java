package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.TrustPolicy;
import org.hasekura.evidence.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura witness}: a standing witness, until it is stopped. */
@Command(
        name = "witness",
        description = "Runs a standing witness (C2SP tlog-witness): it cosigns the checkpoints of logs as long as each"
                + " continues the last, and remembers what it has cosigned.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ask each node for the key of its log (service TransparencyLog in its DID document), write a line",
            "`log KEY` for each and `quorum none` into a file, and give the nodes the lines that this prints."
        })
final class WitnessCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "FOLDER", required = true, description = "its key and its memory")
    private Path data = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "of its key: its address without scheme, for example witness.regulator.example")
    private String name = "";

    @Option(
            names = "--logs",
            paramLabel = "FILE",
            required = true,
            description = "a policy (C2SP tlog-policy) with a line for each log that is witnessed")
    private Path logs = Path.of("");

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "the address it listens on; 127.0.0.1 if left out")
    private String bind = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "its port; chosen at first start and kept if left out")
    private int port;

    @Option(names = "--json", description = "says how it is reached as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed, IOException, InterruptedException {
        if (!name.matches("[^\\s+\\p{Cntrl}]{1,200}")) {
            throw new CommandFailed("`" + name + "` is no name of a key: 1 to 200 characters without space and plus");
        }
        List<VerifierKey> keys = logs();
        Logging.configure("info");
        AtomicBoolean failed = new AtomicBoolean();
        CountDownLatch stopped = new CountDownLatch(1);
        Runnable stop = () -> {
            failed.set(true);
            stopped.countDown();
        };
        try (WitnessServer server = WitnessServer.start(
                DataFolder.open(data), name, keys, bind, port, new SecureRandom(), Clock.systemUTC(), stop)) {
            tell(server);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stopped::countDown));
            stopped.await();
        }
        if (failed.get()) {
            throw new CommandFailed("its disk has failed; start it again to recover");
        }
        return 0;
    }

    private void tell(WitnessServer server) {
        PrintWriter out = spec.commandLine().getOut();
        String url = "http://" + bind + ":" + server.port();
        if (json) {
            out.println(new RequestJson()
                    .with("url", url)
                    .with("vkey", server.key().vkey())
                    .write());
        } else {
            out.println("witness " + name + " " + server.key().vkey() + " " + url);
            out.println("quorum " + name);
            out.println("ready");
        }
        out.flush();
    }

    private List<VerifierKey> logs() throws CommandFailed {
        return switch (TrustPolicy.parse(FileInput.bytes(logs, TrustPolicy.CHARS_MAX))) {
            case Parsed.Valid<TrustPolicy>(TrustPolicy policy) ->
                policy.logs().stream().map(TrustPolicy.Log::key).toList();
            case Parsed.Malformed<TrustPolicy>(String reason) ->
                throw new CommandFailed("`" + logs + "` is no policy: " + reason);
        };
    }
}
