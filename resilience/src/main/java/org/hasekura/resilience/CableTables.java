package org.hasekura.resilience;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a folder of submarine cables: {@code cables.csv}, {@code cable_landings.csv}, {@code landing_points.csv}, and
 * {@code cable-geo.json} (GeoJSON lines) where there is one. Cable maps of others are mostly for non-commercial use and not
 * part of this software.
 */
public final class CableTables {

    private static final long ROWS_MAX = 1_000_000;
    private static final String GEOMETRY = "cable-geo.json";

    private CableTables() {}

    /** Whether the folder has the files of this form. */
    public static boolean isIn(Tables folder) {
        return folder.files().containsAll(Set.of("cables.csv", "cable_landings.csv", "landing_points.csv"));
    }

    /**
     * Reads all of it.
     *
     * @throws IOException if a file cannot be read
     * @throws TableException if a table says what cannot be, with file, row and column
     */
    public static CableMap read(Tables folder) throws IOException, TableException {
        List<CableMap.Cable> cables = cables(folder);
        Map<String, CableMap.LandingPoint> points = landingPoints(folder);
        Set<String> ids = new HashSet<>();
        cables.forEach(cable -> ids.add(cable.id()));
        List<CableMap.Landing> landings = landings(folder, ids, points);
        Map<String, List<double[]>> lines = Map.of();
        if (folder.files().contains(GEOMETRY)) {
            try (Reader in = folder.open(GEOMETRY)) {
                lines = CableGeoJson.read(GEOMETRY, in);
            }
        }
        return new CableMap(
                folder.name(),
                cables,
                points.values().stream()
                        .sorted((a, b) -> a.id().compareTo(b.id()))
                        .toList(),
                landings,
                lines);
    }

    private static List<CableMap.Cable> cables(Tables folder) throws IOException, TableException {
        try (Reader in = folder.open("cables.csv")) {
            CsvRows rows = CsvRows.of(in, "cables.csv", ROWS_MAX);
            int id = rows.column("cable_id");
            int name = rows.column("name");
            int planned = rows.column("is_planned");
            int owners = rows.column("owners");
            int suppliers = rows.column("suppliers");
            var cables = new ArrayList<CableMap.Cable>();
            var ids = new HashSet<String>();
            while (rows.next()) {
                if (!ids.add(rows.required(id))) {
                    throw rows.fault(id, "`" + rows.text(id) + "` is there twice");
                }
                cables.add(new CableMap.Cable(
                        rows.text(id),
                        rows.text(name),
                        isTrue(rows, planned),
                        names(rows.text(owners)),
                        names(rows.text(suppliers))));
            }
            return cables;
        }
    }

    private static boolean isTrue(CsvRows rows, int column) throws TableException {
        return switch (rows.text(column)) {
            case "True", "true", "1" -> true;
            case "False", "false", "0", "" -> false;
            default -> throw rows.fault(column, "`" + rows.text(column) + "` is neither `True` nor `False`");
        };
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Map<String, CableMap.LandingPoint> landingPoints(Tables folder) throws IOException, TableException {
        try (Reader in = folder.open("landing_points.csv")) {
            CsvRows rows = CsvRows.of(in, "landing_points.csv", ROWS_MAX);
            int id = rows.column("landing_id");
            int name = rows.column("name");
            int country = rows.column("country");
            int longitude = rows.column("lon");
            int latitude = rows.column("lat");
            Map<String, CableMap.LandingPoint> points = new HashMap<>();
            while (rows.next()) {
                var point = new CableMap.LandingPoint(
                        rows.required(id),
                        rows.text(name),
                        rows.text(country),
                        degrees(rows, longitude, 180),
                        degrees(rows, latitude, 90));
                if (points.putIfAbsent(point.id(), point) != null) {
                    throw rows.fault(id, "`" + point.id() + "` is there twice");
                }
            }
            return points;
        }
    }

    private static double degrees(CsvRows rows, int column, double most) throws TableException {
        double degrees = rows.number(column);
        if (Math.abs(degrees) > most) {
            throw rows.fault(column, "`" + rows.text(column) + "` is not between -" + most + " and " + most);
        }
        return degrees;
    }

    private static List<CableMap.Landing> landings(
            Tables folder, Set<String> cables, Map<String, CableMap.LandingPoint> points)
            throws IOException, TableException {
        try (Reader in = folder.open("cable_landings.csv")) {
            CsvRows rows = CsvRows.of(in, "cable_landings.csv", ROWS_MAX);
            int cable = rows.column("cable_id");
            int point = rows.column("landing_id");
            int country = rows.column("country");
            var landings = new ArrayList<CableMap.Landing>();
            while (rows.next()) {
                if (!cables.contains(rows.required(cable))) {
                    throw rows.fault(cable, "there is no cable `" + rows.text(cable) + "` in cables.csv");
                }
                if (!points.containsKey(rows.required(point))) {
                    throw rows.fault(point, "there is no `" + rows.text(point) + "` in landing_points.csv");
                }
                landings.add(new CableMap.Landing(rows.text(cable), rows.text(point), rows.required(country)));
            }
            return landings;
        }
    }
}
