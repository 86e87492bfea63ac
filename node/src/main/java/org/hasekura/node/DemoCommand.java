package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura demo}: the whole thing at work, on one machine. */
@Command(
        name = "demo",
        description =
                "Starts three nodes of fictitious organisations in Germany, Japan and Kenya and lets them exchange"
                        + " data, step by step. They keep running until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    @Option(names = "--once", description = "ends after the last step")
    private boolean once;

    @Option(names = "--json", description = "prints the steps as JSON lines")
    private boolean json;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "a new folder for everything; default: data/demo-<time>")
    private Optional<Path> folder = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed, IOException, InterruptedException {
        Logging.configure("warn");
        Path root = folder.orElseGet(() -> Path.of("data", "demo-" + NAME.format(LocalDateTime.now(ZoneOffset.UTC))))
                .toAbsolutePath();
        if (Files.exists(root)) {
            throw new CommandFailed("`" + root + "` is there already; name a new folder with --folder");
        }
        Files.createDirectories(root);
        var teller = new DemoTeller(spec.commandLine().getOut(), json);
        try (Demo demo = Demo.start(root, teller)) {
            teller.say("Hasekura demonstration: three nodes of fictitious organisations, on this machine only");
            demo.nodes()
                    .forEach(node -> teller.say("   %s  %-34s %s  %s"
                            .formatted(node.country(), node.organisation(), node.publicUrl(), node.did())));
            demo.run();
            demo.leaveAnOffer();
            demo.leaveAConflict();
            tellWhere(teller, root, demo);
            if (!once) {
                untilStopped();
            }
        }
        return 0;
    }

    private static void tellWhere(DemoTeller teller, Path root, Demo demo) throws CommandFailed {
        teller.say("");
        teller.say("Everything lies in " + root);
        teller.say("   germany, japan, kenya    keys, database, evidence log (log/), received data");
        teller.say("   receipt-*.json           check one: ./hasekura verify " + root.resolve("receipt-germany.json"));
        demo.nodes()
                .forEach(node -> teller.say("   %s  management %s  token %s"
                        .formatted(
                                node.country(),
                                node.managementUrl(),
                                node.token().orElse("-"))));
        teller.say("");
        teller.say("See it for yourself, in English or Japanese; each link signs in once, for half an hour:");
        for (DemoNode node : demo.nodes()) {
            teller.say("   %s  %-34s %s".formatted(node.country(), node.organisation(), node.portalLink()));
        }
        teller.say("Rulings are no legal advice. Development mode: http and loopback, not for real data.");
    }

    /** Until the process is ended from outside; what was acknowledged is durable, so nothing has to be closed for it. */
    private static void untilStopped() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
