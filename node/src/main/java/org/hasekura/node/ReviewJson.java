package org.hasekura.node;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.hasekura.evidence.ReviewRow;
import org.hasekura.evidence.ReviewTable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Packs of nodes for an adequacy review, and the report that is made of them. */
final class ReviewJson {

    private static final String FORMAT = "hasekura-review/1";
    private static final int ROWS_MAX = 1_000_000;
    private static final String CODE = "[!-~]{1,200}";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ReviewJson() {}

    static String write(ReviewPack pack) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("format", FORMAT);
        node.put("node", pack.node());
        node.put("first", pack.first().toString());
        node.put("last", pack.last().toString());
        node.put("lawDataVersion", pack.lawDataVersion());
        node.put("developmentMode", pack.developmentMode());
        ArrayNode rows = node.putArray("rows");
        for (ReviewRow row : pack.rows()) {
            rows.addObject()
                    .put("counted", row.what().name())
                    .put("index", row.index())
                    .put("ruling", row.ruling())
                    .put("month", row.month().toString())
                    .put("decision", row.decision())
                    .put("recipientKind", row.recipientKind())
                    .put("sector", row.sector())
                    .put("subject", row.subject())
                    .put("onward", row.onward());
        }
        return MAPPER.writeValueAsString(node);
    }

    /**
     * Reads a pack of a stranger.
     *
     * @param place what messages call it
     */
    static ReviewPack read(byte[] bytes, String place) throws CommandFailed {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (!node.path("format").asString("").equals(FORMAT)
                    || node.path("rows").size() > ROWS_MAX) {
                throw new CommandFailed("`" + place + "` is no review pack of at most " + ROWS_MAX + " rows");
            }
            List<ReviewRow> rows = new ArrayList<>();
            for (JsonNode each : node.path("rows")) {
                rows.add(row(each, place));
            }
            return new ReviewPack(
                    code(node, "node", place),
                    YearMonth.parse(node.path("first").asString("")),
                    YearMonth.parse(node.path("last").asString("")),
                    code(node, "lawDataVersion", place),
                    node.path("developmentMode").asBoolean(false),
                    rows);
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new CommandFailed("`" + place + "` is no review pack: " + e.getMessage());
        }
    }

    private static ReviewRow row(JsonNode node, String place) throws CommandFailed {
        boolean hasIndexes =
                node.path("index").isIntegralNumber() && node.path("ruling").isIntegralNumber();
        if (!hasIndexes) {
            throw new CommandFailed("`" + place + "` has a row without the indexes of its entries");
        }
        var what = ReviewRow.Counted.valueOf(node.path("counted").asString(""));
        String subject = node.path("subject").asString("");
        return new ReviewRow(
                what,
                node.path("index").asLong(),
                node.path("ruling").asLong(),
                YearMonth.parse(node.path("month").asString("")),
                code(node, "decision", place),
                code(node, "recipientKind", place),
                code(node, "sector", place),
                subject.isEmpty() ? subject : code(node, "subject", place),
                node.path("onward").asBoolean(false));
    }

    private static String code(JsonNode node, String name, String place) throws CommandFailed {
        String text = node.path(name).asString("");
        if (!text.matches(CODE)) {
            throw new CommandFailed("`" + place + "` has no `" + name + "` of 1 to 200 characters without spaces");
        }
        return text;
    }

    /** A report as it may be published. */
    static String report(ReviewReport report) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("format", "hasekura-review-report/1");
        node.put("first", report.first().toString());
        node.put("last", report.last().toString());
        node.put("nodes", report.packs().size());
        node.put("threshold", report.threshold());
        node.put("trial", report.isTrial());
        ArrayNode packs = node.putArray("packs");
        report.packs()
                .forEach(pack -> packs.addObject().put("sha256", pack.sha256()).put("proofs", pack.proofs()));
        ArrayNode tables = node.putArray("tables");
        for (ReviewTable.Published table : report.tables()) {
            ObjectNode of = tables.addObject().put("name", table.name());
            table.total().ifPresent(total -> of.put("total", total));
            ObjectNode cells = of.putObject("cells");
            table.cells().forEach(cells::put);
            table.withheld().forEach(of.putArray("withheld")::add);
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }
}
