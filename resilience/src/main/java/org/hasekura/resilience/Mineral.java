package org.hasekura.resilience;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the EU, Japan and the United States say of a raw material: on which list it stands, and how much is imported. What
 * nobody published is empty.
 *
 * @param node its id in the graph
 * @param symbol of the element or compound
 */
public record Mineral(String node, String symbol, European eu, Japanese japan, American us) {

    /**
     * Regulation (EU) 2024/1252, Annexes I and II, and the Commission's study on critical raw materials.
     *
     * @param listedAs in the regulation's words where they say more than the name
     * @param importReliance percent of what is used, empty where unknown
     * @param relianceOf which stage and period the percentage is of
     * @param mainSupplier ISO 3166-1 alpha-3, empty where unknown
     * @param mainSupplierPercent of what the EU gets
     */
    public record European(
            boolean isCritical,
            boolean isStrategic,
            String listedAs,
            String listSource,
            String listConfidence,
            OptionalDouble importReliance,
            String relianceOf,
            String mainSupplier,
            OptionalDouble mainSupplierPercent,
            String figuresSource,
            String figuresConfidence) {}

    /**
     * Economic Security Promotion Act (経済安全保障推進法), specified critical products (特定重要物資).
     *
     * @param under the category that holds it
     * @param since year and month of the cabinet order
     */
    public record Japanese(boolean isSpecified, String under, String since, String confidence) {}

    /**
     * Mineral Commodity Summaries of the U.S. Geological Survey.
     *
     * @param netImportReliance percent in 2023 as it is written there, with {@code >} where so; empty where unknown
     */
    public record American(String netImportReliance, String source, String confidence) {}

    /** Those that come with this software, in the order of their file. */
    public static List<Mineral> packaged() {
        return ChipFacts.read(Mineral::read);
    }

    private static List<Mineral> read(Tables tables) throws IOException, TableException {
        List<Mineral> minerals = new ArrayList<>();
        GraphTables.each(tables, "minerals.csv", row -> minerals.add(of(row)));
        return List.copyOf(minerals);
    }

    private static Mineral of(GraphTables.Row row) throws TableException {
        return new Mineral(
                row.required("node"),
                row.text("symbol"),
                new European(
                        truth(row, "eu_critical"),
                        truth(row, "eu_strategic"),
                        row.text("eu_listed_as"),
                        row.text("eu_list_source"),
                        row.text("eu_list_confidence"),
                        row.number("eu_import_reliance_percent"),
                        (row.text("eu_import_reliance_stage") + ", " + row.text("eu_import_reliance_period"))
                                .replaceFirst("^, |, $", ""),
                        row.text("eu_main_supplier"),
                        row.number("eu_main_supplier_percent"),
                        row.text("eu_import_reliance_source"),
                        row.text("eu_import_reliance_confidence")),
                new Japanese(
                        truth(row, "japan_specified"),
                        row.text("japan_under"),
                        row.text("japan_since"),
                        row.text("japan_confidence")),
                new American(
                        row.text("us_net_import_reliance_2023_percent"),
                        row.text("us_source"),
                        row.text("us_confidence")));
    }

    private static boolean truth(GraphTables.Row row, String column) throws TableException {
        return switch (row.text(column)) {
            case "True" -> true;
            case "False" -> false;
            default -> throw row.fault(column, "`" + row.text(column) + "` is neither True nor False");
        };
    }
}
