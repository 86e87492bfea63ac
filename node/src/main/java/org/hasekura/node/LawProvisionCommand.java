package org.hasekura.node;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.hasekura.law.Law;
import org.hasekura.law.Phrasebook;
import org.hasekura.law.ProvisionJson;
import org.hasekura.law.ProvisionSearch;
import org.hasekura.law.ProvisionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura law provision}: what the law data hold on a provision, an act or a decision. */
@Command(
        name = "provision",
        description = "Shows a provision or decision: names, citation, days, confidence, source, scope and exclusions."
                + " Where several match, they are listed.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  law provision GDPR:46(2)(c)",
            "  law provision EU-JP-2019",
            "  law provision A45-3",
            "  law provision 2021/914",
            "  law provision 十分性"
        })
final class LawProvisionCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "ID",
            description = "a token, an id of a decision, a DPV term, a CELEX number, or part of a citation or name")
    private String question = "";

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    @Option(names = "--json", description = "shows all that match as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Law law = Law.load();
        List<ProvisionSearch.Found> found = ProvisionSearch.find(law, question);
        if (found.isEmpty()) {
            throw new CommandFailed("nothing in the law data matches `" + question + "`"
                    + ProvisionSearch.nearest(law, question)
                            .map(nearest -> "; did you mean `" + nearest + "`?")
                            .orElse(""));
        }
        Phrasebook words = Phrasebook.load(language.locale());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ProvisionJson.write(found, law));
        } else if (found.size() == 1) {
            ProvisionText.lines(found.getFirst(), law, words).forEach(out::println);
        } else {
            out.print(Table.write(
                    found.stream().map(one -> ProvisionText.row(one, words)).toList()));
        }
        out.flush();
        return 0;
    }
}
