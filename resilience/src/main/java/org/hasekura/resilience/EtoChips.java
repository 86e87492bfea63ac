package org.hasekura.resilience;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads a folder in the form of the ETO/CSET Advanced Semiconductor Supply Chain Dataset: {@code inputs.csv},
 * {@code providers.csv}, {@code provision.csv}, {@code sequence.csv}, {@code stages.csv}.
 *
 * <p>{@code goes_into_id} is a required input (AND), {@code is_type_of_id} a sub-type. Rows of countries and rows of firms
 * for one input are two distributions. A blank share stays a holder without figure. "Various countries" and "Various
 * companies" are nobody in particular; {@code EUR} is a region. The data themselves are CC BY-NC 4.0 and not part of this
 * software.
 */
public final class EtoChips {

    private static final Set<String> FILES = Set.of("inputs.csv", "providers.csv", "provision.csv", "sequence.csv");
    private static final long ROWS_MAX = 1_000_000;

    private final Tables folder;
    private final Graph.Builder graph;

    private EtoChips(Tables folder) {
        this.folder = folder;
        this.graph = new Graph.Builder(folder.name()).coverage(Coverage.WHOLE);
    }

    /** Whether the folder has the files of this form. */
    public static boolean isIn(Tables folder) {
        return folder.files().containsAll(FILES);
    }

    /**
     * Reads all of it.
     *
     * @throws IOException if a file cannot be read
     * @throws TableException if a table says what cannot be, with file, row and column
     */
    public static Graph read(Tables folder) throws IOException, TableException {
        var reader = new EtoChips(folder);
        if (folder.files().contains("stages.csv")) {
            reader.readStages();
        }
        reader.readInputs();
        reader.readSequence();
        reader.readProviders();
        reader.readProvision();
        return reader.graph.build();
    }

    private void readStages() throws IOException, TableException {
        try (Reader in = folder.open("stages.csv")) {
            CsvRows rows = CsvRows.of(in, "stages.csv", ROWS_MAX);
            int id = rows.column("stage_id");
            int name = rows.column("stage_name");
            while (rows.next()) {
                graph.add(new Stage(rows.required(id), rows.text(name), ""));
                // A whole stage: it has shares, and nothing is made from it.
                add(rows, id, new Node(rows.required(id), NodeKind.TOTAL, rows.text(name), "", rows.text(id), ""));
            }
        }
    }

    private void readInputs() throws IOException, TableException {
        try (Reader in = folder.open("inputs.csv")) {
            CsvRows rows = CsvRows.of(in, "inputs.csv", ROWS_MAX);
            int id = rows.column("input_id");
            int name = rows.column("input_name");
            int type = rows.column("type");
            int stage = rows.column("stage_id");
            while (rows.next()) {
                NodeKind kind = rows.text(type).equals("ultimate_output") ? NodeKind.PRODUCT : NodeKind.INPUT;
                add(rows, id, new Node(rows.required(id), kind, rows.text(name), "", rows.text(stage), ""));
            }
        }
    }

    private void add(CsvRows rows, int id, Node node) throws TableException {
        if (!graph.add(node)) {
            throw rows.fault(id, "`" + node.id() + "` is there twice");
        }
    }

    private void readSequence() throws IOException, TableException {
        try (Reader in = folder.open("sequence.csv")) {
            CsvRows rows = CsvRows.of(in, "sequence.csv", ROWS_MAX);
            int id = rows.column("input_id");
            int goesInto = rows.column("goes_into_id");
            int isTypeOf = rows.column("is_type_of_id");
            while (rows.next()) {
                if (rows.text(goesInto).isEmpty() && rows.text(isTypeOf).isEmpty()) {
                    throw rows.fault(goesInto, "is empty, and so is `is_type_of_id`; one of them has to name an input");
                }
                readEdge(rows, id, goesInto, Meaning.AND);
                readEdge(rows, id, isTypeOf, Meaning.SUBTYPE);
            }
        }
    }

