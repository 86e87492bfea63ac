package org.hasekura.resilience;

import java.io.IOException;
import java.util.Arrays;

/** Links between firms as a file says: supplier, customer and amount in each row, with or without a header. */
public final class EdgeTable {

    private static final int LINKS_AT_FIRST = 1 << 12;

    private EdgeTable() {}

    /**
     * Reads links between firms whose sectors are known.
     *
     * @throws TableException if a firm has no sector, or an amount is negative or no number
     */
    public static FirmNetwork read(TextTable table, SectorTable firms) throws IOException, TableException {
        int[] supplier = new int[LINKS_AT_FIRST];
        int[] customer = new int[LINKS_AT_FIRST];
        double[] amount = new double[LINKS_AT_FIRST];
        int count = 0;
        boolean isFirst = true;
        while (table.next()) {
            table.require(3, "supplier", "customer", "amount");
            boolean isHeader = isFirst && !table.isNumber(2);
            isFirst = false;
            if (isHeader) {
                continue;
            }
            if (count == supplier.length) {
                supplier = Arrays.copyOf(supplier, 2 * count);
                customer = Arrays.copyOf(customer, 2 * count);
                amount = Arrays.copyOf(amount, 2 * count);
            }
            supplier[count] = firm(table, 0, "supplier", firms.firms());
            customer[count] = firm(table, 1, "customer", firms.firms());
            amount[count++] = table.amount(2, "amount");
        }
        if (count == 0) {
            throw table.fault("has no link; each row needs a supplier, a customer and an amount");
        }
        return FirmNetwork.of(
                firms.sectors().size(),
                firms.sectorOf(),
                Arrays.copyOf(supplier, count),
                Arrays.copyOf(customer, count),
                Arrays.copyOf(amount, count));
    }

    private static int firm(TextTable table, int field, String column, Names firms) throws TableException {
        int firm = firms.find(table.bytes(), table.start(field), table.end(field));
        if (firm < 0) {
            throw table.fault(column, "firm `" + table.text(field) + "` is in no row of the table of sectors");
        }
        return firm;
    }
}
