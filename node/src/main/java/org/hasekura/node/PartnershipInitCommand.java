package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hasekura.partnership.Author;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura partnership init}: a secretariat's own register, with its key. */
@Command(
        name = "init",
        description = {
            "Makes a secretariat's own register, beginning with the shipped one, and a key for its seat.",
            "Prints the public key, which the other secretariat trusts with `partnership trust`."
        },
        mixinStandardHelpOptions = true)
final class PartnershipInitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "where it goes")
    private Path folder = Path.of("");

    @Option(names = "--seat", paramLabel = "eu|jp|independent", required = true, description = "for whom you speak")
    private String seat = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Author.Seat of = seat(spec, seat);
        RegisterFolder.create(folder);
        SecretariatKeys.create(folder, of);
        PrintWriter out = spec.commandLine().getOut();
        out.println(of.word() + " " + SecretariatKeys.open(folder).publicKey());
        out.flush();
        return 0;
    }

    static Author.Seat seat(CommandSpec spec, String word) {
        return Author.Seat.of(word)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "`" + word + "` is no seat; expected eu, jp or independent"));
    }
}
