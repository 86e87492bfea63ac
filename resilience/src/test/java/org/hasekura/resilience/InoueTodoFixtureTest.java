package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("value added day by day, compared with Inoue's program,")
class InoueTodoFixtureTest {

    private static final String FOLDER = "inoue-todo-fixtures/";

    private record Input(ProductionNetwork network, Damage damage) {}

    private static Input tenThousand() throws IOException, TableException {
        return input("g10k.F3.txt.gz", "g10k.A.txt.gz", "g10k.C.txt.gz", "g10k.P.txt.gz", "g10k.D.txt.gz");
    }

    private static Input input(String sectors, String links, String finalDemand, String output, String damage)
            throws IOException, TableException {
        SectorTable firms = SectorTable.read(Fixtures.blanks(FOLDER + sectors));
        ProductionNetwork network = new ProductionNetwork(
                EdgeTable.read(Fixtures.blanks(FOLDER + links), firms),
                ProductionTables.amounts(Fixtures.blanks(FOLDER + finalDemand), firms.firms()));
        ProductionTables.compareOutput(
                ProductionTables.amounts(Fixtures.blanks(FOLDER + output), firms.firms()),
                network,
                firms.firms(),
                output);
        return new Input(network, ProductionTables.damage(Fixtures.blanks(FOLDER + damage), firms.firms()));
    }

    private static double[] ours(Input input, Rationing rationing, double stockDays, int days) {
        try (Workers workers = Workers.of(2)) {
            return InoueTodo.of(input.network, rationing, InoueTodo.TAU_DAYS, stockDays)
                    .valueAdded(input.damage, new Recovery.Never(), days, workers);
        }
    }

    private static double[] theirs(String name, int days) throws IOException, TableException {
        double[] series = new double[days + 1];
        try (TextTable table = Fixtures.blanks(FOLDER + name)) {
            for (int i = 0; i <= days; i++) {
                table.next();
                series[i] = table.number(1, "value added");
            }
        }
        return series;
    }

    private static void compare(double[] ours, double[] theirs, double percent) {
        for (int i = 0; i < theirs.length; i++) {
            assertThat(ours[i]).as("day " + (i - 1)).isCloseTo(theirs[i], withinPercentage(percent));
        }
    }

    @Test
    @DisplayName("is the same for two firms to the last digits")
    void twoFirms() throws IOException, TableException {
        Input toy = input(
                "toyFirmAffiliation.txt", "toyATableLine.txt", "toyCVector.txt", "toyPiniVector.txt", "toyDelta01.txt");
        compare(ours(toy, Rationing.LEVEL, 15, 20), theirs("toy_R2_i15_VA.txt", 20), 1e-10);
    }

    @Test
    @DisplayName("is the same for 10,000 firms with proportional rationing, to 7 digits and more")
    void proportional() throws IOException, TableException {
        compare(ours(tenThousand(), Rationing.PROPORTIONAL, 10, 30), theirs("pronet_g10k_R0_i10_VA.txt", 30), 1e-8);
    }

    @Test
    @DisplayName("is the same for 10,000 firms with the program's own levels")
    void published() throws IOException, TableException {
        compare(ours(tenThousand(), Rationing.PUBLISHED_LEVEL, 10, 30), theirs("pronet_g10k_R2_i10_VA.txt", 30), 1e-6);
    }
}
