package org.hasekura.resilience;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Reads trade statistics in their public forms and adds them to a table, file after file; products that are not wanted are
 * passed over, which bounds the memory.
 */
public final class TradeTables {

    private static final long ROWS_MAX = 200_000_000;
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private TradeTables() {}

    /**
     * BACI of CEPII: columns {@code t,i,j,k,v,q} – year, exporter, importer, HS 6-digit product, value in thousand current USD,
     * quantity in metric tons. Each line becomes an export of i and an import of j. Countries keep BACI's numeric codes.
     */
    public static void baci(Reader in, String file, Predicate<String> isWanted, TradeTable.Builder table)
            throws IOException, TableException {
        CsvRows rows = CsvRows.of(in, file, ROWS_MAX);
        int year = rows.column("t");
        int exporter = rows.column("i");
        int importer = rows.column("j");
        int product = rows.column("k");
        int value = rows.column("v");
        int quantity = rows.column("q");
        while (rows.next()) {
            String code = padded(rows.required(product), 6);
            if (isWanted.test(code)) {
                String from = rows.required(exporter);
                String to = rows.required(importer);
                int when = rows.integer(year);
                double amount = rows.amount(value);
                double weight = quantity(rows, quantity);
                table.add(from, to, code, TradeTable.Flow.EXPORT, when, amount, weight);
                table.add(to, from, code, TradeTable.Flow.IMPORT, when, amount, weight);
            }
        }
    }

    /**
     * Comext of Eurostat, monthly: reporter, partner, product, flow (1 import, 2 export), period as 202503, value in euros,
     * quantity in kilograms. The column names of the bulk files of both layouts are known.
     */
    public static void comext(Reader in, String file, Predicate<String> isWanted, TradeTable.Builder table)
            throws IOException, TableException {
        CsvRows rows = CsvRows.of(in, file, ROWS_MAX);
        int reporter = rows.columnOneOf(List.of("REPORTER", "DECLARANT_ISO", "reporter"));
        int partner = rows.columnOneOf(List.of("PARTNER", "PARTNER_ISO", "partner"));
        int product = rows.columnOneOf(List.of("PRODUCT_NC", "product"));
        int flow = rows.columnOneOf(List.of("FLOW", "flow"));
        int period = rows.columnOneOf(List.of("PERIOD", "period"));
        int value = rows.columnOneOf(List.of("VALUE_IN_EUROS", "VALUE_EUR", "value"));
        int quantity = rows.columnOneOf(List.of("QUANTITY_IN_KG", "QUANTITY_KG", "qty"));
        while (rows.next()) {
            String code = rows.required(product);
            if (isWanted.test(code)) {
                TradeTable.Flow way = switch (rows.required(flow)) {
                    case "1" -> TradeTable.Flow.IMPORT;
                    case "2" -> TradeTable.Flow.EXPORT;
                    default -> throw rows.fault(flow, "`" + rows.text(flow) + "` is neither 1 (import) nor 2 (export)");
                };
                table.add(
                        rows.required(reporter),
                        rows.required(partner),
                        code,
                        way,
                        rows.integer(period),
                        rows.amount(value),
                        quantity(rows, quantity));
            }
        }
    }

    /**
     * Trade statistics of Japan Customs (財務省貿易統計), by country: {@code Exp or Imp,Year,HS,Country,Unit1,Unit2} and for each
     * month {@code Quantity1-Jan,Quantity2-Jan,Value-Jan} …; 1 is export, 2 is import, values in thousand yen. Codes may carry
     * an apostrophe. The second quantity counts where there is one. The reporter is {@code JPN}; countries keep the
     * customs' numbers. Years' totals are not taken over.
     */
    public static void japan(Reader in, String file, Predicate<String> isWanted, TradeTable.Builder table)
            throws IOException, TableException {
        CsvRows rows = CsvRows.of(in, file, ROWS_MAX);
        int flow = rows.column("Exp or Imp");
        int year = rows.column("Year");
        int product = rows.column("HS");
        int partner = rows.column("Country");
        var columns = new ArrayList<int[]>();
        for (String month : MONTHS) {
            columns.add(new int[] {
                rows.column("Quantity1-" + month), rows.column("Quantity2-" + month), rows.column("Value-" + month)
            });
        }
        while (rows.next()) {
            String code = plain(rows.required(product));
            if (isWanted.test(code)) {
                TradeTable.Flow way = switch (plain(rows.required(flow))) {
                    case "1" -> TradeTable.Flow.EXPORT;
                    case "2" -> TradeTable.Flow.IMPORT;
                    default -> throw rows.fault(flow, "`" + rows.text(flow) + "` is neither 1 (export) nor 2 (import)");
                };
                for (int month = 0; month < columns.size(); month++) {
                    int[] of = columns.get(month);
                    double amount = rows.optionalNumber(of[2]).orElse(0);
                    if (amount != 0) {
                        double second = quantity(rows, of[1]);
                        table.add(
                                "JPN",
                                plain(rows.required(partner)),
                                code,
                                way,
                                rows.integer(year) * 100 + month + 1,
                                amount,
                                second > 0 ? second : quantity(rows, of[0]));
                    }
                }
            }
        }
    }

    /** BACI writes a missing quantity as NA. */
    private static double quantity(CsvRows rows, int column) throws TableException {
        if (rows.text(column).toUpperCase(Locale.ROOT).equals("NA")) {
            return Double.NaN;
        }
        OptionalDouble quantity = rows.optionalNumber(column);
        return quantity.orElse(Double.NaN);
    }

    private static String plain(String code) {
        return code.replace("'", "").strip();
    }

    /** Spreadsheets drop the zeros in front of a product code. */
    private static String padded(String code, int length) {
        return "0".repeat(Math.max(0, length - code.length())) + code;
    }
}
