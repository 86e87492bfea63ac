package org.hasekura.node;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.verify.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hasekura bundle make}: has a running node write a bundle, and checks it. */
@Command(
        name = "make",
        description = "Has a running node write a bundle, and checks it; `hasekura verify` does so anywhere.",
        mixinStandardHelpOptions = true)
final class BundleMakeCommand implements Callable<Integer> {

    @Mixin
    private NodeOptions node = new NodeOptions();

    @Option(names = "--exchange", paramLabel = "ID", description = "of this negotiation, agreement or transfer")
    private Optional<String> exchange = Optional.empty();

    @Option(names = "--from", paramLabel = "DAY", description = "of everything from this day or time on, in UTC")
    private Optional<String> from = Optional.empty();

    @Option(names = "--until", paramLabel = "DAY", description = "until this day, which is in it; or before this time")
    private Optional<String> until = Optional.empty();

    @Option(names = "--with-bodies", description = "with the bodies that the node has kept: they may be personal data")
    private boolean withBodies;

    @Option(
            names = "--since",
            paramLabel = "SIZE",
            description = "shows that the log continues what the reader knows: the size in that checkpoint")
    private Optional<Long> since = Optional.empty();

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where the bundle is written")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        boolean isPeriod = from.isPresent() && until.isPresent();
        if (exchange.isPresent() == (from.isPresent() || until.isPresent()) || (exchange.isEmpty() && !isPeriod)) {
            throw new ParameterException(
                    spec.commandLine(), "say of what: either --exchange ID, or --from DAY and --until DAY");
        }
        String query = exchange.map(id -> "exchange=" + encoded(id))
                .orElseGet(() -> "from=" + encoded(from.orElse("")) + "&until=" + encoded(until.orElse("")));
        String more =
                "&bodies=" + withBodies + since.map(size -> "&since=" + size).orElse("");
        node.client().download("/api/bundle?" + query + more, out);
        return told();
    }

    /** What was written must hold before anybody is given it. */
    private int told() throws CommandFailed {
        PrintWriter to = spec.commandLine().getOut();
        try {
            Check.Answer answer = new Check(out, Optional.empty(), Optional.empty()).answer(language.locale());
            if (node.wantsJson()) {
                to.println(answer.json());
            } else {
                to.println("written to " + out);
                answer.words().forEach(to::println);
            }
            to.flush();
            return answer.isProven() ? 0 : 1;
        } catch (Check.Unfit unfit) {
            throw new CommandFailed(unfit.words());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
