package org.hasekura.resilience;

import java.io.IOException;

/**
 * A matrix of needs as a file says: a header with the customers' sectors, then a row for each supplier's sector, its code
 * first; the same codes in the same order both ways, the classes 0, 1 and 2.
 *
 * @param codes the sectors
 * @param matrix what each is to each
 */
public record EssentialityTable(Names codes, Essentiality matrix) {

    /** More sectors are refused. */
    public static final int SECTORS_MAX = 10_000;

    /**
     * Reads a matrix.
     *
     * @throws TableException if it is no square, or a class is none
     */
    public static EssentialityTable read(TextTable table) throws IOException, TableException {
        if (!table.next()) {
            throw table.fault("is empty; its first row names the sectors");
        }
        int sectors = table.fields() - 1;
        if (sectors < 1 || sectors > SECTORS_MAX) {
            throw table.fault("has " + sectors + " sectors, but can have 1 to " + SECTORS_MAX);
        }
        Names codes = new Names();
        for (int i = 1; i <= sectors; i++) {
            if (codes.intern(table.bytes(), table.start(i), table.end(i)) != i - 1) {
                throw table.fault(table.text(i), "this sector is there twice");
            }
        }
        byte[] classes = new byte[sectors * sectors];
        int rows = 0;
        while (table.next()) {
            if (rows == sectors) {
                throw table.fault("has more rows than the " + sectors + " sectors of its header");
            }
            readRow(table, codes, rows, classes);
            rows++;
        }
        if (rows < sectors) {
            throw table.fault("has " + rows + " rows for the " + sectors + " sectors of its header");
        }
        return new EssentialityTable(codes, Essentiality.of(sectors, classes));
    }

    private static void readRow(TextTable table, Names codes, int row, byte[] classes) throws TableException {
        if (table.fields() != codes.size() + 1) {
            throw table.faultInRow("has " + (table.fields() - 1) + " classes for " + codes.size() + " sectors");
        }
        if (!table.text(0).equals(codes.name(row))) {
            throw table.fault(
                    "supplier's sector", "is `" + table.text(0) + "` where the header has `" + codes.name(row) + "`");
        }
        for (int i = 0; i < codes.size(); i++) {
            classes[row * codes.size() + i] = (byte) table.integer(i + 1, codes.name(i), 0, 2);
        }
    }
}
