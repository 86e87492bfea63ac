package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Who provides each node of a graph, one distribution for each series of figures. Conflicting sources stay apart:
 * {@link #fraction} spans them all.
 */
public final class Holdings {

    /** Whether firms are counted as themselves or added up by home country. */
    public enum By {
        COUNTRY,
        FIRM
    }

    /**
     * One distribution as one series of figures gives it.
     *
     * @param basis revenue, capacity, production …
     * @param year of the newest figure in it; empty where unknown
     * @param sources ids
     * @param withoutFigure holders that the source names without a figure
     * @param withoutFigureMax the most that one of them may have
     * @param isFromMemory whether any figure in it is from memory
     */
    public record Series(
            int node,
            String name,
            String basis,
            OptionalInt year,
            Distribution distribution,
            List<String> sources,
            List<String> withoutFigure,
            double withoutFigureMax,
            boolean isFromMemory) {}

    private final By by;
    private final List<List<Series>> ofNode;

    private Holdings(By by, List<List<Series>> ofNode) {
        this.by = by;
        this.ofNode = ofNode;
    }

    /**
     * Reads the shares of a graph whose scope is the world. By country, firms are added up by their home; where a data set
     * means to list everybody, its own rows about countries are taken instead, wherever it has them.
     */
    public static Holdings of(Graph graph, By by) {
        Map<Integer, Map<String, List<Share>>> rows = new TreeMap<>();
        for (Share share : graph.shares()) {
            if (share.scope().equals(Share.WORLD)) {
                rows.computeIfAbsent(share.node(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(share.series(), _ -> new ArrayList<>())
                        .add(share);
            }
        }
        List<List<Series>> ofNode = new ArrayList<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            var found = new ArrayList<Series>();
            Map<String, List<Share>> series = rows.getOrDefault(node, Map.of());
            boolean ownRows = by == By.COUNTRY
                    && graph.coverage() == Coverage.WHOLE
                    && series.values().stream().anyMatch(each -> !hasFirms(graph, each));
            for (Map.Entry<String, List<Share>> each : series.entrySet()) {
                if (!(ownRows && hasFirms(graph, each.getValue()))) {
                    series(graph, node, each.getKey(), each.getValue(), by).ifPresent(found::add);
                }
            }
            ofNode.add(found);
        }
        if (by == By.COUNTRY) {
            newest(graph.amounts())
                    .forEach(amounts -> ofNode.get(amounts.node()).add(series(graph, amounts)));
        }
        return new Holdings(by, ofNode.stream().map(List::copyOf).toList());
    }

    /** Of every product the newest year that has numbers; what may not be added up is left out. */
    private static Collection<Amounts> newest(List<Amounts> all) {
        Map<String, Amounts> newest = new TreeMap<>();
        for (Amounts each : all) {
            if (each.isAdditive() && each.sum() > 0) {
                newest.merge(
                        each.node() + "|" + each.product(),
                        each,
                        (one, other) -> one.year() >= other.year() ? one : other);
            }
        }
        return newest.values();
    }

    private static Series series(Graph graph, Amounts amounts) {
        Map<String, Double> byCountry = new TreeMap<>();
        amounts.amounts()
                .forEach((holder, amount) ->
                        byCountry.merge(nameOf(graph.holder(holder), By.COUNTRY), amount, Double::sum));
        return new Series(
                amounts.node(),
                amounts.id(),
                amounts.product(),
                OptionalInt.of(amounts.year()),
                Distribution.ofAmounts(byCountry),
                List.of(amounts.source()),
                amounts.withoutFigure().stream()
                        .map(holder -> nameOf(graph.holder(holder), By.COUNTRY))
                        .filter(name -> !name.isEmpty() && !byCountry.containsKey(name))
                        .toList(),
                // The sum leaves out what was withheld, so it says nothing about how much that is.
                1,
                amounts.confidence() == Confidence.MEMORY);
    }

    private static Optional<Series> series(Graph graph, int node, String name, List<Share> rows, By by) {
        if (by == By.FIRM && !hasFirms(graph, rows)) {
            return Optional.empty();
        }
        Map<String, Interval> percents = new LinkedHashMap<>();
        var withoutFigure = new ArrayList<String>();
        OptionalInt year = OptionalInt.empty();
        for (Share row : rows) {
            String holder = nameOf(graph.holder(row.holder()), by);
            if (row.percent().isPresent()) {
                percents.merge(holder, row.percent().get(), Interval::plus);
            } else if (!holder.isEmpty()) {
                withoutFigure.add(holder);
            }
            if (row.year().isPresent()) {
                year = OptionalInt.of(
                        Math.max(year.orElse(Integer.MIN_VALUE), row.year().getAsInt()));
            }
        }
        Distribution distribution = Distribution.ofPercents(percents, graph.coverage());
        return Optional.of(new Series(
                node,
                name,
                rows.getFirst().basis(),
                year,
                distribution,
                rows.stream().map(Share::source).distinct().toList(),
                withoutFigure.stream()
                        .filter(each -> !percents.containsKey(each))
                        .distinct()
                        .toList(),
                distribution.unknown().high(),
                rows.stream().anyMatch(row -> row.confidence() == Confidence.MEMORY)));
    }

    private static boolean hasFirms(Graph graph, List<Share> rows) {
        return rows.stream().anyMatch(row -> graph.holder(row.holder()).kind().isAboutFirms());
    }

    /** What the share counts for: a country or firm; empty for nobody in particular. */
    private static String nameOf(Holder holder, By by) {
        return switch (by) {
            case COUNTRY -> holder.place().orElse("");
            case FIRM -> holder.kind() == HolderKind.FIRM || holder.kind() == HolderKind.GROUP ? holder.id() : "";
        };
    }

    public By by() {
        return by;
    }

    /** The distributions of a node, one for each series; empty where nobody published any. */
    public List<Series> of(int node) {
        return ofNode.get(node);
    }

    /** All distributions, by node. */
    public List<Series> all() {
        return ofNode.stream().flatMap(List::stream).toList();
    }

    /**
     * The fraction of the node that these holders have together, from the lowest to the highest figure of all series that
     * name one of them; where none does, anything up to what every series leaves open. Empty where the node has no series.
     */
    public Optional<Interval> fraction(int node, List<String> holders) {
        Optional<Interval> found = Optional.empty();
        double openMin = 1;
        for (Series each : of(node)) {
            Distribution distribution = each.distribution();
            openMin = Math.min(openMin, together(each, holders).high());
            if (holders.stream().anyMatch(holder -> distribution.names(holder))) {
                Interval here = together(each, holders);
                found = Optional.of(found.map(here::hull).orElse(here));
            }
        }
        if (found.isPresent() || of(node).isEmpty()) {
            return found;
        }
        return Optional.of(new Interval(0, openMin));
    }

    private static Interval together(Series series, List<String> holders) {
        Distribution distribution = series.distribution();
        double low = 0;
        double high = 0;
        for (Distribution.Part part : distribution.parts()) {
            boolean isMeant = holders.contains(part.holder());
            low += isMeant ? part.fraction().low() : 0;
            boolean mayHold = holders.stream()
                    .anyMatch(holder -> !distribution.names(holder) && Regions.mayHold(part.holder(), holder));
            high += isMeant || mayHold ? part.fraction().high() : 0;
        }
        if (!holders.stream().allMatch(distribution::names)) {
            boolean isNamed = holders.stream().anyMatch(series.withoutFigure()::contains);
            high += isNamed ? series.withoutFigureMax() : distribution.unknown().high();
        }
        return new Interval(low, Math.max(low, high)).within(0, 1);
    }
}
