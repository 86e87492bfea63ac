package org.hasekura.resilience;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A narrow sea in which cables lie side by side, so that one anchor, quake or decision can take them all.
 *
 * <p>Given as a gate: a line from shore to shore that whoever passes has to cross. Coordinates in degrees, chosen by us on a
 * map of the coasts (Natural Earth, public domain); the gates are wider than the water, so that cables drawn over a
 * headland are counted.
 *
 * @param gate longitude and latitude of points in turn
 */
public record Corridor(String id, String name, String nameJa, List<Double> gate) {

    /** The corridors that are known by name. */
    public static final List<Corridor> KNOWN = List.of(
            new Corridor("red-sea", "Red Sea, north", "紅海北部", List.of(32.8, 27.0, 36.8, 27.0)),
            new Corridor(
                    "bab-el-mandeb", "Bab-el-Mandeb", "バブ・エル・マンデブ海峡", List.of(42.6, 12.75, 43.1, 12.6, 43.8, 12.75)),
            new Corridor("hormuz", "Strait of Hormuz", "ホルムズ海峡", List.of(56.0, 25.6, 56.4, 26.4, 56.6, 27.3)),
            new Corridor("gibraltar", "Strait of Gibraltar", "ジブラルタル海峡", List.of(-5.6, 35.7, -5.6, 36.2)),
            new Corridor("dover", "Strait of Dover", "ドーバー海峡", List.of(1.1, 51.3, 1.9, 50.8)),
            new Corridor("malacca", "Strait of Malacca", "マラッカ海峡", List.of(101.2, 3.1, 100.2, 2.2)),
            new Corridor("singapore-east", "Singapore Strait, east", "シンガポール海峡東部", List.of(104.1, 1.6, 104.6, 0.9)),
            new Corridor("luzon", "Luzon Strait", "ルソン海峡", List.of(120.8, 22.1, 121.0, 18.3)),
            new Corridor("bass", "Bass Strait", "バス海峡", List.of(143.4, -40.0, 148.6, -40.0)));

    public Corridor {
        gate = List.copyOf(gate);
    }

    /** The name for people who read that language. */
    public String name(Locale language) {
        return language.getLanguage().equals("ja") ? nameJa : name;
    }

    public static Optional<Corridor> known(String id) {
        return KNOWN.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Whether a course of longitude and latitude in turn passes through. */
    boolean isPassedBy(double[] course) {
        double[] line = gate.stream().mapToDouble(Double::doubleValue).toArray();
        for (int at = 0; at + 3 < course.length; at += 2) {
            for (int part = 0; part + 3 < line.length; part += 2) {
                if (Sphere.cross(line, part, course, at)) {
                    return true;
                }
            }
        }
        return false;
    }
}
