package org.hasekura.resilience;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/** What a folder of tables turned out to be. */
public sealed interface DataSet {

    /** What it is called. */
    String name();

    /** Which form its tables have, in a word. */
    String form();

    /** A dependency graph of inputs and products, with shares. */
    record Facts(String form, FactBook book) implements DataSet {
        @Override
        public String name() {
            return book.graph().name();
        }
    }

    /** Submarine cables. */
    record Cables(CableMap map) implements DataSet {
        @Override
        public String name() {
            return map.name();
        }

        @Override
        public String form() {
            return "cables";
        }
    }

    /** An input–output table. */
    record Industries(IndustryFlows flows) implements DataSet {
        @Override
        public String name() {
            return flows.name();
        }

        @Override
        public String form() {
            return "input-output";
        }
    }

    /**
     * Recognises a folder by its files and reads it.
     *
     * @throws IOException if a file cannot be read
     * @throws TableException if the folder has no known form, or a table says what cannot be
     */
    static DataSet read(Tables folder) throws IOException, TableException {
        Set<String> files = folder.files();
        if (files.contains(GRAPH_JSON)) {
            try (Reader in = folder.open(GRAPH_JSON)) {
                return new Facts("json", GraphJson.read(GRAPH_JSON, in));
            }
        }
        if (EtoChips.isIn(folder)) {
            return new Facts("eto-chip", FactBook.of(EtoChips.read(folder)));
        }
        if (GraphTables.isIn(folder)) {
            return new Facts("tables", GraphTables.read(folder));
        }
        if (CableTables.isIn(folder)) {
            return new Cables(CableTables.read(folder));
        }
        if (IndustryFlows.isIn(folder)) {
            return new Industries(IndustryFlows.read(folder));
        }
        throw TableException.inFile(
                folder.name(),
                "is no known form: our own has nodes.csv and edges.csv, or graph.json; the ETO chip data set has "
                        + String.join(", ", EtoChips.files())
                        + "; cables have cables.csv, cable_landings.csv, landing_points.csv; an input–output table has Z.csv");
    }

    String GRAPH_JSON = "graph.json";
}
