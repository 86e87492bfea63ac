package org.hasekura.resilience;

import java.io.IOException;

/**
 * Input–output tables as three files say: deliveries {@code Z} with the buyers in the header and a row for each seller,
 * final demand {@code Y} with a row for each seller and any number of columns, and output {@code x}.
 */
public final class IoTables {

    private IoTables() {}

    /**
     * Reads a table.
     *
     * @throws TableException if a number is missing or an industry stands elsewhere than in the header of {@code Z}
     */
    public static IoTable read(TextTable deliveries, TextTable finalDemand, TextTable output)
            throws IOException, TableException {
        Names industries = header(deliveries);
        int size = industries.size();
        double[] matrix = new double[size * size];
        rows(deliveries, industries, (row, numbers) -> {
            require(deliveries, numbers.length, size);
            System.arraycopy(numbers, 0, matrix, row * size, size);
        });
        Names consumers = header(finalDemand);
        double[] bought = new double[size * consumers.size()];
        rows(finalDemand, industries, (row, numbers) -> {
            require(finalDemand, numbers.length, consumers.size());
            System.arraycopy(numbers, 0, bought, row * numbers.length, numbers.length);
        });
        double[] made = new double[size];
        header(output);
        rows(output, industries, (row, numbers) -> made[row] = numbers.length == 1 ? numbers[0] : Double.NaN);
        for (int i = 0; i < size; i++) {
            if (!(made[i] >= 0)) {
                throw output.fault("industry `" + industries.name(i) + "` needs one output that is not negative");
            }
        }
        return new IoTable(industries, matrix, consumers, bought, made);
    }

    @FunctionalInterface
    private interface Row {
        void take(int row, double[] numbers) throws TableException;
    }

    /** The columns of a table without the first, which names its rows. */
    private static Names header(TextTable table) throws IOException, TableException {
        if (!table.next()) {
            throw table.fault("is empty; its first row is a header");
        }
        int columns = table.fields() - 1;
        if (columns < 1 || columns > IoTable.INDUSTRIES_MAX) {
            throw table.fault("has " + columns + " columns of numbers, but can have 1 to " + IoTable.INDUSTRIES_MAX);
        }
        Names names = new Names();
        for (int i = 1; i <= columns; i++) {
            if (names.intern(table.bytes(), table.start(i), table.end(i)) != i - 1) {
                throw table.fault(table.text(i), "this column is there twice");
            }
        }
        return names;
    }

    private static void require(TextTable table, int found, int wanted) throws TableException {
        if (found != wanted) {
            throw table.faultInRow("has " + found + " numbers for the " + wanted + " columns of the header");
        }
    }

    private static void rows(TextTable table, Names industries, Row each) throws IOException, TableException {
        int row = 0;
        while (table.next()) {
            if (row == industries.size() || !table.text(0).equals(industries.name(row))) {
                String wanted = row == industries.size() ? "no more row" : "`" + industries.name(row) + "`";
                throw table.fault("id", "is `" + table.text(0) + "` where the header has " + wanted);
            }
            double[] numbers = new double[table.fields() - 1];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = table.number(i + 1, Integer.toString(i + 1));
            }
            each.take(row++, numbers);
        }
        if (row < industries.size()) {
            throw table.fault("ends before the row of `" + industries.name(row) + "`");
        }
    }
}
