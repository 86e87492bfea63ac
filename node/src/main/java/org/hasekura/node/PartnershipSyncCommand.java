package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.client.NodeClient;
import org.hasekura.partnership.Ledger;
import org.hasekura.partnership.LedgerJson;
import org.hasekura.partnership.Read;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership sync}: takes over what the other secretariat changed. */
@Command(
        name = "sync",
        description = {
            "Takes over the other secretariat's changes, over the exchange: its events are a dataset under an agreement.",
            "Only events signed by a trusted key of the seat they name are let in. Conflicts are shown; a person settles them with"
                    + " `change`."
        },
        mixinStandardHelpOptions = true)
final class PartnershipSyncCommand implements Callable<Integer> {

    @Option(names = "--register", paramLabel = "FOLDER", required = true, description = "a secretariat's register")
    private Path folder = Path.of("");

    @Option(names = "--peer", paramLabel = "DID", description = "the other secretariat's node")
    private Optional<String> peer = Optional.empty();

    @Option(
            names = "--dataset",
            paramLabel = "ID",
            defaultValue = "partnership-register",
            description = "under which it offers its events (default: ${DEFAULT-VALUE})")
    private String dataset = "";

    @Option(names = "--from", paramLabel = "FILE", description = "its events.jsonl as a file, in place of a node")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "how long to wait for the exchange (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Ledger theirs = read(from.isPresent() ? from.get() : pulled());
        Ledger.Taken taken = RegisterFolder.alone(folder, () -> RegisterFolder.take(folder, theirs));
        tell(taken, RegisterFolder.open(folder));
        return taken.refused().isEmpty() ? 0 : 1;
    }

    private Path pulled() throws CommandFailed {
        String from = peer.orElseThrow(() -> new ParameterException(
                spec.commandLine(), "say from whom: --peer DID with --node URL, or --from FILE"));
        try (NodeClient client = node.nodeClient()) {
            return new RegisterSync(client, from, dataset, Duration.ofSeconds(seconds)).pull();
        }
    }

    private static Ledger read(Path file) throws CommandFailed {
        return switch (LedgerJson.read(FileInput.bytes(file, LedgerJson.BYTES_MAX))) {
            case Read.Done<Ledger>(Ledger ledger) -> ledger;
            case Read.Refused<Ledger> refused -> throw new CommandFailed("`" + file + "`: " + refused.line());
        };
    }

    private void tell(Ledger.Taken taken, RegisterFolder now) {
        PrintWriter out = spec.commandLine().getOut();
        taken.added()
                .forEach(each -> out.println("new: " + each.event().change().word() + " "
                        + each.event().change().subject() + " by "
                        + each.event().author().name()));
        taken.refused()
                .forEach(each -> out.println("refused: " + each.event().id().brief() + " "
                        + each.event().event().change().word() + ": "
                        + each.why().en()));
        now.register()
                .contested()
                .forEach(each -> out.println("conflict: " + each.slot().subject() + " "
                        + each.slot().field() + ": "
                        + String.join(
                                " / ",
                                each.values().stream()
                                        .map(value -> value.event().author().name())
                                        .toList())));
        out.print(Table.write(List.of(
                List.of("new", Integer.toString(taken.added().size())),
                List.of("events", Integer.toString(now.ledger().events().size())),
                List.of("digest", now.ledger().events().digest()))));
        if (!taken.added().isEmpty()) {
            out.println("offer the register anew with `dataset publish`, so that others get what is new");
        }
        out.flush();
    }
}
