package org.hasekura.resilience;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

    /** The same in the two letters of Eurostat, which writes Greece in either way. */
    private static final List<String> EU27_ALPHA2 = List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "ES", "EE", "EL", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
            "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "SE");

    /** The same in numbers (ISO 3166-1); UN Comtrade and BACI write France as 251, and Italy as 380 or 381. */
    private static final List<String> EU27_NUMERIC = List.of(
            "40", "56", "100", "196", "203", "276", "208", "724", "233", "246", "250", "251", "300", "191", "348",
            "372", "380", "381", "440", "442", "428", "470", "528", "616", "620", "642", "703", "705", "752");

    private static final Set<String> EUROPE_BEYOND_EU =
            Set.of("GBR", "CHE", "NOR", "ISL", "LIE", "UKR", "SRB", "BLR", "RUS", "MDA", "ALB", "MKD", "MNE", "BIH");

    private static final Map<String, List<String>> BY_CODE = Map.of("EU27", EU27, "EU", EU27);

    private Regions() {}

    /** The countries that a code stands for: those of the region, or the code itself. */
    public static List<String> countries(String code) {
        return BY_CODE.getOrDefault(code, List.of(code));
    }

    /** The countries that a code stands for, in every way in which trade statistics write them. */
    public static List<String> asReported(String code) {
        return switch (code) {
            case "EU27", "EU" ->
                Stream.of(EU27, EU27_ALPHA2, EU27_NUMERIC).flatMap(List::stream).toList();
            case "JPN", "JP" -> List.of("JPN", "JP", "392");
            default -> List.of(code);
        };
    }

    /** Whether a figure for the region may hold part of the country's. */
    static boolean mayHold(String region, String country) {
        return switch (region) {
            case "EUR", "EUROPE" -> EU27.contains(country) || EUROPE_BEYOND_EU.contains(country);
            default -> countries(region).contains(country);
        };
    }
}
