package org.hasekura.node;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.law.Gap;
import org.hasekura.law.GapCsv;
import org.hasekura.law.GapJson;
import org.hasekura.law.GapReport;
import org.hasekura.law.GapText;
import org.hasekura.law.Law;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura law gap}: what is known to be missing in a third country's data protection, by the adequacy criteria. */
@Command(
        name = "gap",
        description = {
            "Assesses a third country's data-protection structure against the adequacy criteria: met, missing, unknown, with sources.",
            "No adequacy decision and no score."
        },
        mixinStandardHelpOptions = true)
final class LawGapCommand implements Callable<Integer> {

    @Parameters(paramLabel = "COUNTRY", arity = "0..1", description = "its ISO code or its name")
    private Optional<String> country = Optional.empty();

    @Option(names = "--all", description = "every country of the law data, one line each")
    private boolean all;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            converter = Day.Converter.class,
            description = "the day (default: today)")
    private Optional<LocalDate> on = Optional.empty();

    @Option(names = "--json", description = "shows it as JSON, one line for each country")
    private boolean json;

    @Option(names = "--csv", description = "shows it as comma-separated values, one line for each criterion")
    private boolean csv;

    @Option(names = "--lang", paramLabel = "en|ja", description = "of the texts")
    private Optional<Language> lang = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        if (all == country.isPresent()) {
            throw new ParameterException(spec.commandLine(), "say which country, or --all");
        }
        if (json && csv) {
            throw new ParameterException(spec.commandLine(), "either --json or --csv");
        }
        Law law = Law.load();
        Gap gap = Gap.load(law);
        LocalDate day = Day.orToday(on);
        show(gap, all ? gap.all(day) : List.of(gap.report(iso(gap), day)), law, day);
        return 0;
    }

    private String iso(Gap gap) throws CommandFailed {
        String told = country.orElseThrow();
        Optional<String> iso = gap.country(told);
        if (iso.isEmpty()) {
            throw new CommandFailed("the law data hold no structure of `" + told + "`; they hold "
                    + String.join(", ", gap.countries()));
        }
        return iso.get();
    }

    private void show(Gap gap, List<GapReport> reports, Law law, LocalDate day) {
        Locale texts = lang.orElse(Language.en).locale();
        PrintWriter out = spec.commandLine().getOut();
        GapText text = new GapText(gap, texts);
        if (json) {
            reports.forEach(report -> out.println(GapJson.line(gap, report, texts)));
        } else if (csv) {
            out.print(GapCsv.write(gap, reports, texts));
        } else if (all) {
            table(out, text.allTitle(day), text.all(reports));
            out.println(text.note());
        } else {
            GapReport report = reports.getFirst();
            text.summary(report, law).forEach(out::println);
            table(out, text.remediesTitle(), text.remedies(report));
            table(out, text.routesTitle(), text.routes(report));
            table(out, text.criteriaTitle(), text.criteria(report));
        }
        out.flush();
    }

    private static void table(PrintWriter out, String title, List<List<String>> rows) {
        out.println();
        out.println(title);
        out.print(Table.write(rows));
    }
}
