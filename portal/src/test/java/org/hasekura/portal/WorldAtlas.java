package org.hasekura.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hasekura.portal.EqualEarth.Spot;
import org.hasekura.portal.TopologyJson.Point;
import org.hasekura.portal.TopologyJson.Topology;

/**
 * Makes the shapes of the law map, {@code map/world.tsv}, from the vendored atlas and from what was decided of each country. Arcs are
 * thinned before rings are made of them, so that neighbours still share their border.
 */
final class WorldAtlas {

    private static final Path PORTAL = Path.of(System.getProperty("hasekura.home", ".."), "portal/src");
    private static final String PLACE = "resources/org/hasekura/portal/";

    static final Path KEPT = PORTAL.resolve("main/" + PLACE + "map/world.tsv");

    /** How far a thinned line may be from the true one, in degrees; Europe is also drawn larger. */
    private static final double FAR = 0.7;

    private static final double FAR_IN_EUROPE = 0.15;

    /** Smaller islands without an answer are left out, in degrees. */
    private static final double ISLAND = 2.5;

    /** Antarctica is left out: nobody sends data to a government there. */
    private static final double SOUTH = -60;

    /** West of it stands the tip of Asia, which belongs to the right edge. */
    private static final double CUT = EqualEarth.MIDDLE_EAST - 180;

    /** Svalbard has a code and a law of its own, and the atlas draws it as Norway. */
    private static final double NORTH_OF_NORWAY = 74;

    private final Topology atlas;
    private final List<String> lines = new ArrayList<>();

    private WorldAtlas(Topology atlas) {
        this.atlas = atlas;
    }

