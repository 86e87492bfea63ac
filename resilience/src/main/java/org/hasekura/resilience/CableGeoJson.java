package org.hasekura.resilience;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the courses of cables from GeoJSON (RFC 7946): features with {@code properties.id} and a line or lines. */
public final class CableGeoJson {

    /** A longer file is refused. */
    public static final int CHARS_MAX = 128 << 20;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private CableGeoJson() {}

    /**
     * Courses by cable id: pieces of longitude and latitude in turn.
     *
     * @param file what messages call it
     */
    public static Map<String, List<double[]>> read(String file, Reader in) throws IOException, TableException {
        JsonNode root;
        try {
            root = MAPPER.readTree(new LimitedReader(in, CHARS_MAX));
        } catch (JacksonException e) {
            throw TableException.inFile(file, "is no JSON: " + e.getOriginalMessage());
        }
        if (root == null || !root.path("features").isArray()) {
            throw TableException.inFile(file, "has no `features`; a GeoJSON FeatureCollection is expected");
        }
        Map<String, List<double[]>> lines = new HashMap<>();
        int number = 0;
        for (JsonNode feature : root.path("features")) {
            number++;
            JsonNode id = feature.path("properties").path("id");
            if (!id.isString()) {
                throw TableException.inRow(file, number, "the feature has no text in `properties.id`");
            }
            List<double[]> pieces = lines.computeIfAbsent(id.stringValue(), _ -> new ArrayList<>());
            JsonNode geometry = feature.path("geometry");
            switch (geometry.path("type").asString("")) {
                case "MultiLineString" -> {
                    for (JsonNode line : geometry.path("coordinates")) {
                        pieces.add(line(file, number, line));
                    }
                }
                case "LineString" -> pieces.add(line(file, number, geometry.path("coordinates")));
                default ->
                    throw TableException.inRow(
                            file, number, "the feature's geometry is neither `LineString` nor `MultiLineString`");
            }
        }
        return lines;
    }

    private static double[] line(String file, int feature, JsonNode coordinates) throws TableException {
        double[] line = new double[2 * coordinates.size()];
        int at = 0;
        for (JsonNode point : coordinates) {
            double longitude = point.path(0).asDouble(Double.NaN);
            double latitude = point.path(1).asDouble(Double.NaN);
            if (!(Math.abs(longitude) <= 360 && Math.abs(latitude) <= 90)) {
                throw TableException.inRow(file, feature, "the feature has a point that is no longitude and latitude");
            }
            line[at++] = longitude;
            line[at++] = latitude;
        }
        return line;
    }
}
