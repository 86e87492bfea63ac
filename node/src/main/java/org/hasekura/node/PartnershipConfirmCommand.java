package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Confirmation;
import org.hasekura.partnership.Named;
import org.hasekura.partnership.ProposalsJson;
import org.hasekura.partnership.Read;
import org.hasekura.partnership.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership confirm}: enters what a person accepted of an import. */
@Command(
        name = "confirm",
        description = "Enters the proposals that a person accepted; refused while any of them waits for a decision.",
        mixinStandardHelpOptions = true)
final class PartnershipConfirmCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the proposals with a decision on each")
    private Path file = Path.of("");

    @Option(names = "--register", paramLabel = "FOLDER", required = true, description = "a secretariat's register")
    private Path folder = Path.of("");

    @Option(
            names = "--by",
            paramLabel = "NAME",
            required = true,
            description = "who you are; published with the change")
    private String by = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Confirmation confirmation = switch (ProposalsJson.read(FileInput.bytes(file, StatementFiles.BYTES_MAX))) {
            case Read.Done<Confirmation>(Confirmation read) -> read;
            case Read.Refused<Confirmation> refused ->
                throw new CommandFailed("`" + FileInput.name(file) + "`: " + refused.line());
        };
        RegisterFolder of = RegisterFolder.open(folder);
        Register register = of.register();
        for (Confirmation.Accepted each : confirmation.accepted()) {
            if (register.entry(each.id()).isPresent()) {
                throw new CommandFailed("there is a commitment `" + each.id()
                        + "` already, and nothing was entered; give the new one an id of its own");
            }
        }
        SecretariatKeys keys = SecretariatKeys.open(folder);
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        List<Named> entered = new RegisterChanges(of, keys)
                .enter(
                        confirmation.changes(register),
                        new Author(keys.seat(), by),
                        now,
                        "confirmed from " + confirmation.source().title());
        PrintWriter out = spec.commandLine().getOut();
        out.print(Table.write(entered.stream()
                .map(each -> List.of(
                        each.id().brief(),
                        each.event().change().word(),
                        each.event().change().subject()))
                .toList()));
        out.flush();
        return 0;
    }
}
