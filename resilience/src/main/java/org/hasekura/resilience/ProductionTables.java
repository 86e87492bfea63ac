package org.hasekura.resilience;

import java.io.IOException;
import java.util.Arrays;

/**
 * Firms and their production as the tables of the published simulator say: fields separated by blanks, no headers. Firms
 * are those of the table of sectors, in its order.
 */
public final class ProductionTables {

    /** How far output may lie from what a firm sells, of both the larger; tables are often written with six digits. */
    private static final double OUTPUT_TOLERANCE = 1e-3;

    /** A later day is refused. */
    public static final int DAY_MAX = 1_000_000;

    private ProductionTables() {}

    /**
     * Reads an amount for each firm: firm, amount.
     *
     * @return in the order of the firms; zero for those without a row
     * @throws TableException if a firm is unknown or there twice, or an amount is negative
     */
    public static double[] amounts(TextTable table, Names firms) throws IOException, TableException {
        double[] amounts = new double[firms.size()];
        Arrays.fill(amounts, Double.NaN);
        while (table.next()) {
            table.require(2, "firm", "amount");
            int firm = firm(table, firms);
            if (!Double.isNaN(amounts[firm])) {
                throw table.fault("firm", "`" + table.text(0) + "` has an amount in an earlier row already");
            }
            amounts[firm] = table.amount(1, "amount");
        }
        for (int firm = 0; firm < amounts.length; firm++) {
            amounts[firm] = Double.isNaN(amounts[firm]) ? 0 : amounts[firm];
        }
        return amounts;
    }

    /** Reads damage: firm, share, and the day it begins, 0 if that is left out. */
    public static Damage damage(TextTable table, Names firms) throws IOException, TableException {
        int[] firm = new int[16];
        double[] share = new double[16];
        int[] day = new int[16];
        int count = 0;
        while (table.next()) {
            table.require(2, "firm", "share", "day");
            if (count == firm.length) {
                firm = Arrays.copyOf(firm, 2 * count);
                share = Arrays.copyOf(share, 2 * count);
                day = Arrays.copyOf(day, 2 * count);
            }
            firm[count] = firm(table, firms);
            share[count] = table.amount(1, "share");
            if (share[count] > 1) {
                throw table.fault("share", "`" + table.text(1) + "` is more than 1, which is all of a firm");
            }
            day[count++] = table.fields() > 2 ? table.integer(2, "day", 0, DAY_MAX) : 0;
        }
        return new Damage(Arrays.copyOf(firm, count), Arrays.copyOf(share, count), Arrays.copyOf(day, count));
    }

    /**
     * Compares the output that a table says with what the firms sell. The model calculates with the latter.
     *
     * @param output as the table says
     * @throws TableException if they differ by more than a thousandth
     */
    public static void compareOutput(double[] output, ProductionNetwork network, Names firms, String file)
            throws TableException {
        double[] sold = network.output();
        for (int firm = 0; firm < sold.length; firm++) {
            if (Math.abs(sold[firm] - output[firm]) > OUTPUT_TOLERANCE * Math.max(sold[firm], output[firm])) {
                throw TableException.inFile(
                        file,
                        "firm `" + firms.name(firm) + "` makes " + output[firm] + ", but sells " + sold[firm]
                                + " to firms and final demand");
            }
        }
    }

    private static int firm(TextTable table, Names firms) throws TableException {
        int firm = firms.find(table.bytes(), table.start(0), table.end(0));
        if (firm < 0) {
            throw table.fault("firm", "`" + table.text(0) + "` is in no row of the table of sectors");
        }
        return firm;
    }
}
