package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Dependence on imports")
class ImportDependenceTest {

    private static final List<String> UNION = List.of("DE", "FR");

    /** The union buys 60 from CN, 40 from US and 20 within; it sells 10. The world's exports: CN 160, US 40, DE 30. */
    private static TradeTable.Builder trade(int year) {
        return new TradeTable.Builder()
                .add("DE", "CN", "854110", TradeTable.Flow.IMPORT, year, 60, 1)
                .add("FR", "US", "854110", TradeTable.Flow.IMPORT, year, 40, 1)
                .add("FR", "DE", "854110", TradeTable.Flow.IMPORT, year, 20, 1)
                .add("DE", "JP", "854110", TradeTable.Flow.EXPORT, year, 10, 1)
                .add("DE", "FR", "854110", TradeTable.Flow.EXPORT, year, 20, 1)
                .add("JP", "CN", "854110", TradeTable.Flow.IMPORT, year, 100, 1)
                .add("CN", "JP", "854110", TradeTable.Flow.EXPORT, year, 160, 1)
                .add("US", "FR", "854110", TradeTable.Flow.EXPORT, year, 40, 1);
    }

    @Test
    @DisplayName("has the Commission's three indicators, and is flagged when all three are")
    void commission() {
        ImportDependence union =
                ImportDependence.of(trade(2024).build(), UNION, "854110", 2024).orElseThrow();
        assertThat(union.importHhi()).isCloseTo(0.36 + 0.16, within(1e-12));
        assertThat(union.outsideFraction()).isCloseTo(100.0 / 120, within(1e-12));
        assertThat(union.importsOverExports()).isCloseTo(100.0 / 30, within(1e-12));
        assertThat(union.isFlaggedByCommission()).isTrue();
        assertThat(union.topPartner()).isEqualTo("CN");
        assertThat(ImportDependence.of(trade(2024).build(), UNION, "854110", 2023))
                .isEmpty();
    }

    @Test
    @DisplayName("persists by CEPII's rule when two of three years are flagged, and 9999 stands for no exports")
    void cepii() {
        TradeTable.Builder years = trade(2022);
        TradeTable two = addYear(years, 2024).build();
        assertThat(ImportDependence.of(two, UNION, "854110", 2024).orElseThrow().worldExportHhi())
                .isCloseTo((160.0 * 160 + 40 * 40 + 30 * 30) / (230.0 * 230), within(1e-12));
        assertThat(ImportDependence.isPersistent(two, UNION, "854110", 2024)).isTrue();
        assertThat(ImportDependence.isPersistent(trade(2024).build(), UNION, "854110", 2024))
                .isFalse();
        assertThat(ImportDependence.of(two, List.of("JP"), "854110", 2024)
                        .orElseThrow()
                        .importsOverExports())
                .isEqualTo(ImportDependence.NO_EXPORTS);
    }

    private static TradeTable.Builder addYear(TradeTable.Builder trade, int year) {
        return trade.add("DE", "CN", "854110", TradeTable.Flow.IMPORT, year, 60, 1)
                .add("FR", "US", "854110", TradeTable.Flow.IMPORT, year, 40, 1)
                .add("DE", "FR", "854110", TradeTable.Flow.EXPORT, year, 30, 1)
                .add("JP", "CN", "854110", TradeTable.Flow.IMPORT, year, 100, 1)
                .add("CN", "JP", "854110", TradeTable.Flow.EXPORT, year, 160, 1)
                .add("US", "FR", "854110", TradeTable.Flow.EXPORT, year, 40, 1);
    }

    @Test
    @DisplayName("is common where both are flagged and have the same largest supplier, as strong as the weaker share")
    void common() {
        assertThat(ImportDependence.common(trade(2024).build(), UNION, List.of("JP"), 2024))
                .containsExactly(new ImportDependence.Common("854110", "CN", 0.6));
    }

