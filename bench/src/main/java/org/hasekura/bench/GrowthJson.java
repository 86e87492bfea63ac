package org.hasekura.bench;

import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A measured growth as the file that the documentation keeps. */
final class GrowthJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private GrowthJson() {}

    static String write(Growth growth) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("of", growth.of())
                .put("date", growth.date())
                .put("machine", growth.machine())
                .put("remark", growth.remark());
        ArrayNode series = node.putArray("series");
        for (Growth.Series each : growth.series()) {
            ObjectNode one = series.addObject().put("what", each.what()).put("unit", each.unit());
            ArrayNode points = one.putArray("points");
            each.points().forEach(point -> points.addArray().add(point.count()).add(point.value()));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    static Growth read(String json) {
        JsonNode node = MAPPER.readTree(json);
        var series = new ArrayList<Growth.Series>();
        for (JsonNode each : node.path("series")) {
            var points = new ArrayList<Growth.Point>();
            for (JsonNode point : each.path("points")) {
                points.add(
                        new Growth.Point(point.path(0).asLong(), point.path(1).asDouble()));
            }
            series.add(new Growth.Series(
                    each.path("what").asString(), each.path("unit").asString(), points));
        }
        return new Growth(
                node.path("of").asString(),
                node.path("date").asString(),
                node.path("machine").asString(),
                node.path("remark").asString(),
                series);
    }
}
