package org.hasekura.node;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.partnership.Ledger;
import org.hasekura.partnership.LedgerJson;
import org.hasekura.partnership.Read;
import org.hasekura.portal.Joining;
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
            "Takes over the other secretariat's changes, over the exchange: its register is a dataset under an agreement.",
            "With --with, a running node joins it to the register in its data folder; with --from, a file is joined to any"
                    + " register.",
            "Only events signed by a trusted key of the seat they name are let in. Conflicts are shown; a person settles them"
                    + " with `change`."
        },
        mixinStandardHelpOptions = true)
final class PartnershipSyncCommand implements Callable<Integer> {

    private static final String PATH = "/api/partnership/sync";

    /** The node answers after so long in any case. */
    private static final int WAIT_SECONDS = 2;

    @Option(
            names = {"--with", "--peer"},
            paramLabel = "DID",
            description = "the other secretariat's node")
    private Optional<String> peer = Optional.empty();

    @Option(names = "--register", paramLabel = "FOLDER", description = "with --from: a secretariat's register")
    private Optional<Path> folder = Optional.empty();

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
        if (peer.isPresent() == from.isPresent()) {
            throw wrong("say from whom: --with DID and --node URL, or --register FOLDER and --from FILE");
        }
        if (folder.isPresent() != from.isPresent()) {
            throw wrong(
                    "--register FOLDER and --from FILE go together; a node joins to the register in its data folder");
        }
        return peer.isPresent() ? joined(peer.get()) : taken(folder.orElseThrow(), from.orElseThrow());
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }

    private int joined(String did) throws CommandFailed {
        try (ManagementClient client = node.client()) {
            Joining joining = JoiningsJson.one(client.post(PATH, JoiningsJson.asked(did)));
            String one = PATH + "/" + URLEncoder.encode(did, StandardCharsets.UTF_8) + "?wait=" + WAIT_SECONDS;
            long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            Optional<Joining.Step> told = Optional.empty();
            while (joining.now().isPresent() && System.nanoTime() < end) {
                joining = JoiningsJson.one(client.get(one));
                if (joining.now().isPresent() && !joining.now().equals(told)) {
                    told = joining.now();
                    spec.commandLine().getErr().println(did + ": " + word(told.get()) + " ...");
                    spec.commandLine().getErr().flush();
                }
            }
            return show(joining);
        }
    }

    private static String word(Joining.Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    private int show(Joining joining) throws CommandFailed {
        if (joining.now().isPresent()) {
            throw new CommandFailed("`" + joining.peer() + "` has not been joined within " + seconds + " s ("
                    + word(joining.now().get()) + "); it goes on by itself, so ask again later");
        }
        return switch (joining.last().orElseThrow()) {
            case Joining.Outcome.Failed failed -> throw new CommandFailed(failed.why());
            case Joining.Outcome.Joined joined -> {
                if (node.wantsJson()) {
                    node.show(JoiningsJson.write(joining).getBytes(StandardCharsets.UTF_8), List.of());
                } else {
                    show(joined);
                }
                yield joined.refused() == 0 ? 0 : 1;
            }
        };
    }

    private void show(Joining.Outcome.Joined joined) {
        String why = joined.why().map(each -> " (" + each + ")").orElse("");
        PrintWriter out = spec.commandLine().getOut();
        out.print(Table.write(List.of(
                List.of("new", Integer.toString(joined.added())),
                List.of("changed", Integer.toString(joined.changed())),
                List.of("in conflict", Integer.toString(joined.conflicting())),
                List.of("refused", joined.refused() + why))));
        out.flush();
    }

    private int taken(Path register, Path file) throws CommandFailed {
        Ledger theirs = switch (LedgerJson.read(FileInput.bytes(file, LedgerJson.BYTES_MAX))) {
            case Read.Done<Ledger>(Ledger ledger) -> ledger;
            case Read.Refused<Ledger> refused -> throw new CommandFailed("`" + file + "`: " + refused.line());
        };
        Ledger.Taken taken = RegisterFolder.alone(register, () -> RegisterFolder.take(register, theirs));
        tell(taken, RegisterFolder.open(register));
        return taken.refused().isEmpty() ? 0 : 1;
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