    @Test
    @DisplayName("is read from BACI, Comext and Japan Customs")
    void readers() throws Exception {
        TradeTable baci = read(
                TradeTables::baci,
                "t,i,j,k,v,q\n2023,156,392,28046,10.5,NA\n2023,842,392,854110,1,2\n",
                "baci.csv",
                code -> code.startsWith("028"));
        assertThat(baci.products()).containsExactly("028046");
        assertThat(baci.byPartner(List.of("392"), "028046", TradeTable.Flow.IMPORT, year -> year == 2023))
                .containsExactly(Map.entry("156", 10.5));
        TradeTable comext = read(TradeTables::comext, """
                        REPORTER,PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG
                        DE,CN,85411000,1,202401,100,10
                        DE,CN,85411000,1,202403,300,10
                        FR,DE,85411000,1,202403,50,5
                        """, "comext.csv", _ -> true);
        MonthlySeries series = comext.monthly(UNION, "85411000", UNION).orElseThrow();
        assertThat(series.months()).isEqualTo(3);
        assertThat(series.value(1)).isZero();
        assertThat(series.unitValue(2)).isEqualTo(30);
        String months = Stream.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
                .map(month -> "Quantity1-" + month + ",Quantity2-" + month + ",Value-" + month)
                .collect(Collectors.joining(","));
        TradeTable japan = read(
                TradeTables::japan,
                "Exp or Imp,Year,HS,Country,Unit1,Unit2," + months + "\n2,2024,'811292000','105, ,KG," + "0,7,70"
                        + ",0,0,0".repeat(11) + "\n",
                "japan.csv",
                _ -> true);
        assertThat(japan.monthly(List.of("JPN"), "811292000", List.of())
                        .orElseThrow()
                        .unitValue(0))
                .isEqualTo(10);
    }

    @Test
    @DisplayName("is refused by file, row and column")
    void refused() {
        assertThatThrownBy(() -> read(TradeTables::baci, "t,i,j,k,v,q\n2023,1,2,3,-5,1\n", "b.csv", _ -> true))
                .isInstanceOf(TableException.class)
                .hasMessage("b.csv, row 2, column `v`: `-5` is negative");
        assertThatThrownBy(() -> read(TradeTables::comext, "REPORTER,PARTNER\n", "c.csv", _ -> true))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("has no column `PRODUCT_NC`");
    }

    @Test
    @DisplayName("is reported product by product, with years and reporters as the table has them")
    void report() {
        TradeTable years = addYear(trade(2023), 2024)
                .add("DE", "CN", "280461", TradeTable.Flow.IMPORT, 2024, 1, 1)
                .add("DE", "US", "280461", TradeTable.Flow.IMPORT, 2024, 1, 1)
                .add("DE", "KR", "280461", TradeTable.Flow.IMPORT, 2024, 1, 1)
                .build();

        assertThat(years.years()).containsExactly(2023, 2024);
        assertThat(years.reporters()).containsExactly("CN", "DE", "FR", "JP", "US");
        ImportReport flagged = ImportReport.of(years, UNION, List.of("JP"), 2024, false);
        assertThat(flagged.products()).isEqualTo(2);
        assertThat(flagged.rows()).singleElement().satisfies(row -> {
            assertThat(row.dependence().product()).isEqualTo("854110");
            assertThat(row.isPersistent()).isTrue();
        });
        assertThat(flagged.common()).containsExactly(new ImportDependence.Common("854110", "CN", 0.6));
        assertThat(ImportReport.of(years, UNION, List.of(), 2024, true).rows()).hasSize(2);
    }

    private interface Reading {
        void read(Reader in, String file, Predicate<String> isWanted, TradeTable.Builder table)
                throws IOException, TableException;
    }

    private static TradeTable read(Reading reading, String text, String file, Predicate<String> isWanted)
            throws IOException, TableException {
        var table = new TradeTable.Builder();
        reading.read(new StringReader(text), file, isWanted, table);
        return table.build();
    }
}
