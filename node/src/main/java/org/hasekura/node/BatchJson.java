package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Many descriptions of datasets, one on each line, and what came of them. */
final class BatchJson {

    private BatchJson() {}

    /** A line that is not blank, by its number in the text, from 1. */
    record Line(long number, String text) {}

    /**
     * A line that was not published, and why.
     *
     * @param id as far as it could be read
     */
    record Refused(long line, Optional<String> id, int status, String detail) {}

    /** What came of one batch, or of several. */
    record Total(long published, List<Refused> refused) {

        static final Total NOTHING = new Total(0, List.of());

        Total {
            refused = List.copyOf(refused);
        }

        /** With what came of a batch that began so many lines later. */
        Total and(Total batch, long linesBefore) {
            Stream<Refused> moved = batch.refused.stream()
                    .map(each -> new Refused(linesBefore + each.line, each.id, each.status, each.detail));
            return new Total(
                    published + batch.published,
                    Stream.concat(refused.stream(), moved).toList());
        }
    }

    static List<Line> lines(byte[] body) throws ManagementJson.BadInput {
        var lines = new ArrayList<Line>();
        long number = 0;
        for (String text : new String(body, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            if (text.length() > OwnRoute.BODY_BYTES_MAX) {
                throw new ManagementJson.BadInput(
                        "line " + number + " is longer than " + OwnRoute.BODY_BYTES_MAX + " characters");
            }
            if (!text.isBlank()) {
                lines.add(new Line(number, text));
            }
        }
        if (lines.isEmpty() || lines.size() > BatchPublishing.LINES_MAX) {
            throw new ManagementJson.BadInput("a batch takes 1 to " + BatchPublishing.LINES_MAX
                    + " lines with a dataset each, there are " + lines.size());
        }
        return lines;
    }

    static String write(Total total) {
        ObjectNode node = ManagementJson.object().put("published", total.published());
        ArrayNode refused = node.putArray("refused");
        for (Refused line : total.refused()) {
            ObjectNode each = refused.addObject().put("line", line.line());
            line.id().ifPresent(id -> each.put("id", id));
            each.put("status", line.status()).put("detail", line.detail());
        }
        return node.toString();
    }

    /** As a node has answered. */
    static Total read(byte[] answer) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(answer);
        var refused = new ArrayList<Refused>();
        for (JsonNode each : node.path("refused")) {
            refused.add(new Refused(
                    each.path("line").asLong(),
                    ManagementJson.optionalText(each, "id"),
                    each.path("status").asInt(),
                    ManagementJson.text(each, "detail")));
        }
        return new Total(node.path("published").asLong(), refused);
    }
}