    /** The whole file. */
    static String make() throws IOException {
        Topology read =
                TopologyJson.read(PORTAL.resolve("main/" + PLACE + "vendor/world-atlas-2.0.2/countries-110m.json"));
        var made = new WorldAtlas(
                new Topology(read.arcs().stream().map(WorldAtlas::thinned).toList(), read.shapes()));
        made.lines.add("# Made from vendor/world-atlas-2.0.2 by WorldMapTest; -Dgolden.update=true writes it anew.");
        made.shape("land", "-", made.atlas.shapes().getOrDefault("land", List.of()));
        for (String[] row : rows("open.tsv")) {
            if (row[0].equals("shape")) {
                made.shape("open", row[1], made.rings(row[1]));
            } else {
                made.add("over", row[1], List.of(corners(row[2])));
            }
        }
        for (String[] row : rows("countries.tsv")) {
            made.country(row);
        }
        return String.join("\n", made.lines) + "\n";
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(PORTAL.resolve("test/" + PLACE + "map/" + file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static List<Point> corners(String numbers) {
        double[] all = Arrays.stream(numbers.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        var corners = new ArrayList<Point>();
        for (int at = 0; at <= all.length; at += 2) {
            corners.add(new Point(all[at % all.length], all[(at + 1) % all.length]));
        }
        return corners;
    }

    private void country(String[] row) {
        String code = row[0];
        if (!row[1].equals("dot")) {
            List<List<Integer>> rings =
                    rings(NAMES.getOrDefault(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)));
            shape(
                    "area",
                    code,
                    rings.stream()
                            .filter(ring -> !code.equals("NO")
                                    || atlas.ring(ring).getFirst().north() < NORTH_OF_NORWAY)
                            .toList());
        }
        if (!row[1].equals("area")) {
            Spot spot = EqualEarth.of(new Point(Double.parseDouble(row[2]), Double.parseDouble(row[3])));
            lines.add("dot\t%s\t%d %d %s %s".formatted(code, spot.x(), spot.y(), row[4], row[5]));
        }
    }

    /** What the atlas calls otherwise than the names of the JDK. */
    private static final Map<String, String> NAMES = Map.of("US", "United States of America");

    private List<List<Integer>> rings(String name) {
        List<List<Integer>> rings = atlas.shapes().getOrDefault(name, List.of());
        if (rings.isEmpty()) {
            throw new IllegalStateException("the atlas has no shape `" + name + "`");
        }
        return rings;
    }

    private void shape(String kind, String name, List<List<Integer>> rings) {
        add(kind, name, rings.stream().map(atlas::ring).toList());
    }

    private void add(String kind, String name, List<List<Point>> rings) {
        String path = rings.stream()
                .filter(ring -> ring.stream().anyMatch(each -> each.north() > SOUTH))
                .map(WorldAtlas::whole)
                .filter(ring -> !kind.equals("land") || across(ring) > ISLAND)
                .map(WorldAtlas::path)
                .collect(Collectors.joining());
        lines.add(kind + "\t" + name + "\t" + path);
    }

    /** How far the farthest point of a ring is from its first, in degrees of latitude. */
    private static double across(List<Point> ring) {
        return ring.stream()
                .mapToDouble(each -> distance(each, ring.getFirst(), ring.getFirst()))
                .max()
                .orElseThrow();
    }

    /** A ring over the antimeridian, made one piece to its east. */
    private static List<Point> whole(List<Point> ring) {
        double least = ring.stream().mapToDouble(Point::east).min().orElseThrow();
        double most = ring.stream().mapToDouble(Point::east).max().orElseThrow();
        return most - least <= 180
                ? ring
                : ring.stream()
                        .map(each -> each.east() < CUT ? new Point(each.east() + 360, each.north()) : each)
                        .toList();
    }

    /** A path of steps in whole units; points that fall on the one before are left out. */
    private static String path(List<Point> ring) {
        var path = new StringBuilder();
        List<Spot> spots =
                ring.subList(0, ring.size() - 1).stream().map(EqualEarth::of).toList();
        Spot before = spots.getFirst();
        path.append('M').append(before.x()).append(' ').append(before.y()).append('l');
        for (Spot each : spots.subList(1, spots.size())) {
            if (!each.equals(before)) {
                step(path, each.x() - before.x());
                step(path, each.y() - before.y());
                before = each;
            }
        }
        return path.append('z').toString();
    }

    /** A number, with a blank before it only where it would run into the one before. */
    private static void step(StringBuilder path, int step) {
        if (step >= 0 && Character.isDigit(path.charAt(path.length() - 1))) {
            path.append(' ');
        }
        path.append(step);
    }

    /** A line with fewer points, its ends kept: Douglas and Peucker (1973), https://doi.org/10.3138/FM57-6770-U75U-7727. */
    private static List<Point> thinned(List<Point> line) {
        double middle = line.stream().mapToDouble(Point::north).average().orElseThrow();
        double east = line.stream().mapToDouble(Point::east).average().orElseThrow();
        boolean isEurope = middle > 34 && east > -25 && east < 45;
        Set<Integer> kept = new LinkedHashSet<>(List.of(0, line.size() - 1));
        // A closed line has no two ends: the point farthest from the first is one more.
        if (line.getFirst().equals(line.getLast())) {
            int farthest = farthest(line);
            kept.add(farthest);
            keep(line, 0, farthest, isEurope ? FAR_IN_EUROPE : FAR, kept);
            keep(line, farthest, line.size() - 1, isEurope ? FAR_IN_EUROPE : FAR, kept);
        } else {
            keep(line, 0, line.size() - 1, isEurope ? FAR_IN_EUROPE : FAR, kept);
        }
        return kept.stream().sorted(Comparator.naturalOrder()).map(line::get).toList();
    }

    private static int farthest(List<Point> line) {
        Map<Integer, Double> distances = new HashMap<>();
        for (int at = 0; at < line.size(); at++) {
            distances.put(
                    at,
                    Math.hypot(
                            line.get(at).east() - line.getFirst().east(),
                            line.get(at).north() - line.getFirst().north()));
        }
        return distances.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static void keep(List<Point> line, int from, int to, double far, Set<Integer> kept) {
        int worst = -1;
        double distance = far;
        for (int at = from + 1; at < to; at++) {
            double each = distance(line.get(at), line.get(from), line.get(to));
            if (each > distance) {
                worst = at;
                distance = each;
            }
        }
        if (worst >= 0) {
            kept.add(worst);
            keep(line, from, worst, far, kept);
            keep(line, worst, to, far, kept);
        }
    }

    /** From a point to the line between two others, in degrees of latitude. */
    private static double distance(Point point, Point from, Point to) {
        double narrow = Math.cos(Math.toRadians(point.north()));
        double x = (to.east() - from.east()) * narrow;
        double y = to.north() - from.north();
        double px = (point.east() - from.east()) * narrow;
        double py = point.north() - from.north();
        double length = Math.hypot(x, y);
        return length < 1e-9 ? Math.hypot(px, py) : Math.abs(x * py - y * px) / length;
    }
}
