package org.hasekura.resilience;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What industries buy from each other: an input–output table whose industries are named {@code region:industry}, for
 * example {@code JPN:c14}. {@code Z.csv} has a first column {@code id} with the supplying industry and one column for each
 * buying one, in the same order; amounts in any one unit.
 */
public final class IndustryFlows {

    private static final String FLOWS = "Z.csv";
    private static final int INDUSTRIES_MAX = 16_000;

    private final String name;
    private final List<String> ids;
    private final double[][] flow;

    private IndustryFlows(String name, List<String> ids, double[][] flow) {
        this.name = name;
        this.ids = ids;
        this.flow = flow;
    }

    /** Whether the folder has the file of this form. */
    public static boolean isIn(Tables folder) {
        return folder.files().contains(FLOWS);
    }

    /**
     * Reads the flows between industries.
     *
     * @throws IOException if the file cannot be read
     * @throws TableException if it is no square table, or a field is no number
     */
    public static IndustryFlows read(Tables folder) throws IOException, TableException {
        try (Reader in = folder.open(FLOWS)) {
            CsvRows rows = CsvRows.of(in, FLOWS, INDUSTRIES_MAX);
            int id = rows.column("id");
            List<String> ids = rows.header().stream()
                    .filter(column -> !column.equals("id"))
                    .toList();
            checkIds(ids);
            double[][] flow = new double[ids.size()][ids.size()];
            int row = 0;
            while (rows.next()) {
                if (row == ids.size() || !rows.required(id).equals(ids.get(row))) {
                    throw rows.fault(
                            id,
                            "`" + rows.text(id) + "` stands where the columns have `"
                                    + (row < ids.size() ? ids.get(row) : "nothing more") + "`");
                }
                for (int column = 0; column < ids.size(); column++) {
                    flow[row][column] = rows.number(column < id ? column : column + 1);
                }
                row++;
            }
            if (row != ids.size()) {
                throw TableException.inFile(FLOWS, "has " + row + " rows for " + ids.size() + " columns");
            }
            return new IndustryFlows(folder.name(), ids, flow);
        }
    }

    private static void checkIds(List<String> ids) throws TableException {
        if (new HashSet<>(ids).size() != ids.size()) {
            throw TableException.inFile(FLOWS, "names a column twice");
        }
        Optional<String> wrong = ids.stream().filter(id -> id.indexOf(':') < 1).findFirst();
        if (wrong.isPresent()) {
            throw TableException.inFile(
                    FLOWS, "the column `" + wrong.get() + "` is not written as region:industry, for example JPN:c14");
        }
    }

    public String name() {
        return name;
    }

    /** Industries in the order of the table. */
    public List<String> ids() {
        return ids;
    }

    static String regionOf(String id) {
        return id.substring(0, id.indexOf(':'));
    }

    static String industryOf(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    /** The industries of one region, as codes. */
    public List<String> industries() {
        return ids.stream().map(IndustryFlows::industryOf).distinct().toList();
    }

    /**
     * From which regions an industry has one kind of input.
     *
     * @param buyer for example {@code EU27:c14}
     * @param input code of the supplying industry, for example {@code c14}
     * @param foreignOnly whether the buyer's own region is left out
     * @return nothing where it buys none
     */
    public Optional<Distribution> suppliers(String buyer, String input, boolean foreignOnly) {
        int column = ids.indexOf(buyer);
        if (column < 0) {
            return Optional.empty();
        }
        Map<String, Double> amounts = new LinkedHashMap<>();
        for (int row = 0; row < ids.size(); row++) {
            boolean isMeant = industryOf(ids.get(row)).equals(input)
                    && !(foreignOnly && regionOf(ids.get(row)).equals(regionOf(buyer)));
            if (isMeant && flow[row][column] > 0) {
                amounts.merge(regionOf(ids.get(row)), flow[row][column], Double::sum);
            }
        }
        return amounts.isEmpty() ? Optional.empty() : Optional.of(Distribution.ofAmounts(amounts));
    }

    /**
     * The table as a dependency graph: an industry needs the other industries' products, whichever region they come from,
     * with the regions' shares as holders. Inputs below a part of all inputs are left out.
     *
     * @param leastFraction of all inputs of the buyer
     */
    public Graph graph(double leastFraction) {
        var graph = new Graph.Builder(name);
        ids.forEach(id -> graph.add(new Node(id, NodeKind.INDUSTRY, id, "", "", regionOf(id))));
        for (int column = 0; column < ids.size(); column++) {
            double all = 0;
            for (int row = 0; row < ids.size(); row++) {
                all += Math.max(0, flow[row][column]);
            }
            Map<String, Double> byInput = new LinkedHashMap<>();
            for (int row = 0; row < ids.size(); row++) {
                byInput.merge(industryOf(ids.get(row)), Math.max(0, flow[row][column]), Double::sum);
            }
            for (int row = 0; row < ids.size(); row++) {
                String input = industryOf(ids.get(row));
                double ofInput = byInput.getOrDefault(input, 0.0);
                if (all > 0 && ofInput / all >= leastFraction && flow[row][column] > 0 && row != column) {
                    graph.add(new Edge(
                            ids.get(row) + ">" + ids.get(column),
                            row,
                            column,
                            Meaning.OR,
                            input,
                            flow[row][column] / ofInput,
                            List.of(),
                            Confidence.STATED,
                            "",
                            ""));
                }
            }
        }
        return graph.build();
    }

    /** All pairs of buyer and input that are bought at all; each asks {@link #suppliers} once. */
    public List<String[]> pairs() {
        var pairs = new ArrayList<String[]>();
        for (String buyer : ids) {
            for (String input : industries()) {
                pairs.add(new String[] {buyer, input});
            }
        }
        return pairs;
    }
}
