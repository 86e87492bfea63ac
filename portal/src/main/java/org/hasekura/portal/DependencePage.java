package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hasekura.resilience.ChainBreaks;
import org.hasekura.resilience.ChipFacts;
import org.hasekura.resilience.Combination;
import org.hasekura.resilience.ConcentrationReport;
import org.hasekura.resilience.DataSet;
import org.hasekura.resilience.FactBook;
import org.hasekura.resilience.Removal;
import org.hasekura.resilience.Subtypes;
import org.hasekura.resilience.WhatIf;

/**
 * Who depends on whom in the chip supply chain, by the facts that ship with this software: what rests on few, what alone stops
 * a product, and what is left when a country or a step is taken away. The state stands in the address.
 *
 * @param removed empty: nothing is taken away
 * @param isWhole whether every distribution is shown, and not only those where one holder has most
 */
record DependencePage(Optional<WhatIf> removed, String country, String node, boolean isWhole) implements Page {

    static final String PATH = "/resilience";

    private static final int FOLDED_FROM = 4;
    private static final Map<String, String> TWO_LETTERS =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                    .collect(Collectors.toUnmodifiableMap(
                            two -> Locale.of("", two).getISO3Country(), two -> two));

    /** Of one answer the readings of sub-types and of shortfalls that the command takes by default. */
    private static final ChainBreaks.Settings SETTINGS =
            new ChainBreaks.Settings(Subtypes.ANY, Combination.SCARCEST, 0.5, 1);

    /** Worked out when the first page asks for it: the facts do not change while the software runs. */
    static final class Shipped {
        private static final FactBook BOOK = ChipFacts.load();
        static final ConcentrationReport CONCENTRATION = ConcentrationReport.of(new DataSet.Facts("tables", BOOK));
        private static final List<ChainBreaks> BREAKS =
                ChainBreaks.of(BOOK.graph(), BOOK.graph().sinks(), SETTINGS);
    }

    static DependencePage asked(Fields query) {
        String country = query.text("country").orElse("");
        String node = query.text("node").orElse("");
        List<String> countries = countries().contains(country) ? List.of(country) : List.of();
        List<String> nodes = Shipped.BOOK.graph().nodeNumber(node).isPresent() ? List.of(node) : List.of();
        boolean isNone = countries.isEmpty() && nodes.isEmpty();
        return new DependencePage(
                isNone
                        ? Optional.empty()
                        : Optional.of(WhatIf.of(Shipped.BOOK, new Removal(countries, List.of(), nodes), SETTINGS)),
                country,
                node,
                query.has("all"));
    }

