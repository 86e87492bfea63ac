package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.partnership.Draft;
import org.hasekura.partnership.ImportWords;
import org.hasekura.partnership.PartialDate;
import org.hasekura.partnership.Proposal;
import org.hasekura.partnership.ProposalsJson;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.Source;
import org.hasekura.partnership.Statement;
import org.hasekura.partnership.StatementImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership import}: proposes promises from the text of a joint statement. */
@Command(
        name = "import",
        description = {
            "Proposes commitments from a joint statement (PDF, DOCX or text), each with area, owners, dates, likely earlier"
                    + " commitments and the reasons.",
            "Nothing enters the register: a person decides on each in the file that is written, then `partnership confirm`."
        },
        mixinStandardHelpOptions = true)
final class PartnershipImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the statement; - reads standard input")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where the proposals go")
    private Path out = Path.of("");

    @Option(
            names = "--instrument",
            paramLabel = "ID",
            required = true,
            description = "of the register, for example DPC4")
    private String instrument = "";

    @Option(
            names = "--said",
            paramLabel = "DAY",
            required = true,
            converter = Day.Converter.class,
            description = "the day of the statement")
    private LocalDate said = LocalDate.EPOCH;

    @Option(
            names = "--source",
            paramLabel = "ID",
            required = true,
            description = "a new id for the document, for example J01")
    private String source = "";

    @Option(names = "--title", paramLabel = "WORDS", required = true, description = "of the document")
    private String title = "";

    @Option(names = "--institution", paramLabel = "NAME", required = true, description = "that published it")
    private String institution = "";

    @Option(names = "--link", paramLabel = "URL", description = "where it stands")
    private Optional<String> link = Optional.empty();

    @Mixin
    private PartnershipOptions options = new PartnershipOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Register register = options.register().register();
        if (!register.instruments().containsKey(instrument)) {
            throw new CommandFailed("the register has no instrument `" + instrument + "`; it has "
                    + String.join(", ", register.instruments().keySet())
                    + "; a new one is entered with `partnership change`");
        }
        Statement statement = StatementFiles.read(file);
        List<Proposal> proposals = new StatementImport(ImportWords.load(), register).propose(statement, said);
        var document = new Source(source, institution, title, said.toString(), link, Source.Reading.WHOLE, "");
        try {
            Files.writeString(
                    out, ProposalsJson.write(Draft.of(instrument, new PartialDate.Day(said), document, proposals)));
        } catch (IOException e) {
            throw new CommandFailed("`" + out + "` cannot be written: " + e.getMessage());
        }
        PrintWriter told = spec.commandLine().getOut();
        told.print(new CommitmentsText(options.language()).proposals(statement, proposals));
        told.println(out);
        told.flush();
        return 0;
    }
}
