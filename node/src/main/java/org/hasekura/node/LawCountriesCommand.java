package org.hasekura.node;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hasekura.law.CountryProfile;
import org.hasekura.law.CountryProfileJson;
import org.hasekura.law.CountryProfileText;
import org.hasekura.law.Law;
import org.hasekura.law.Phrasebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hasekura law countries}: what the law data hold on countries on a day. */
@Command(
        name = "countries",
        description = "Shows for each country its membership, adequacy given and received, law, authority, localisation"
                + " and outbound rules on a day; with a code, everything on that one.",
        mixinStandardHelpOptions = true)
final class LawCountriesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "COUNTRY", arity = "0..1", description = "one country alone, such as JP")
    private Optional<String> country = Optional.empty();

    @Option(
            names = "--on",
            paramLabel = "DAY",
            converter = Day.Converter.class,
            description = "the day (default: today)")
    private Optional<LocalDate> day = Optional.empty();

    @Mixin
    private LawKnowledge knowledge = new LawKnowledge();

    @Option(names = "--lang", paramLabel = "en|ja", description = "the language of the answer")
    private Language language = Language.en;

    @Option(names = "--json", description = "shows everything as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Law law = knowledge.law();
        LocalDate on = Day.orToday(day);
        List<CountryProfile> profiles = asked(CountryProfile.all(law, on));
        Phrasebook words = Phrasebook.load(language.locale());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CountryProfileJson.write(profiles, on, law.lawDataVersion()));
        } else {
            if (country.isPresent()) {
                CountryProfileText.lines(profiles.getFirst(), words).forEach(out::println);
            } else {
                out.print(Table.write(CountryProfileText.rows(profiles, words)));
            }
            out.println(CountryProfileText.footer(on, law.lawDataVersion(), words));
        }
        out.flush();
        return 0;
    }

    private List<CountryProfile> asked(List<CountryProfile> all) throws CommandFailed {
        if (country.isEmpty()) {
            return all;
        }
        String iso = country.get().toUpperCase(Locale.ROOT);
        List<CountryProfile> one =
                all.stream().filter(profile -> profile.iso().equals(iso)).toList();
        if (one.isEmpty()) {
            throw new CommandFailed("the law data hold nothing on a country `" + country.get() + "`");
        }
        return one;
    }
}
