package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("production day by day, compared with BoARIO 0.6.3,")
class ArioFixtureTest {

    // Their tables are rounded to ten digits.
    private static final double PERCENT = 1e-7;
    private static final ArioShock JAPAN = new ArioShock("JPN:*", 0.10, 5, 30, 30);

    private static IoTable world() throws IOException, TableException {
        return IoTables.read(
                Fixtures.commas("wiod-2011-7r35s/Z.csv"),
                Fixtures.commas("wiod-2011-7r35s/Y.csv"),
                Fixtures.commas("wiod-2011-7r35s/x.csv"));
    }

    private static double[] whole(double[][] production) {
        return Arrays.stream(production)
                .mapToDouble(day -> Arrays.stream(day).sum())
                .toArray();
    }

    @Test
    @DisplayName("is the same for every region on every day when Japan loses a tenth for 30 days")
    void regions() throws IOException, TableException {
        IoTable table = world();
        double[][] ours = Ario.of(table, ArioSettings.DEFAULT).production(List.of(JAPAN), 365);
        StringBuilder written = new StringBuilder();
        ArioTable.writeByRegion(ours, table, written);
        try (TextTable theirs = Fixtures.commas("ario-fixtures/boario_jpn_all_10_production_by_region.csv");
                TextTable own = Texts.commas(written.toString())) {
            while (theirs.next()) {
                assertThat(own.next()).isTrue();
                assertThat(own.fields()).isEqualTo(theirs.fields());
                for (int i = 0; i < theirs.fields(); i++) {
                    if (theirs.row() == 1) {
                        assertThat(own.text(i)).isEqualTo(theirs.text(i));
                    } else {
                        assertThat(own.number(i, "ours"))
                                .isCloseTo(theirs.number(i, "theirs"), withinPercentage(PERCENT));
                    }
                }
            }
            assertThat(own.next()).isFalse();
        }
    }

    @Test
    @DisplayName("is the same for each of 245 industries on every fifteenth day")
    void industries() throws IOException, TableException {
        IoTable table = world();
        double[][] ours = Ario.of(table, ArioSettings.DEFAULT).production(List.of(JAPAN), 365);
        try (TextTable theirs = Fixtures.commas("ario-fixtures/boario_jpn_all_10_production_every15d.csv")) {
            theirs.next();
            String[] industry = new String[theirs.fields()];
            for (int i = 1; i < industry.length; i++) {
                industry[i] = theirs.text(i) + ":";
            }
            theirs.next();
            for (int i = 1; i < industry.length; i++) {
                industry[i] += theirs.text(i);
            }
            theirs.next();
            int days = 0;
            while (theirs.next()) {
                for (int i = 1; i < industry.length; i++) {
                    double our = ours[theirs.integer(0, "step", 0, 364)][
                            table.industries().find(industry[i])];
                    assertThat(our).as(industry[i]).isCloseTo(theirs.number(i, "theirs"), withinPercentage(PERCENT));
                }
                days++;
            }
            assertThat(days).isEqualTo(25);
        }
    }

    @Test
    @DisplayName("has the same worst day and the same loss when half of Taiwan's electronics stop for 60 days")
    void taiwan() throws IOException, TableException {
        double[] world = whole(Ario.of(world(), ArioSettings.DEFAULT.withStockDays(30))
                .production(List.of(new ArioShock("TWN:c14", 0.5, 5, 60, 30)), 365));
        int worst = 0;
        double lostDays = 0;
        for (int day = 0; day < world.length; day++) {
            worst = world[day] < world[worst] ? day : worst;
            lostDays += 1 - world[day] / world[0];
        }
        assertThat(world[0]).isCloseTo(388_264.1972602741, withinPercentage(1e-11));
        assertThat(worst).isEqualTo(16);
        assertThat(world[worst]).isCloseTo(387_838.5475147676, withinPercentage(1e-11));
        assertThat(lostDays).isCloseTo(0.06970167, within(1e-8));
    }
}
