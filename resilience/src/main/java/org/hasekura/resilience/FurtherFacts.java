package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what our own form knows beside the graph: imports, controls, disruptions, conflicts, gaps. */
final class FurtherFacts {

    private final Graph.Builder graph;
    private final List<ImportShare> imports = new ArrayList<>();
    private final List<ExportControl> controls = new ArrayList<>();
    private final List<Disruption> disruptions = new ArrayList<>();
    private final List<FactBook.Conflict> conflicts = new ArrayList<>();
    private final List<FactBook.Gap> gaps = new ArrayList<>();
    private final Map<String, List<Disruption.Effect>> effects = new HashMap<>();
    private final Map<String, List<Disruption.Lasting>> durations = new HashMap<>();

    FurtherFacts(Graph.Builder graph) {
        this.graph = graph;
    }

    FactBook book(String version, Graph built) {
        return new FactBook(version, built, imports, controls, disruptions, conflicts, gaps);
    }

    void readImport(GraphTables.Row row) throws TableException {
        Optional<Interval> percent = row.interval("low", "high", 100);
        imports.add(new ImportShare(
                row.text("id").isEmpty() ? row.place() : row.text("id"),
                row.required("importer"),
                row.node(graph, "node"),
                row.required("partner"),
                percent.orElseThrow(() -> row.fault("low", "is empty; an import share needs a figure")),
                row.integer("year").orElseThrow(() -> row.fault("year", "is empty")),
                row.text("source"),
                row.confidence(),
                row.text("note")));
    }

    void readControl(GraphTables.Row row) throws TableException {
        List<String> nodes = row.list("nodes");
        check(row, "nodes", nodes);
        controls.add(new ExportControl(
                row.required("id"),
                row.required("issuer"),
                row.text("type"),
                nodes,
                row.text("announced"),
                row.text("effective"),
                row.text("until"),
                row.text("state"),
                row.text("state_on"),
                row.text("target"),
                row.text("reference"),
                row.list("sources"),
                row.confidence(),
                row.text("note")));
    }

    void readEffect(GraphTables.Row row) throws TableException {
        if (!row.text("node").isEmpty()) {
            check(row, "node", List.of(row.text("node")));
        }
        effects.computeIfAbsent(row.required("event"), _ -> new ArrayList<>())
                .add(new Disruption.Effect(
                        row.text("node"),
                        row.interval("lost_low", "lost_high", Double.MAX_VALUE),
                        row.text("unit"),
                        row.text("note")));
    }

    void readDuration(GraphTables.Row row) throws TableException {
        durations
                .computeIfAbsent(row.required("event"), _ -> new ArrayList<>())
                .add(new Disruption.Lasting(
                        row.text("what"),
                        row.interval("days_low", "days_high", Double.MAX_VALUE),
                        row.text("from"),
                        row.text("to"),
                        row.text("note")));
    }

    void readEvent(GraphTables.Row row) throws TableException {
        String id = row.required("id");
        disruptions.add(new Disruption(
                id,
                row.text("name_en"),
                row.text("name_ja"),
                row.text("start"),
                row.text("end"),
                row.text("hazard"),
                row.text("country"),
                row.text("place"),
                row.text("size"),
                effects.getOrDefault(id, List.of()),
                durations.getOrDefault(id, List.of()),
                row.list("sources"),
                row.confidence(),
                row.text("note")));
    }

    void readConflict(GraphTables.Row row) throws TableException {
        conflicts.add(new FactBook.Conflict(
                row.required("id"), row.text("topic"), row.text("node"), row.text("holder"), row.list("shares")));
    }

    void readGap(GraphTables.Row row) throws TableException {
        gaps.add(new FactBook.Gap(row.text("node"), row.required("gap")));
    }

    private void check(GraphTables.Row row, String column, List<String> nodes) throws TableException {
        for (String id : nodes) {
            if (graph.nodeNumber(id).isEmpty()) {
                throw row.fault(column, "there is no node `" + id + "` in nodes.csv");
            }
        }
    }
}
