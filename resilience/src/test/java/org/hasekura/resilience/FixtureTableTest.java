package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the table of fixtures in docs/resilience.md")
class FixtureTableTest {

    private static final String BEGIN = "<!-- fixtures: written by FixtureTableTest -->\n";
    private static final String END = "<!-- end of fixtures -->";

    private record Row(String what, String tool, double theirs, double ours, double largest) {

        static Row of(String what, String tool, double[] theirs, double[] ours) {
            double largest = 0;
            for (int i = 0; i < theirs.length; i++) {
                largest = Math.max(largest, Math.abs(ours[i] / theirs[i] - 1));
            }
            return new Row(what, tool, theirs[theirs.length - 1], ours[theirs.length - 1], largest);
        }

        String line() {
            // One digit that counts: the last bits depend on nothing but look as if they did.
            return String.format(
                    Locale.ROOT, "| %s | %s | %.10g | %.10g | %.0e |%n", what, tool, theirs, ours, largest);
        }
    }

    @Test
    @DisplayName("is what the tests measure")
    void table() throws IOException, TableException {
        Path page = Path.of(
                        Optional.ofNullable(System.getProperty("hasekura.home")).orElse("."))
                .resolve("docs")
                .resolve("resilience.md");
        assumeTrue(Files.exists(page), "the pages are not on this machine");
        StringBuilder table = new StringBuilder(BEGIN);
        table.append("| what | theirs from | theirs, last | ours, last | largest relative difference |\n");
        table.append("|---|---|---|---|---|\n");
        for (Row row : rows()) {
            table.append(row.line());
        }
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page, text.substring(0, begin) + table + text.substring(end));
        } else {
            assertThat(text.substring(begin, end)).isEqualTo(table.toString());
        }
    }

    private static List<Row> rows() throws IOException, TableException {
        List<Row> rows = new ArrayList<>();
        for (String sigma : List.of("none", "market")) {
            for (String eps : List.of("0.01", "1e-06")) {
                rows.add(esri(sigma, eps));
            }
        }
        rows.add(tenThousand());
        rows.add(series("value added, 2 firms, R=2, 20 days", toy(), Rationing.LEVEL, 15, "toy_R2_i15_VA.txt"));
        rows.add(series(
                "value added, 10,000 firms, R=0, 30 days",
                g10k(),
                Rationing.PROPORTIONAL,
                10,
                "pronet_g10k_R0_i10_VA.txt"));
        rows.add(series(
                "value added, 10,000 firms, R=2 `--compat`",
                g10k(),
                Rationing.PUBLISHED_LEVEL,
                10,
                "pronet_g10k_R2_i10_VA.txt"));
        rows.add(series(
                "value added, 10,000 firms, R=2 as in the papers",
                g10k(),
                Rationing.LEVEL,
                10,
                "pronet_g10k_R2_i10_VA.txt"));
        rows.add(world());
        return rows;
    }

    private static Row esri(String sigma, String eps) throws IOException, TableException {
        EssentialityTable matrix = EssentialityTable.read(Fixtures.commas("esri-fixtures/ess_mat_n2_ihs.csv"));
        SectorTable firms = SectorTable.read(Fixtures.commas("esri-fixtures/erdos_reny_101_213_sectors.csv"))
                .numberedAs(matrix.codes(), "sectors");
        FirmNetwork network = EdgeTable.read(Fixtures.commas("esri-fixtures/erdos_reny_101_213_edges.csv"), firms);
        Esri model = Esri.of(
                network,
                matrix.matrix(),
                sigma.equals("none") ? Esri.Replaceability.NONE : Esri.Replaceability.MARKET,
                Double.parseDouble(eps));
        String file = "esri-fixtures/erdos_reny_101_213_esri_" + sigma + "_eps" + eps + ".csv";
        try (Workers workers = Workers.of(2)) {
            return Row.of(
                    "index, 101 firms, σ " + sigma + ", ε " + eps,
                    "GLcascade",
                    column(Fixtures.commas(file), 101, 1),
                    model.scores(workers).esri());
        }
    }

    private static Row tenThousand() throws IOException, TableException {
        EssentialityTable matrix = EssentialityTable.read(Fixtures.commas("esri-fixtures/ess_mat_n4_ihs.csv"));
        int[] sector = IntStream.range(0, 10_000).map(firm -> firm % 616).toArray();
        FirmNetwork network = EdgeTable.read(
                Fixtures.commas("esri-fixtures/net10000.csv.gz"),
                new SectorTable(Names.numbered(1, 10_000), matrix.codes(), sector));
        Esri model = Esri.of(network, matrix.matrix(), Esri.Replaceability.MARKET, Esri.PUBLISHED_EPS);
        try (Workers workers = Workers.of(2)) {
            return Row.of(
                    "index, 40 of 10,000 firms, σ market, ε 0.01",
                    "fastcascade",
                    column(Fixtures.commas("esri-fixtures/net10000_fastcascade_first40_eps0.01.csv"), 40, 1),
                    model.scores(IntStream.range(0, 40).toArray(), workers, Optional.empty())
                            .esri());
        }
    }

    private record Input(ProductionNetwork network, Damage damage) {}

    private static Input toy() throws IOException, TableException {
        return input("toyFirmAffiliation.txt", "toyATableLine.txt", "toyCVector.txt", "toyDelta01.txt");
    }

    private static Input g10k() throws IOException, TableException {
        return input("g10k.F3.txt.gz", "g10k.A.txt.gz", "g10k.C.txt.gz", "g10k.D.txt.gz");
    }

    private static Input input(String sectors, String links, String finalDemand, String damage)
            throws IOException, TableException {
        String folder = "inoue-todo-fixtures/";
        SectorTable firms = SectorTable.read(Fixtures.blanks(folder + sectors));
        ProductionNetwork network = new ProductionNetwork(
                EdgeTable.read(Fixtures.blanks(folder + links), firms),
                ProductionTables.amounts(Fixtures.blanks(folder + finalDemand), firms.firms()));
        return new Input(network, ProductionTables.damage(Fixtures.blanks(folder + damage), firms.firms()));
    }

    private static Row series(String what, Input input, Rationing rationing, double stockDays, String file)
            throws IOException, TableException {
        int days = file.startsWith("toy") ? 20 : 30;
        double[] theirs = new double[days + 1];
        try (TextTable table = Fixtures.blanks("inoue-todo-fixtures/" + file);
                Workers workers = Workers.of(2)) {
            for (int i = 0; i <= days; i++) {
                table.next();
                theirs[i] = table.number(1, "value added");
            }
            double[] ours = InoueTodo.of(input.network, rationing, InoueTodo.TAU_DAYS, stockDays)
                    .valueAdded(input.damage, new Recovery.Never(), days, workers);
            return Row.of(what, "ProductionNetworkSimulator", theirs, ours);
        }
    }

    private static Row world() throws IOException, TableException {
        IoTable table = IoTables.read(
                Fixtures.commas("wiod-2011-7r35s/Z.csv"),
                Fixtures.commas("wiod-2011-7r35s/Y.csv"),
                Fixtures.commas("wiod-2011-7r35s/x.csv"));
        double[][] production =
                Ario.of(table, ArioSettings.DEFAULT).production(List.of(new ArioShock("JPN:*", 0.10, 5, 30, 30)), 365);
        StringBuilder written = new StringBuilder();
        ArioTable.writeByRegion(production, table, written);
        String file = "ario-fixtures/boario_jpn_all_10_production_by_region.csv";
        // Column 3 is Japan's.
        return Row.of(
                "production of Japan, −10 % for 30 days, 365 days",
                "BoARIO 0.6.3",
                column(Fixtures.commas(file), 365, 3),
                column(Texts.commas(written.toString()), 365, 3));
    }

    private static double[] column(TextTable table, int rows, int column) throws IOException, TableException {
        double[] numbers = new double[rows];
        try (table) {
            table.next();
            for (int i = 0; i < rows; i++) {
                table.next();
                numbers[i] = table.number(column, "theirs");
            }
        }
        return numbers;
    }
}
