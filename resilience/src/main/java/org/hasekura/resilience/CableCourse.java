package org.hasekura.resilience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One cable's drawn lines made into pieces between landings and joints.
 *
 * <p>Maps draw a cable as several lines that meet where it branches, and break at the date line. A landing point belongs to
 * the nearest point of the lines within {@value #LANDING_KM} km. The end of a line belongs to a point of another line of
 * the cable within {@value #JOINT_KM} km, the date line being no gap; between two points of a line a new one is put in.
 * What belongs together is one place. Lines are then cut at their places; ends that belong to nothing stay open.
 */
final class CableCourse {

    private static final double LANDING_KM = 30;
    private static final double JOINT_KM = 20;
    private static final double SAME_KM = 1;

    private final String cable;
    private final List<double[]> lines;
    /** Cuts of each line: position along it, in points, to the number of the cut. */
    private final List<Map<Double, Integer>> cuts = new ArrayList<>();

    private final List<String> names = new ArrayList<>();
    private final List<Integer> sameAs = new ArrayList<>();

    /** A piece between two places. */
    static final class Piece {
        private final String from;
        private final String to;
        private final double[] course;

        private Piece(String from, String to, double[] course) {
            this.from = from;
            this.to = to;
            this.course = course;
        }

        String from() {
            return from;
        }

        String to() {
            return to;
        }

        /** Longitude and latitude in turn; empty where nothing is drawn. */
        double[] course() {
            return course;
        }
    }

    private CableCourse(String cable, List<double[]> lines) {
        this.cable = cable;
        this.lines = lines.stream().filter(line -> line.length >= 4).toList();
        this.lines.forEach(_ -> cuts.add(new HashMap<>()));
    }

    static List<Piece> pieces(String cable, List<double[]> lines, List<CableMap.LandingPoint> landings) {
        var course = new CableCourse(cable, lines);
        var pieces = new ArrayList<Piece>();
        if (course.lines.isEmpty()) {
            landings.forEach(point -> pieces.add(straight(cable + "#middle", point)));
            return pieces;
        }
        for (CableMap.LandingPoint point : landings) {
            course.land(point, pieces);
        }
        for (int line = 0; line < course.lines.size(); line++) {
            course.join(line, 0);
            course.join(line, course.lines.get(line).length / 2 - 1);
        }
        for (int line = 0; line < course.lines.size(); line++) {
            course.cut(line, pieces);
        }
        return pieces;
    }

    private static Piece straight(String from, CableMap.LandingPoint to) {
        return new Piece(from, to.id(), new double[0]);
    }

    /** A point of a line: 2.5 is half-way between its third and fourth point. */
    private record Spot(int line, double position, double km) {}

    private void land(CableMap.LandingPoint point, List<Piece> pieces) {
        Spot spot = nearest(point.longitude(), point.latitude(), -1);
        if (spot.km() > LANDING_KM) {
            // Comes ashore somewhere that the drawing does not reach: joined to the cable's nearest point all the same.
            pieces.add(new Piece(point.id(), name(cutAt(spot)), new double[0]));
            return;
        }
        int cut = cutAt(spot);
        if (names.get(root(cut)).isEmpty()) {
            names.set(root(cut), point.id());
        } else {
            pieces.add(new Piece(point.id(), name(cut), new double[0]));
        }
    }

    private void join(int line, int end) {
        double[] points = lines.get(line);
        Spot spot = nearest(points[2 * end], points[2 * end + 1], line);
        int own = cutAt(new Spot(line, end, 0));
        boolean isAshore = !names.get(root(own)).isEmpty();
        if (!isAshore && spot.km() <= JOINT_KM) {
            merge(own, cutAt(spot));
        }
    }

    private int cutAt(Spot spot) {
        return cuts.get(spot.line()).computeIfAbsent(spot.position(), _ -> {
            names.add("");
            sameAs.add(names.size() - 1);
            return names.size() - 1;
        });
    }

    private int root(int cut) {
        int root = cut;
        while (sameAs.get(root) != root) {
            root = sameAs.get(root);
        }
        return root;
    }

    /** Two cuts are one place; a landing's name stays, and two landings stay apart. */
    private void merge(int one, int other) {
        int first = root(one);
        int second = root(other);
        boolean areBothLandings =
                !names.get(first).isEmpty() && !names.get(second).isEmpty();
        if (first != second && !areBothLandings) {
            boolean keepFirst = !names.get(first).isEmpty();
            sameAs.set(keepFirst ? second : first, keepFirst ? first : second);
        }
    }

    private String name(int cut) {
        int root = root(cut);
        return names.get(root).isEmpty() ? cable + "#" + root : names.get(root);
    }

    private Spot nearest(double longitude, double latitude, int exceptLine) {
        Spot best = new Spot(-1, 0, Double.POSITIVE_INFINITY);
        for (int line = 0; line < lines.size(); line++) {
            double[] points = lines.get(line);
            for (int at = 0; line != exceptLine && at + 3 < points.length; at += 2) {
                double part = Sphere.nearest(longitude, latitude, points, at);
                Spot here = spot(line, points, at, part, longitude, latitude);
                best = here.km() < best.km() ? here : best;
            }
        }
        return best;
    }

    private static Spot spot(int line, double[] points, int at, double part, double longitude, double latitude) {
        double east = points[at] + part * Sphere.turn(points[at], points[at + 2]);
        double north = points[at + 1] + part * (points[at + 3] - points[at + 1]);
        double km = Sphere.km(longitude, latitude, east, north);
        // A drawn point nearby is what was meant.
        double toFirst = Sphere.km(east, north, points[at], points[at + 1]);
        double toSecond = Sphere.km(east, north, points[at + 2], points[at + 3]);
        double exact = toFirst <= SAME_KM ? 0 : toSecond <= SAME_KM ? 1 : part;
        return new Spot(line, at / 2.0 + exact, km);
    }

    private void cut(int line, List<Piece> pieces) {
        double[] points = lines.get(line);
        List<Map.Entry<Double, Integer>> sorted = cuts.get(line).entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getKey))
                .toList();
        for (int at = 0; at + 1 < sorted.size(); at++) {
            Map.Entry<Double, Integer> from = sorted.get(at);
            Map.Entry<Double, Integer> to = sorted.get(at + 1);
            pieces.add(
                    new Piece(name(from.getValue()), name(to.getValue()), course(points, from.getKey(), to.getKey())));
        }
    }

    private static double[] course(double[] points, double from, double to) {
        int first = (int) Math.floor(from);
        int last = (int) Math.ceil(to);
        return Arrays.copyOfRange(points, 2 * first, Math.min(points.length, 2 * (last + 1)));
    }
}
