package org.hasekura.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a quantised topology: borders are arcs, of which the rings of shapes are made, so that what two shapes share stands there once.
 * An arc's points are differences in whole steps of a grid.
 *
 * @see <a href="https://github.com/topojson/topojson-specification">The TopoJSON Format Specification, §2.1</a>
 */
final class TopologyJson {

    /** Degrees east and north. */
    record Point(double east, double north) {}

    /**
     * A topology.
     *
     * @param shapes by name: each the outer rings of its polygons, a ring being numbers of arcs, {@code ~n} for arc n backwards
     */
    record Topology(List<List<Point>> arcs, Map<String, List<List<Integer>>> shapes) {

        /** The points of a ring, the last being the first again. */
        List<Point> ring(List<Integer> arcsOfRing) {
            var ring = new ArrayList<Point>();
            for (int number : arcsOfRing) {
                List<Point> arc = number < 0 ? arcs.get(~number).reversed() : arcs.get(number);
                ring.addAll(ring.isEmpty() ? arc : arc.subList(1, arc.size()));
            }
            return ring;
        }
    }

    private TopologyJson() {}

    /** The shapes of the object {@code countries} by their names in the file, and all land without lines as {@code land}. */
    static Topology read(Path file) throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
        Map<String, List<List<Integer>>> shapes = new LinkedHashMap<>();
        for (JsonNode country : root.at("/objects/countries/geometries").values()) {
            shapes.put(country.at("/properties/name").asString(), outer(country));
        }
        var land = new ArrayList<List<Integer>>();
        for (JsonNode piece : root.at("/objects/land/geometries").values()) {
            land.addAll(outer(piece));
        }
        shapes.put("land", land);
        return new Topology(arcs(root), shapes);
    }

    private static List<List<Point>> arcs(JsonNode root) {
        JsonNode scale = root.at("/transform/scale");
        JsonNode origin = root.at("/transform/translate");
        var arcs = new ArrayList<List<Point>>();
        for (JsonNode arc : root.get("arcs").values()) {
            var points = new ArrayList<Point>();
            long east = 0;
            long north = 0;
            for (JsonNode step : arc.values()) {
                east += step.get(0).asLong();
                north += step.get(1).asLong();
                points.add(new Point(
                        east * scale.get(0).asDouble() + origin.get(0).asDouble(),
                        north * scale.get(1).asDouble() + origin.get(1).asDouble()));
            }
            arcs.add(points);
        }
        return arcs;
    }

    private static List<List<Integer>> outer(JsonNode geometry) {
        JsonNode arcs = geometry.get("arcs");
        var rings = new ArrayList<List<Integer>>();
        switch (geometry.get("type").asString()) {
            case "Polygon" -> rings.add(numbers(arcs.get(0)));
            case "MultiPolygon" -> arcs.values().forEach(polygon -> rings.add(numbers(polygon.get(0))));
            default -> throw new IllegalStateException("no polygon: " + geometry.get("type"));
        }
        return rings;
    }

    private static List<Integer> numbers(JsonNode ring) {
        return ring.values().stream().map(JsonNode::asInt).toList();
    }
}
