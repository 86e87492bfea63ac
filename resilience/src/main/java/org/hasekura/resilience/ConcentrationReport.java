package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a data set concentrates on: a row for each distribution, and what the rows add up to.
 *
 * @param dependences what the EU and Japan both buy from one third country, where imports are known
 */
public record ConcentrationReport(
        String name,
        String form,
        List<Row> rows,
        Map<String, Summary> summaries,
        List<CommonDependence> dependences,
        List<FactBook.Conflict> conflicts,
        List<FactBook.Gap> gaps) {

    /**
     * One distribution.
     *
     * @param subject id of what is provided
     * @param subjectName in English
     * @param subjectNameJa in Japanese, empty where there is none
     * @param by what is counted: country, firm, supplier, owner
     * @param series which series of figures it is; empty where there is only one
     */
    public record Row(
            String subject,
            String subjectName,
            String subjectNameJa,
            String by,
            String series,
            String basis,
            OptionalInt year,
            Distribution distribution,
            Concentration concentration,
            List<String> withoutFigure,
            List<String> sources,
            boolean isFromMemory) {}

    /**
     * How many rows are how concentrated, by the shares that are listed. Holders without a figure make no row here.
     *
     * @param topAtLeast how many rows have one holder at 50, 66, 80, 90 percent or more
     * @param topHolders of rows where one holder has half or more, how often it is whom
     */
    public record Summary(
            int rows,
            int hhiAboveQuarter,
            int hhiAboveTwoFifths,
            Map<Integer, Integer> topAtLeast,
            Map<String, Integer> topHolders) {

        private static final List<Integer> STEPS = List.of(50, 66, 80, 90);

        static Summary of(List<Row> rows) {
            List<Distribution> listed = rows.stream()
                    .map(Row::distribution)
                    .filter(distribution -> distribution.listed() > 0)
                    .toList();
            Map<Integer, Integer> topAtLeast = new TreeMap<>();
            Map<String, Integer> topHolders = new TreeMap<>();
            for (Distribution each : listed) {
                each.top().ifPresent(top -> {
                    // Percentages of a source, divided, must not fall below a step by rounding.
                    double percent = 100 * top.fraction().low() + 1e-9;
                    STEPS.forEach(step -> topAtLeast.merge(step, percent >= step ? 1 : 0, Integer::sum));
                    if (percent >= STEPS.getFirst()) {
                        topHolders.merge(top.holder(), 1, Integer::sum);
                    }
                });
            }
            return new Summary(
                    listed.size(),
                    (int) listed.stream()
                            .filter(each -> each.hhiOfListed() > 0.25)
                            .count(),
                    (int) listed.stream()
                            .filter(each -> each.hhiOfListed() > 0.4)
                            .count(),
                    topAtLeast,
                    topHolders);
        }
    }

    /** Of the shares and amounts of a fact book, by country and by firm. */
    public static ConcentrationReport of(DataSet.Facts facts) {
        Graph graph = facts.book().graph();
        var rows = new ArrayList<Row>();
        Map<String, Summary> summaries = new TreeMap<>();
        for (Holdings.By by : Holdings.By.values()) {
            List<Row> here = Holdings.of(graph, by).all().stream()
                    .map(series -> row(graph, by, series))
                    .toList();
            rows.addAll(here);
            summaries.put(word(by), Summary.of(here));
        }
        return new ConcentrationReport(
                facts.name(),
                facts.form(),
                rows,
                summaries,
                CommonDependence.of(facts.book(), "EU27", "JPN"),
                facts.book().conflicts(),
                facts.book().gaps());
    }

    private static String word(Holdings.By by) {
        return by == Holdings.By.COUNTRY ? "country" : "firm";
    }

    private static Row row(Graph graph, Holdings.By by, Holdings.Series series) {
        Node node = graph.node(series.node());
        return new Row(
                node.id(),
                node.name(),
                node.nameJa(),
                word(by),
                series.name(),
                series.basis(),
                series.year(),
                series.distribution(),
                Concentration.of(series.distribution()),
                series.withoutFigure(),
                series.sources(),
                series.isFromMemory());
    }

    /** Of cables: who makes them, who owns them, where they land. One count for each cable that names somebody. */
    public static ConcentrationReport of(DataSet.Cables cables) {
        Map<String, Double> owners = new TreeMap<>();
        cables.map().cables().forEach(cable -> cable.owners().forEach(name -> owners.merge(name, 1.0, Double::sum)));
        Map<String, Double> landings = new TreeMap<>();
        CountryCables.of(cables.map()).cablesByCountry().forEach((name, count) -> landings.put(name, (double) count));
        List<Row> rows = List.of(
                row("cables", "Cables by supplier", "供給者別のケーブル", "supplier", CountryCables.suppliers(cables.map())),
                row("cables", "Cables by owner", "所有者別のケーブル", "owner", owners),
                row("landings", "Cables that land, by country", "国別の陸揚げケーブル", "country", landings));
        Map<String, Summary> summaries = new TreeMap<>();
        rows.forEach(row -> summaries.put(row.by(), Summary.of(List.of(row))));
        return new ConcentrationReport(cables.name(), cables.form(), rows, summaries, List.of(), List.of(), List.of());
    }

    private static Row row(String subject, String name, String nameJa, String by, Map<String, Double> counts) {
        Distribution distribution = Distribution.ofAmounts(counts);
        return new Row(
                subject,
                name,
                nameJa,
                by,
                "",
                "count",
                OptionalInt.empty(),
                distribution,
                Concentration.of(distribution),
                List.of(),
                List.of(),
                false);
    }

    /** Of an input–output table: from which foreign regions each industry has each kind of input. */
    public static ConcentrationReport of(DataSet.Industries industries) {
        var rows = new ArrayList<Row>();
        for (String[] pair : industries.flows().pairs()) {
            industries
                    .flows()
                    .suppliers(pair[0], pair[1], true)
                    .ifPresent(found -> rows.add(new Row(
                            pair[0] + "<" + pair[1],
                            pair[0] + ": foreign inputs of " + pair[1],
                            pair[0] + "：" + pair[1] + "の輸入",
                            "country",
                            "",
                            "imports",
                            OptionalInt.empty(),
                            found,
                            Concentration.of(found),
                            List.of(),
                            List.of(),
                            false)));
        }
        return new ConcentrationReport(
                industries.name(),
                industries.form(),
                rows,
                Map.of("country", Summary.of(rows)),
                List.of(),
                List.of(),
                List.of());
    }

    /** Of whatever a folder turned out to be. */
    public static ConcentrationReport of(DataSet data) {
        return switch (data) {
            case DataSet.Facts facts -> of(facts);
            case DataSet.Cables cables -> of(cables);
            case DataSet.Industries industries -> of(industries);
        };
    }

    /** The same with rows about these subjects only; all of them where none is named. */
    public ConcentrationReport about(List<String> subjects) {
        return new ConcentrationReport(
                name,
                form,
                rows.stream()
                        .filter(row -> subjects.isEmpty() || subjects.contains(row.subject()))
                        .toList(),
                summaries,
                dependences,
                conflicts,
                gaps);
    }
}
