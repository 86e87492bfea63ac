package org.hasekura.node;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hasekura audit}: what an auditor asks a running node, with the token that they were given. */
@Command(
        name = "audit",
        description =
                "Reads the evidence of a running node with an auditor's token: timeline, sample, receipts, bundles.",
        mixinStandardHelpOptions = true)
final class AuditCommand {

    private static final List<String> COLUMNS = List.of("index", "leafHash", "entry");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Which entries. */
    static final class Period {
        @Option(names = "--from", paramLabel = "DAY", description = "from this day or time on, in UTC")
        private Optional<String> from = Optional.empty();

        @Option(
                names = "--until",
                paramLabel = "DAY",
                description = "until this day, which is in it, or before this time")
        private Optional<String> until = Optional.empty();

        @Option(names = "--kind", paramLabel = "KIND", description = "entries of this kind alone")
        private Optional<String> kind = Optional.empty();

        private String query() {
            return given("from", from) + given("until", until) + given("kind", kind);
        }
    }

    private static String given(String name, Optional<String> value) {
        return value.map(text -> "&" + name + "=" + ApiPath.encode(text)).orElse("");
    }

    @Command(
            name = "timeline",
            description = "What happened when, by day and kind, and whether anything is missing.",
            mixinStandardHelpOptions = true)
    int timeline(
            @Mixin NodeOptions node,
            @Mixin Period period,
            @Option(names = "--lang", paramLabel = "en|ja", defaultValue = "en", description = "the language")
                    Language language)
            throws CommandFailed {
        byte[] answer = node.client().get(AuditRoutes.PATH + "/timeline?" + period.query());
        if (node.wantsJson()) {
            return node.show(answer, List.of());
        }
        PrintWriter out = spec.commandLine().getOut();
        AuditJson.words(answer, language).forEach(out::println);
        out.flush();
        return 0;
    }

    @Command(
            name = "sample",
            description =
                    "Draws a random sample that anybody can draw again: by the seed, as the answer's `method` says.",
            mixinStandardHelpOptions = true)
    int sample(
            @Mixin NodeOptions node,
            @Mixin Period period,
            @Option(names = "--seed", description = "of your own; the node chooses one otherwise")
                    Optional<String> seed,
            @Option(names = "--size", defaultValue = "20", description = "how many: ${DEFAULT-VALUE}") String size,
            @Option(names = "--lang", paramLabel = "en|ja", defaultValue = "en", description = "the language")
                    Language language)
            throws CommandFailed {
        byte[] answer = node.client()
                .get(AuditRoutes.PATH + "/sample?size=" + ApiPath.encode(size) + given("seed", seed) + period.query());
        if (!node.wantsJson()) {
            spec.commandLine().getOut().println(AuditJson.drawn(answer, language));
        }
        return node.show(answer, COLUMNS);
    }

    @Command(name = "receipt", description = "Fetches the proof of one entry.", mixinStandardHelpOptions = true)
    int receipt(
            @Mixin NodeOptions node,
            @Option(names = "--index", paramLabel = "N", required = true, description = "of the entry") long index,
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "where it is written")
                    Path out)
            throws CommandFailed {
        return node.save(node.client().get(AuditRoutes.PATH + "/receipts/" + index), out);
    }

    @Command(
            name = "bundle",
            description = "Fetches the evidence of a period in one file; `hasekura verify` checks it.",
            mixinStandardHelpOptions = true)
    int bundle(
            @Mixin NodeOptions node,
            @Option(names = "--from", paramLabel = "DAY", required = true, description = "from this day on, in UTC")
                    String from,
            @Option(
                            names = "--until",
                            paramLabel = "DAY",
                            required = true,
                            description = "until this day, which is in it")
                    String until,
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "where it is written")
                    Path out)
            throws CommandFailed {
        node.client().download(ApiPath.of(AuditRoutes.PATH + "/bundles", from, "/" + ApiPath.encode(until)), out);
        PrintWriter to = spec.commandLine().getOut();
        to.println(node.wantsJson() ? RequestJson.of("file", out.toString()) : "written to " + out);
        to.flush();
        return 0;
    }
}
