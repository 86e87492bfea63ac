package org.hasekura.resilience;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a dependency graph in our own form: a folder with {@code nodes.csv} and {@code edges.csv}, and as far as there are
 * any {@code stages.csv}, {@code holders.csv}, {@code shares.csv}, {@code amounts.csv}, {@code sources.csv}, {@code imports.csv},
 * {@code controls.csv}, {@code events.csv}, {@code event_effects.csv}, {@code event_durations.csv},
 * {@code conflicts.csv}, {@code gaps.csv} and {@code about.csv}. The columns are those that
 * {@code docs/resilience.md} lists; columns that may be empty may also be missing, and unknown columns are ignored.
 */
public final class GraphTables {

    private static final long ROWS_MAX = 4L * Graph.NODES_MAX;

    private final Tables folder;
    private Graph.Builder graph;
    private String version = "";

    private GraphTables(Tables folder) {
        this.folder = folder;
        this.graph = new Graph.Builder(folder.name());
    }

    /** Whether the folder has the files of this form. */
    public static boolean isIn(Tables folder) {
        return folder.files().containsAll(Set.of("nodes.csv", "edges.csv"));
    }

    /**
     * Reads all of it.
     *
     * @throws IOException if a file cannot be read
     * @throws TableException if a table says what cannot be, with file, row and column
     */
    public static FactBook read(Tables folder) throws IOException, TableException {
        var reader = new GraphTables(folder);
        reader.each("about.csv", reader::readAbout);
        reader.each("sources.csv", reader::readSource);
        reader.each("stages.csv", reader::readStage);
        reader.each("nodes.csv", reader::readNode);
        reader.each("edges.csv", reader::readEdge);
        reader.each("holders.csv", reader::readHolder);
        reader.each("shares.csv", reader::readShare);
        reader.readAmounts();
        var further = new FurtherFacts(reader.graph);
        reader.each("imports.csv", further::readImport);
        reader.each("controls.csv", further::readControl);
        reader.each("event_effects.csv", further::readEffect);
        reader.each("event_durations.csv", further::readDuration);
        reader.each("events.csv", further::readEvent);
        reader.each("conflicts.csv", further::readConflict);
        reader.each("gaps.csv", further::readGap);
        return further.book(reader.version, reader.graph.build());
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface RowReader {
        void read(Row row) throws TableException;
    }

    private void each(String file, RowReader reader) throws IOException, TableException {
        each(folder, file, reader);
    }

    /** Goes through a file; none there is none to go through. */
    static void each(Tables folder, String file, RowReader reader) throws IOException, TableException {
        if (!folder.files().contains(file)) {
            return;
        }
        try (Reader in = folder.open(file)) {
            CsvRows rows = CsvRows.of(in, file, ROWS_MAX);
            var row = new Row(rows);
            while (rows.next()) {
                reader.read(row);
            }
        }
    }

    private void readAbout(Row row) throws TableException {
        switch (row.required("key")) {
            case "name" -> graph = new Graph.Builder(row.text("value"));
            case "version" -> version = row.text("value");
            case "coverage" ->
                graph.coverage(
                        switch (row.text("value")) {
                            case "whole" -> Coverage.WHOLE;
                            case "partial" -> Coverage.PARTIAL;
                            default -> throw row.fault("value", "is neither `whole` nor `partial`");
                        });
            default -> {
                // Words for people: rights, units.
            }
        }
    }

    private void readStage(Row row) throws TableException {
        graph.add(new Stage(row.required("id"), row.text("name_en"), row.text("name_ja")));
    }

    private void readSource(Row row) throws TableException {
        graph.add(new Source(
                row.required("id"),
                row.text("title"),
                row.text("publisher"),
                row.text("date"),
                row.text("url"),
                row.text("rights"),
                row.text("quality"),
                row.text("relays"),
                row.text("note")));
    }

    private void readNode(Row row) throws TableException {
        NodeKind kind = row.word("kind", NodeKind::of, "input, product, firm, country, network-asset, total …");
        String name = row.text("name_en").isEmpty() ? row.text("name") : row.text("name_en");
        Node node = new Node(
                row.required("id"),
                kind,
                name.isEmpty() ? row.text("id") : name,
                row.text("name_ja"),
                row.text("stage"),
                row.text("country"));
        if (!graph.add(node)) {
            throw row.fault("id", "`" + node.id() + "` is there twice");
        }
    }

    private void readEdge(Row row) throws TableException {
        Meaning meaning = row.word("type", Meaning::of, "AND, OR, SUBTYPE or LINK");
        if (meaning == Meaning.OR && row.text("group").isEmpty()) {
            throw row.fault("group", "is empty; an OR edge has to name the group of alternatives it belongs to");
        }
        String id = row.text("id");
        graph.add(new Edge(
                id.isEmpty() ? row.place() : id,
                row.node(graph, "from"),
                row.node(graph, "to"),
                meaning,
                row.text("group"),
                row.number("weight").orElse(Double.NaN),
                row.list("risks"),
                row.confidence(),
                row.text("source"),
                row.text("note")));
    }

    private void readHolder(Row row) throws TableException {
        HolderKind kind = row.word("kind", HolderKind::of, "country, firm, group, region, rest or other-firms");
        String id = row.required("id");
        String country = row.text("country");
        Optional<String> home = kind == HolderKind.COUNTRY && country.isEmpty()
                ? Optional.of(id)
                : Optional.of(country).filter(code -> !code.isEmpty());
        String name = row.text("name");
        if (!graph.add(new Holder(id, name.isEmpty() ? id : name, kind, home, row.text("note")))) {
            throw row.fault("id", "`" + id + "` is there twice");
        }
    }

    private void readShare(Row row) throws TableException {
        String scope = row.text("scope");
        String series = row.text("series");
        String id = row.text("id");
        graph.add(new Share(
                id.isEmpty() ? row.place() : id,
                row.node(graph, "node"),
                row.holder(graph, "holder"),
                row.interval("low", "high", 100),
                row.text("basis"),
                scope.isEmpty() ? Share.WORLD : scope,
                row.integer("year"),
                row.text("period"),
                // Without a series, the rows of one source and year about one node belong together.
                series.isEmpty() ? row.text("source") + " " + row.text("year") : series,
                row.text("source"),
                row.confidence(),
                row.text("note")));
    }

    private void readAmounts() throws IOException, TableException {
        Map<String, AmountsSoFar> found = new LinkedHashMap<>();
        each("amounts.csv", row -> {
            String id = row.text("id").isEmpty()
                    ? row.text("node") + " " + row.text("product") + " " + row.text("year")
                    : row.text("id");
            AmountsSoFar group = found.get(id);
            if (group == null) {
                group = new AmountsSoFar(id, row);
                found.put(id, group);
            }
            group.add(row);
        });
        found.values().forEach(group -> graph.add(group.amounts()));
    }

    /** The rows of one group of amounts, as far as they are read. */
    private final class AmountsSoFar {
        private final String id;
        private final int node;
        private final String product;
        private final String unit;
        private final int year;
        private final OptionalDouble worldTotal;
        private final boolean isAdditive;
        private final String source;
        private final Confidence confidence;
        private final Map<Integer, Double> amounts = new HashMap<>();
        private final List<Integer> withoutFigure = new ArrayList<>();

        AmountsSoFar(String id, Row row) throws TableException {
            this.id = id;
            this.node = row.node(graph, "node");
            this.product = row.text("product");
            this.unit = row.text("unit");
            this.year = row.integer("year").orElseThrow(() -> row.fault("year", "is empty"));
            this.worldTotal = row.number("world_total");
            this.isAdditive = !row.text("additive").equals("no");
            this.source = row.text("source");
            this.confidence = row.confidence();
        }

        void add(Row row) throws TableException {
            if (row.node(graph, "node") != node || row.integer("year").orElse(0) != year) {
                throw row.fault("id", "`" + id + "` is used for another node or year before");
            }
            int holder = row.holder(graph, "holder");
            OptionalDouble amount = row.number("amount");
            if (amount.isEmpty()) {
                withoutFigure.add(holder);
            } else if (amount.getAsDouble() < 0) {
                throw row.fault("amount", "is negative");
            } else if (amounts.putIfAbsent(holder, amount.getAsDouble()) != null) {
                throw row.fault("holder", "`" + row.text("holder") + "` is there twice in `" + id + "`");
            }
        }

        Amounts amounts() {
            return new Amounts(
                    id, node, product, unit, year, amounts, withoutFigure, worldTotal, isAdditive, source, confidence);
        }
    }

    /** A row of a table of this form: columns by name, missing ones as empty ones. */
    static final class Row {
        private final CsvRows rows;
        private final Map<String, Integer> columns = new HashMap<>();

        Row(CsvRows rows) {
            this.rows = rows;
            for (String name : rows.header()) {
                columns.putIfAbsent(name, columns.size());
            }
        }

        String place() {
            return rows.file() + ":" + rows.line();
        }

        String text(String column) {
            Integer at = columns.get(column);
            return at == null ? "" : rows.text(at);
        }

        String required(String column) throws TableException {
            return rows.required(rows.column(column));
        }

        TableException fault(String column, String what) {
            Integer at = columns.get(column);
            return at == null ? TableException.inField(rows.file(), rows.line(), column, what) : rows.fault(at, what);
        }

        OptionalDouble number(String column) throws TableException {
            Integer at = columns.get(column);
            return at == null ? OptionalDouble.empty() : rows.optionalNumber(at);
        }

        OptionalInt integer(String column) throws TableException {
            Integer at = columns.get(column);
            return at == null ? OptionalInt.empty() : rows.optionalInteger(at);
        }

        /** A list whose members are parted by a vertical bar. */
        List<String> list(String column) {
            String text = text(column);
            return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
        }

        <T> T word(String column, Function<String, Optional<T>> of, String known) throws TableException {
            String word = required(column);
            return of.apply(word).orElseThrow(() -> fault(column, "`" + word + "` is none of " + known));
        }

        Confidence confidence() throws TableException {
            String word = text("confidence");
            return word.isEmpty()
                    ? Confidence.STATED
                    : Confidence.of(word)
                            .orElseThrow(() ->
                                    fault("confidence", "`" + word + "` is none of read, secondary, stated, memory"));
        }

        int node(Graph.Builder graph, String column) throws TableException {
            String id = required(column);
            return graph.nodeNumber(id).orElseThrow(() -> fault(column, "there is no node `" + id + "` in nodes.csv"));
        }

        int holder(Graph.Builder graph, String column) throws TableException {
            String id = required(column);
            return graph.holderNumber(id)
                    .orElseThrow(() -> fault(column, "there is no holder `" + id + "` in holders.csv"));
        }

        /** Two ends; one alone stands for both; empty where neither is there. */
        Optional<Interval> interval(String lowColumn, String highColumn, double most) throws TableException {
            OptionalDouble low = number(lowColumn);
            OptionalDouble high = number(highColumn);
            if (low.isEmpty() && high.isEmpty()) {
                return Optional.empty();
            }
            double least = low.orElse(high.orElse(0));
            double largest = high.orElse(least);
            if (!(least >= 0 && least <= largest && largest <= most)) {
                throw fault(lowColumn, "`" + least + "` to `" + largest + "` is no range from 0 to " + most);
            }
            return Optional.of(new Interval(least, largest));
        }
    }
}
