package org.hasekura.resilience;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which countries a region holds (ISO 3166-1 alpha-3). Source: membership of the European Union since 1 February 2020;
 * UN M49, Europe.
 */
public final class Regions {

    /** The European Union of 27 members. */
    public static final List<String> EU27 = List.of(
            "AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "HUN", "IRL",
            "ITA", "LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "SWE");

    /** The same in the English names that cable maps use. */
    public static final List<String> EU27_NAMES = List.of(
            "Austria",
            "Belgium",
            "Bulgaria",
            "Croatia",
            "Cyprus",
            "Czech Republic",
            "Czechia",
            "Denmark",
            "Estonia",
            "Finland",
            "France",
            "Germany",
            "Greece",
            "Hungary",
            "Ireland",
            "Italy",
            "Latvia",
            "Lithuania",
            "Luxembourg",
            "Malta",
            "Netherlands",
            "Poland",
            "Portugal",
            "Romania",
            "Slovakia",
            "Slovenia",
            "Spain",
            "Sweden");

    private static final Set<String> EUROPE_BEYOND_EU =
            Set.of("GBR", "CHE", "NOR", "ISL", "LIE", "UKR", "SRB", "BLR", "RUS", "MDA", "ALB", "MKD", "MNE", "BIH");

    private static final Map<String, List<String>> BY_CODE = Map.of("EU27", EU27, "EU", EU27);

    private Regions() {}

    /** The countries that a code stands for: those of the region, or the code itself. */
    public static List<String> countries(String code) {
        return BY_CODE.getOrDefault(code, List.of(code));
    }

    /** Whether a figure for the region may hold part of the country's. */
    static boolean mayHold(String region, String country) {
        return switch (region) {
            case "EUR", "EUROPE" -> EU27.contains(country) || EUROPE_BEYOND_EU.contains(country);
            default -> countries(region).contains(country);
        };
    }
}
