package org.hasekura.node;

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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura verify}: checks a receipt offline and says what it proves. */
@Command(
        name = "verify",
        description = "Checks a receipt offline and says in words what it proves and whose keys were trusted.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the receipt")
    private Path file = Path.of("");

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
    public Integer call() throws CommandFailed {
        byte[] receipt = FileInput.bytes(file, Receipt.BYTES_MAX);
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
