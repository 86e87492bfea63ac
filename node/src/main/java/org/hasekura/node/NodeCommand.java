package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hasekura.exchange.StandardConduct;
import org.hasekura.law.Law;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura node}: runs one node until it is stopped. */
@Command(
        name = "node",
        description = "Runs one node until it is stopped.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "To begin: hasekura node --print-defaults > node.conf, fill in what is needed,",
            "then hasekura node --config node.conf. The first start shows the management token, once."
        })
final class NodeCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", description = "the settings of the node")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--print-defaults", description = "shows every setting with its default and ends")
    private boolean printDefaults;

    @Option(names = "--check", description = "checks the settings and ends")
    private boolean check;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed, IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (printDefaults) {
            out.print(KnownSettings.defaults());
            out.flush();
            return 0;
        }
        Path file = config.orElseThrow(() -> new ParameterException(
                spec.commandLine(), "say which node: --config FILE; or --print-defaults for a file to begin with"));
        Settings settings = SettingsFile.read(file);
        if (check) {
            out.println("the settings in `" + file + "` are good");
            out.flush();
            return 0;
        }
        Logging.configure(settings.log().level());
        try (Ground ground = Ground.prepare(settings, new SecureRandom())) {
            if (!serve(ground, out)) {
                throw new CommandFailed("the storage has failed and the node has closed; start it again to recover");
            }
        }
        return 0;
    }

    /** Runs until somebody stops it; false when it was the storage that did. */
    private static boolean serve(Ground ground, PrintWriter out) throws IOException, InterruptedException {
        AtomicBoolean failed = new AtomicBoolean();
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Node _ = Node.start(ground, Law.load(), new StandardConduct(), Clock.systemUTC(), () -> {
            failed.set(true);
            stopped.countDown();
        })) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                stopped.countDown();
                awaitQuietly(closed);
            }));
            StartLines.print(ground, out);
            stopped.await();
        } finally {
            closed.countDown();
        }
        return !failed.get();
    }

    /** The process may go only when the servers have closed. */
    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