    private static List<String> countries() {
        return Shipped.BOOK.graph().holders().stream()
                .flatMap(holder -> holder.place().stream())
                .filter(each -> each.matches("[A-Z]{3}"))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public String title(Words words) {
        return words.say("analyst.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("analyst.lead"));
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        return Html.all(
                Html.of(
                        "<p class=\"hint\">{}</p>",
                        words.say(
                                "analyst.vintage",
                                "version",
                                Shipped.BOOK.version(),
                                "rows",
                                Shipped.CONCENTRATION.rows().size(),
                                "gaps",
                                Shipped.BOOK.gaps().size())),
                Html.of("<h2>{}</h2>", words.say("analyst.what-if")),
                form(view),
                Html.when(removed, each -> effect(each, view)),
                Html.of("<p><a href=\"{}\">{}</a></p>", view.href(ShockPage.PATH), words.say("analyst.to-shock")),
                Html.of("<h2>{}</h2>", words.say("analyst.concentration")),
                Concentrations.plot(words),
                Concentrations.table(view, isWhole).html(view),
                Html.when(
                        !isWhole,
                        () -> Html.of(
                                "<p><a href=\"{}?all=yes\">{}</a></p>",
                                view.href(PATH),
                                words.say(
                                        "analyst.all",
                                        "n",
                                        Concentrations.rows().size()))),
                Html.of("<h2>{}</h2><p>{}</p>", words.say("analyst.single"), words.say("analyst.single-why")),
                single(view).html(view));
    }

    private Html form(View view) {
        Words words = view.words();
        Locale locale = words.language().locale();
        var nodes = new ArrayList<Inputs.Choice>();
        nodes.add(new Inputs.Choice("", "–"));
        Shipped.BOOK.graph().nodes().forEach(each -> nodes.add(new Inputs.Choice(each.id(), each.name(locale))));
        return Html.of(
                "<form method=\"get\" action=\"{}\" class=\"form filters\">{}{}<p><button>{}</button></p></form>",
                view.href(PATH),
                Inputs.FRESH.select(
                        "country",
                        words.say("analyst.country"),
                        CommitmentForm.choices(
                                countries().toArray(String[]::new), each -> each, each -> name(each, words), true),
                        country),
                Inputs.FRESH.select("node", words.say("analyst.node"), nodes, node),
                words.say("analyst.take-away"));
    }

    /**
     * A country by its code of three letters (ISO 3166-1), or Europe as a whole where a source tells no more; the code itself where
     * nobody has named it.
     */
    static String name(String code, Words words) {
        return Optional.ofNullable(TWO_LETTERS.get(code))
                .map(words::country)
                .orElseGet(() -> code.equals("EUR") ? words.say("analyst.europe") : code);
    }

    private Html effect(WhatIf whatIf, View view) {
        Words words = view.words();
        return whatIf.hit().isEmpty()
                ? Html.of("<p class=\"notice done\">{}</p>", words.say("analyst.no-effect"))
                : Html.all(
                        Html.of(
                                "<p><strong>{}</strong></p>",
                                words.count("analyst.hit", whatIf.hit().size())),
                        left(whatIf, words),
                        hit(whatIf, view).html(view));
    }

    /** What is surely left, and what may be at most: where a share is not known, both differ. */
    private static Html left(WhatIf whatIf, Words words) {
        Locale locale = words.language().locale();
        return Bars.of(
                words.say("analyst.left-plot"),
                whatIf.hit().stream()
                        .limit(Concentrations.PLOTTED_MAX)
                        .map(each -> new Bars.Bar(
                                each.node().name(locale),
                                each.left().low(),
                                each.left().high()))
                        .toList());
    }

    private static Table hit(WhatIf whatIf, View view) {
        Words words = view.words();
        Locale locale = words.language().locale();
        return new Table(
                "hit",
                words.say("analyst.what-is-left"),
                List.of(
                        Table.Column.of("id", words.say("analyst.node")),
                        Table.Column.number("left", words.say("analyst.left")),
                        Table.Column.of("chain", words.say("analyst.chain"))),
                whatIf.hit().stream()
                        .map(each -> List.of(
                                new Table.Cell(
                                        Html.text(each.node().name(locale)),
                                        each.node().id()),
                                Table.Cell.of(Concentrations.range(each.left())),
                                each.chain().isEmpty()
                                        ? Table.Cell.unknown(words)
                                        : new Table.Cell(
                                                Html.text(each.chain().stream()
                                                        .map(one -> named(one, locale))
                                                        .collect(Collectors.joining(" ← "))),
                                                String.join(" ← ", each.chain()))))
                        .toList(),
                Html.NOTHING);
    }

    private static Table single(View view) {
        Words words = view.words();
        Locale locale = words.language().locale();
        return new Table(
                "single",
                words.say("analyst.single"),
                List.of(
                        Table.Column.of("target", words.say("analyst.target")),
                        Table.Column.number("needs", words.say("analyst.needs")),
                        Table.Column.of("single", words.say("analyst.single")),
                        Table.Column.of("near", words.say("analyst.near"))),
                Shipped.BREAKS.stream()
                        .map(each -> List.of(
                                Table.Cell.of(named(each.target(), locale)),
                                Table.Cell.of(Integer.toString(each.needs())),
                                points(each.singlePoints(), words),
                                Table.Cell.of(each.nearSingle().stream()
                                        .map(near -> named(near.node(), locale) + " " + name(near.holder(), words) + " "
                                                + Math.round(100 * near.fraction()) + " %")
                                        .reduce((one, other) -> one + "; " + other)
                                        .orElse("–"))))
                        .toList(),
                Html.NOTHING);
    }

    /** By their names, a long list folded; as codes in the file. */
    private static Table.Cell points(List<String> points, Words words) {
        String names = points.stream()
                .map(each -> named(each, words.language().locale()))
                .collect(Collectors.joining("; "));
        Html shown = points.size() <= FOLDED_FROM
                ? Html.text(names)
                : Html.of(
                        "<details><summary>{}</summary>{}</details>",
                        words.count("analyst.points", points.size()),
                        names);
        return new Table.Cell(shown, String.join(", ", points));
    }

    private static String named(String node, Locale locale) {
        var graph = Shipped.BOOK.graph();
        return graph.node(graph.nodeNumber(node).orElseThrow()).name(locale);
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "version",
                Shipped.BOOK.version(),
                "country",
                country,
                "node",
                node,
                "hit",
                removed.map(each -> each.hit().size()));
    }

    @Override
    public List<Table> tables(View view) {
        var tables = new ArrayList<Table>(List.of(Concentrations.table(view, isWhole), single(view)));
        removed.ifPresent(each -> tables.add(hit(each, view)));
        return tables;
    }
}
