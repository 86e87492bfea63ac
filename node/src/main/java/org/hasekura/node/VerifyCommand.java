package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.verify.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura verify}: checks a receipt or a bundle offline and says what it proves. */
@Command(
        name = "verify",
        description =
                "Checks a receipt or a bundle offline and says in words what it proves and whose keys were trusted; or a"
                        + " whole data folder.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the receipt or bundle")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--all",
            paramLabel = "FOLDER",
            description =
                    "instead of a file: a node's data folder, while the node does not run; recomputes everything in"
                            + " it and names the first thing that is wrong")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "the keys to trust (C2SP tlog-policy); otherwise those in the file are assumed")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description =
                    "a signed checkpoint or bundle of the same log that you already have: a bundle must continue it")
    private Optional<Path> since = Optional.empty();

    @Option(
            names = "--timestamp-roots",
            paramLabel = "FILE",
            description = "root certificates (PEM) of timestamp authorities; otherwise those in the bundle are assumed")
    private Optional<Path> roots = Optional.empty();

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    @Option(names = "--json", description = "shows the answer as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed, IOException {
        if (folder.isPresent() == file.isPresent()) {
            throw new ParameterException(spec.commandLine(), "give a receipt or a bundle, or `--all FOLDER`");
        }
        return folder.isPresent() ? whole(folder.get()) : one(file.get());
    }

    private int whole(Path all) throws IOException {
        Optional<String> fault;
        try (Progress _ = Progress.of("recomputing what " + all + " claims")) {
            fault = FolderAudit.firstFault(all);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(FolderVerdictJson.write(fault));
        } else if (fault.isPresent()) {
            out.println((language == Language.ja ? "最初に見つかった誤り: " : "the first thing that is wrong: ") + fault.get());
        } else {
            out.println(
                    language == Language.ja
                            ? "鍵、データベース、証跡、署名済みの木、公開ファイルはすべて一致しています"
                            : "keys, database, entries, signed head and published files all agree");
        }
        out.flush();
        return fault.isPresent() ? 1 : 0;
    }

    private int one(Path from) throws CommandFailed {
        PrintWriter out = spec.commandLine().getOut();
        try (Progress _ = Progress.of("checking " + from)) {
            Check.Answer answer = new Check(from, policy, since, roots).answer(language.locale());
            if (json) {
                out.println(answer.json());
            } else {
                answer.words().forEach(out::println);
            }
            out.flush();
            return answer.isProven() ? 0 : 1;
        } catch (Check.Unfit unfit) {
            throw new CommandFailed(unfit.words());
        }
    }
}
