package org.hasekura.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where countries lie on a drawing of the world in Equal Earth, 9,600 units wide: made from Natural Earth beforehand, so that a node
 * reads a few kilobytes at the first map and projects nothing. Only what was looked at is there: docs/decisions/2026-11-22-law-map.md.
 *
 * @param land all of it as one path, without lines between countries
 * @param open land that no country's answer is drawn on, as paths; {@code over} the same, drawn over its neighbours
 * @param areas paths by country code
 * @param dots by country code: for what is too small, or has no area here
 */
record WorldMap(String land, List<String> open, List<String> over, Map<String, String> areas, Map<String, Dot> dots) {

    /** A place to point at, drawn aside from where it is by {@code dx} and {@code dy}. */
    record Dot(int x, int y, int dx, int dy) {}

    private static final String FILE = "map/world.tsv";

    /** Read at first use, not when the node starts. */
    private static final class Shipped {
        static final WorldMap MAP = read();
    }

    WorldMap {
        open = List.copyOf(open);
        over = List.copyOf(over);
        areas = Map.copyOf(areas);
        dots = Map.copyOf(dots);
    }

    static WorldMap shipped() {
        return Shipped.MAP;
    }

    boolean shows(String country) {
        return areas.containsKey(country) || dots.containsKey(country);
    }

    /** Where it lies: its dot, or the first corner of its largest part. */
    Optional<Dot> spot(String country) {
        return Optional.ofNullable(dots.get(country))
                .or(() -> Optional.ofNullable(areas.get(country)).map(WorldMap::firstCorner));
    }

    private static Dot firstCorner(String path) {
        String[] numbers = path.substring(1, path.indexOf('l')).split(" ", 2);
        return new Dot(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), 0, 0);
    }

    private static WorldMap read() {
        var land = new StringBuilder();
        var open = new ArrayList<String>();
        var over = new ArrayList<String>();
        var areas = new HashMap<String, String>();
        var dots = new HashMap<String, Dot>();
        try (InputStream in = Optional.ofNullable(WorldMap.class.getResourceAsStream(FILE))
                        .orElseThrow(() -> new IllegalStateException("the portal lacks `" + FILE + "`"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line : lines.lines().toList()) {
                String[] row = line.split("\t", 3);
                switch (row[0]) {
                    case "land" -> land.append(row[2]);
                    case "open" -> open.add(row[2]);
                    case "over" -> over.add(row[2]);
                    case "area" -> areas.put(row[1], row[2]);
                    case "dot" -> dots.put(row[1], dot(row[2]));
                    default -> {
                        // The first line says where the file comes from.
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("`" + FILE + "` of the portal cannot be read", e);
        }
        return new WorldMap(land.toString(), open, over, areas, dots);
    }

    private static Dot dot(String numbers) {
        String[] each = numbers.split(" ", 4);
        return new Dot(
                Integer.parseInt(each[0]),
                Integer.parseInt(each[1]),
                Integer.parseInt(each[2]),
                Integer.parseInt(each[3]));
    }
}
