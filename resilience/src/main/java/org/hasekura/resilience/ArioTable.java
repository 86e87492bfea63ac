package org.hasekura.resilience;

import java.io.IOException;
import java.util.List;

/** Production day by day as a table: a header, then a row for each day. */
public final class ArioTable {

    private ArioTable() {}

    /**
     * Writes {@code step,REGION,…}: what each region makes on each day, regions sorted by name.
     *
     * @param production as {@link Ario#production} answers
     * @throws IOException if the text cannot be written; part of it may have been
     */
    public static void writeByRegion(double[][] production, IoTable table, Appendable out) throws IOException {
        List<String> regions = table.regions();
        int[] regionOf = new int[table.size()];
        out.append("step");
        for (String region : regions) {
            out.append(',').append(Fields.quoted(region));
        }
        out.append('\n');
        for (int i = 0; i < regionOf.length; i++) {
            regionOf[i] = regions.indexOf(table.region(i));
        }
        for (int day = 0; day < production.length; day++) {
            double[] sums = new double[regions.size()];
            for (int i = 0; i < regionOf.length; i++) {
                sums[regionOf[i]] += production[day][i];
            }
            writeRow(day, sums, out);
        }
    }

    /** Writes {@code step,REGION:SECTOR,…}: what each industry makes on each day, in the order of the table. */
    public static void writeByIndustry(double[][] production, IoTable table, Appendable out) throws IOException {
        out.append("step");
        for (int i = 0; i < table.size(); i++) {
            out.append(',').append(Fields.quoted(table.industries().name(i)));
        }
        out.append('\n');
        for (int day = 0; day < production.length; day++) {
            writeRow(day, production[day], out);
        }
    }

    private static void writeRow(int day, double[] numbers, Appendable out) throws IOException {
        out.append(Integer.toString(day));
        for (double each : numbers) {
            out.append(',').append(Double.toString(each));
        }
        out.append('\n');
    }
}