    private void readEdge(CsvRows rows, int id, int target, Meaning meaning) throws TableException {
        if (!rows.text(target).isEmpty()) {
            graph.add(Edge.of("sequence.csv:" + rows.line(), node(rows, id), node(rows, target), meaning, ""));
        }
    }

    private int node(CsvRows rows, int column) throws TableException {
        return graph.nodeNumber(rows.required(column))
                .orElseThrow(() -> rows.fault(column, "there is no input `" + rows.text(column) + "` in inputs.csv"));
    }

    private void readProviders() throws IOException, TableException {
        try (Reader in = folder.open("providers.csv")) {
            CsvRows rows = CsvRows.of(in, "providers.csv", ROWS_MAX);
            int id = rows.column("provider_id");
            int name = rows.column("provider_name");
            int type = rows.column("provider_type");
            int country = rows.column("country");
            while (rows.next()) {
                boolean isCountry = switch (rows.text(type)) {
                    case "country" -> true;
                    case "organization" -> false;
                    default ->
                        throw rows.fault(type, "`" + rows.text(type) + "` is neither `country` nor `organization`");
                };
                Holder holder = isCountry
                        ? country(rows.required(id), rows.text(name))
                        : firm(rows.required(id), rows.text(name), rows.text(country));
                // The published table repeats a provider word for word; only a repetition that says otherwise is a
                // fault.
                if (!graph.add(holder) && !isSame(holder)) {
                    throw rows.fault(id, "`" + holder.id() + "` is there twice, and the two differ");
                }
            }
        }
    }

    private boolean isSame(Holder holder) {
        return graph.holderNumber(holder.id())
                .map(graph::holder)
                .filter(holder::equals)
                .isPresent();
    }

    private static Holder country(String id, String name) {
        if (isVarious(name)) {
            return new Holder(id, name, HolderKind.REST, Optional.empty(), "");
        }
        HolderKind kind = name.equals("EUR") ? HolderKind.REGION : HolderKind.COUNTRY;
        return new Holder(id, name, kind, Optional.of(name), "");
    }

    private static Holder firm(String id, String name, String country) {
        Optional<String> home = country.isEmpty() || isVarious(country) ? Optional.empty() : Optional.of(country);
        return new Holder(id, name, isVarious(name) ? HolderKind.OTHER_FIRMS : HolderKind.FIRM, home, "");
    }

    private static boolean isVarious(String name) {
        return name.startsWith("Various");
    }

    private void readProvision() throws IOException, TableException {
        try (Reader in = folder.open("provision.csv")) {
            CsvRows rows = CsvRows.of(in, "provision.csv", ROWS_MAX);
            int provider = rows.column("provider_id");
            int provided = rows.column("provided_id");
            int share = rows.column("share_provided");
            int year = rows.column("year");
            int source = rows.column("source");
            while (rows.next()) {
                int holder = graph.holderNumber(rows.required(provider))
                        .orElseThrow(() ->
                                rows.fault(provider, "there is no `" + rows.text(provider) + "` in providers.csv"));
                int node = node(rows, provided);
                graph.add(new Share(
                        "provision.csv:" + rows.line(),
                        node,
                        holder,
                        percent(rows, share),
                        "",
                        Share.WORLD,
                        year(rows, year),
                        "",
                        graph.holder(holder).kind().isAboutFirms() ? "firms" : "countries",
                        rows.text(source),
                        Confidence.STATED,
                        ""));
            }
        }
    }

    private static OptionalInt year(CsvRows rows, int column) throws TableException {
        return rows.optionalInteger(column);
    }

    private static Optional<Interval> percent(CsvRows rows, int column) throws TableException {
        OptionalDouble percent = rows.optionalNumber(column);
        if (percent.isPresent() && !(percent.getAsDouble() >= 0 && percent.getAsDouble() <= 100)) {
            throw rows.fault(column, "`" + rows.text(column) + "` is no percentage from 0 to 100");
        }
        return percent.isPresent() ? Optional.of(Interval.exactly(percent.getAsDouble())) : Optional.empty();
    }

    /** Files this form consists of, for messages. */
    public static List<String> files() {
        return FILES.stream().sorted().toList();
    }
}
