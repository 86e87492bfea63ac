package org.hasekura.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("the index, compared with the authors' program,")
class EsriFixtureTest {

    private static final double TOLERANCE = 1e-9;

    @TestFactory
    @DisplayName("is the same for 101 firms with")
    Stream<DynamicTest> randomNetwork() {
        return Stream.of("none", "market")
                .flatMap(sigma -> Stream.of("0.01", "1e-06")
                        .map(eps -> DynamicTest.dynamicTest(
                                sigma + " replaceability and ε = " + eps, () -> compare(sigma, eps))));
    }

    private static void compare(String sigma, String eps) throws IOException, TableException {
        EssentialityTable matrix = EssentialityTable.read(Fixtures.commas("esri-fixtures/ess_mat_n2_ihs.csv"));
        SectorTable firms = SectorTable.read(Fixtures.commas("esri-fixtures/erdos_reny_101_213_sectors.csv"))
                .numberedAs(matrix.codes(), "sectors");
        FirmNetwork network = EdgeTable.read(Fixtures.commas("esri-fixtures/erdos_reny_101_213_edges.csv"), firms);
        Esri model = Esri.of(
                network,
                matrix.matrix(),
                sigma.equals("none") ? Esri.Replaceability.NONE : Esri.Replaceability.MARKET,
                Double.parseDouble(eps));
        try (Workers workers = Workers.of(2);
                TextTable theirs =
                        Fixtures.commas("esri-fixtures/erdos_reny_101_213_esri_" + sigma + "_eps" + eps + ".csv")) {
            EsriScores ours = model.scores(workers);
            theirs.next();
            for (int i = 0; i < network.firms(); i++) {
                theirs.next();
                assertThat(ours.esri()[i]).isCloseTo(theirs.number(1, "esri"), within(TOLERANCE));
                assertThat(ours.down()[i]).isCloseTo(theirs.number(2, "esri_down"), within(TOLERANCE));
                assertThat(ours.up()[i]).isCloseTo(theirs.number(3, "esri_up"), within(TOLERANCE));
                assertThat((double) ours.sweeps()[i]).isEqualTo(theirs.number(4, "iters"));
            }
        }
    }

    @Test
    @DisplayName("is the same for the first 40 of 10,000 firms in 616 sectors")
    void tenThousand() throws IOException, TableException {
        EssentialityTable matrix = EssentialityTable.read(Fixtures.commas("esri-fixtures/ess_mat_n4_ihs.csv"));
        // The fixture has no table of sectors: its firms go through the rows of the matrix in turn.
        StringBuilder sectors = new StringBuilder();
        IntStream.rangeClosed(1, 10_000)
                .forEach(firm -> sectors.append(firm)
                        .append(',')
                        .append(matrix.codes().name((firm - 1) % 616))
                        .append('\n'));
        TextTable table = TextTable.open(
                "sectors",
                TextTable.Form.COMMAS,
                new ByteArrayInputStream(sectors.toString().getBytes(StandardCharsets.UTF_8)));
        SectorTable firms = SectorTable.read(table).numberedAs(matrix.codes(), "sectors");
        FirmNetwork network = EdgeTable.read(Fixtures.commas("esri-fixtures/net10000.csv.gz"), firms);
        Esri model = Esri.of(network, matrix.matrix(), Esri.Replaceability.MARKET, Esri.PUBLISHED_EPS);
        try (Workers workers = Workers.of(2);
                TextTable theirs = Fixtures.commas("esri-fixtures/net10000_fastcascade_first40_eps0.01.csv")) {
            EsriScores ours = model.scores(IntStream.range(0, 40).toArray(), workers, Optional.empty());
            theirs.next();
            for (int i = 0; i < 40; i++) {
                theirs.next();
                assertThat(ours.esri()[i]).isCloseTo(theirs.number(1, "esri"), within(TOLERANCE));
                assertThat(ours.down()[i]).isCloseTo(theirs.number(2, "esri_down"), within(TOLERANCE));
                assertThat(ours.up()[i]).isCloseTo(theirs.number(3, "esri_up"), within(TOLERANCE));
                assertThat((double) ours.sweeps()[i]).isEqualTo(theirs.number(6, "T"));
            }
        }
    }
}
