package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.Receipt;
import org.hasekura.evidence.ReceiptVerifier;
import org.hasekura.evidence.TrustPolicy;
import org.hasekura.evidence.Verdict;
import org.hasekura.evidence.VerdictText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura verify}: checks a receipt offline and says what it proves. */
@Command(
        name = "verify",
        description =
                "Checks a receipt offline and says in words what it proves and whose keys were trusted; or a whole data"
                        + " folder.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the receipt")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--all",
            paramLabel = "FOLDER",
            description =
                    "instead of a receipt: a node's data folder, while the node does not run; recomputes everything in"
                            + " it and names the first thing that is wrong")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "the keys to trust (C2SP tlog-policy); otherwise those in the receipt are assumed")
    private Optional<Path> policy = Optional.empty();

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    @Option(names = "--json", description = "shows the answer as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed, IOException {
        if (folder.isPresent() == file.isPresent()) {
            throw new ParameterException(spec.commandLine(), "give a receipt, or `--all FOLDER`");
        }
        return folder.isPresent() ? whole(folder.get()) : receipt(file.get());
    }

    private int whole(Path all) throws IOException {
        Optional<String> fault;
        try (Progress _ = Progress.of("recomputing what " + all + " claims")) {
            fault = FolderAudit.firstFault(all);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(VerdictJson.folder(fault));
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

    private int receipt(Path from) throws CommandFailed {
        byte[] receipt = FileInput.bytes(from, Receipt.BYTES_MAX);
        Optional<TrustPolicy> trusted = policy.isPresent() ? Optional.of(trusted(policy.get())) : Optional.empty();
        Verdict verdict = ReceiptVerifier.verify(receipt, trusted);
        List<String> sentences = VerdictText.of(verdict, language.locale());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(VerdictJson.write(verdict, sentences));
        } else {
            sentences.forEach(out::println);
        }
        out.flush();
        return verdict instanceof Verdict.Proven ? 0 : 1;
    }

    private static TrustPolicy trusted(Path file) throws CommandFailed {
        return switch (TrustPolicy.parse(FileInput.bytes(file, TrustPolicy.CHARS_MAX))) {
            case Parsed.Valid<TrustPolicy>(TrustPolicy policy) -> policy;
            case Parsed.Malformed<TrustPolicy>(String reason) ->
                throw new CommandFailed("`" + file + "` is no policy: " + reason);
        };
    }
}
