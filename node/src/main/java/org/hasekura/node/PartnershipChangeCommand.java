package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.ChangesJson;
import org.hasekura.partnership.Named;
import org.hasekura.partnership.Read;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership change}: changes that a person makes, signed and dated. */
@Command(
        name = "change",
        description = {
            "Enters changes from a file, each a JSON object {\"change\": WORD, \"what\": {...}} in a list or alone: report,"
                    + " assess, prove, expect, explain, ask, assign, reword, read-due, cite, connect, convene, decide, enter,"
                    + " enter-instrument, withdraw.",
            "A change of a field replaces every value that stands there, and so settles a conflict. docs/partnership.md has"
                    + " an example of each."
        },
        mixinStandardHelpOptions = true)
final class PartnershipChangeCommand implements Callable<Integer> {

    private static final int BYTES_MAX = 4 << 20;

    @Parameters(paramLabel = "FILE", description = "the changes; - reads standard input")
    private Path file = Path.of("");

    @Option(names = "--register", paramLabel = "FOLDER", required = true, description = "a secretariat's register")
    private Path folder = Path.of("");

    @Option(
            names = "--by",
            paramLabel = "NAME",
            required = true,
            description = "who you are; published with the change")
    private String by = "";

    @Option(names = "--reason", paramLabel = "WORDS", required = true, description = "why")
    private String reason = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        List<Change> changes = switch (ChangesJson.read(FileInput.bytes(file, BYTES_MAX))) {
            case Read.Done<List<Change>>(List<Change> read) -> read;
            case Read.Refused<List<Change>> refused ->
                throw new CommandFailed("`" + FileInput.name(file) + "`: " + refused.line());
        };
        SecretariatKeys keys = SecretariatKeys.open(folder);
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        var author = new Author(keys.seat(), by);
        List<Named> entered = RegisterFolder.alone(
                folder,
                () -> new RegisterChanges(RegisterFolder.open(folder), keys).enter(changes, author, now, reason));
        PrintWriter out = spec.commandLine().getOut();
        var rows = new ArrayList<List<String>>();
        entered.forEach(each -> rows.add(List.of(
                each.id().brief(),
                each.event().change().word(),
                each.event().change().subject())));
        out.print(Table.write(rows));
        out.flush();
        return 0;
    }
}
