package org.hasekura.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hasekura.resilience.EdgeTable;
import org.hasekura.resilience.Ensemble;
import org.hasekura.resilience.Esri;
import org.hasekura.resilience.EsriTable;
import org.hasekura.resilience.Essentiality;
import org.hasekura.resilience.InoueTodo;
import org.hasekura.resilience.Names;
import org.hasekura.resilience.ProductionNetwork;
import org.hasekura.resilience.ProductionTables;
import org.hasekura.resilience.Rationing;
import org.hasekura.resilience.Recovery;
import org.hasekura.resilience.SectorTable;
import org.hasekura.resilience.SeriesTable;
import org.hasekura.resilience.Synthetic;
import org.hasekura.resilience.SyntheticTables;
import org.hasekura.resilience.TableException;
import org.hasekura.resilience.TableReading;
import org.hasekura.resilience.TextTable;
import org.hasekura.resilience.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On a standalone Flink of two processes")
class ClusterTest {

    private static final int FIRMS = 8_000;
    private static final int PIECES = 12;

    /** Small, so that there is a middle to be killed in. */
    private static final double EPS = 1e-3;

    private static final int SEEDS = 24;
    private static final int DAYS = 60;

    @TempDir
    private static Path folder;

    private static Optional<StandaloneFlink> cluster = Optional.empty();
    private static String jar = "";
    private static Synthetic made;

    @BeforeAll
    static void start() throws IOException {
        Path home = Path.of(System.getProperty("hasekura.home"));
        Optional<String> classPath = FlinkProcess.classPath(home);
        assumeTrue(
                classPath.isPresent(),
                "skipped: the jars of Apache Flink are not resolved; ./hasekura test does it, or mvn -f flink/cluster/pom.xml package");
        try (Workers workers = Workers.of(2)) {
            made = Synthetic.of(Synthetic.Recipe.HUB, FIRMS, 7, workers);
        }
        write("edges.csv", out -> SyntheticTables.edges(made.network().links(), out));
        write("sectors.csv", out -> SyntheticTables.sectors(made.network().links(), out));
        write("links.txt", out -> SyntheticTables.links(made.network().links(), out));
        write("final.txt", out -> SyntheticTables.amounts(made.network().finalDemand(), out));
        write(
                "affiliation.txt",
                out -> SyntheticTables.affiliation(made.network().links(), out));
        StandaloneFlink started = StandaloneFlink.start(classPath.get(), folder);
        cluster = Optional.of(started);
        jar = started.upload(home.resolve("flink").resolve("target").resolve("hasekura-flink.jar"));
    }

    @AfterAll
    static void stop() {
        cluster.ifPresent(StandaloneFlink::close);
    }

    @Test
    @DisplayName("the index of all firms is the library's to the last bit, though a worker is killed in the middle")
    void esriSurvivesAKilledWorker() throws IOException {
        StandaloneFlink flink = cluster.orElseThrow();
        String job = flink.run(
                jar,
                "esri",
                "--edges",
                path("edges.csv"),
                "--sectors",
                path("sectors.csv"),
                "--out",
                path("esri.csv"),
                "--sigma",
                "market",
                "--eps",
                Double.toString(EPS),
                "--pieces",
                Integer.toString(PIECES));

        int done = StandaloneFlink.finished(
                flink.untilJob(job, seen -> StandaloneFlink.finished(seen, "close firms") >= 2), "close firms");
        flink.killTaskManager();
        flink.addTaskManager();
        flink.awaitFinished(job);

        assertThat(done).as("killed in the middle").isBetween(2, PIECES - 1);
        assertSame("esri.csv", esriByTheLibrary());
    }

    @Test
    @DisplayName("an ensemble of two scenarios writes what the library writes, a table for each")
    void ensembleIsTheLibrarys() throws IOException {
        StandaloneFlink flink = cluster.orElseThrow();
        flink.awaitFinished(flink.run(
                jar,
                "ensemble",
                "--links",
                path("links.txt"),
                "--final",
                path("final.txt"),
                "--sectors",
                path("affiliation.txt"),
                "--scenarios",
                "0.01:0.2:0.9,0.2:0.5:0.5",
                "--seed",
                "5",
                "--seeds",
                Integer.toString(SEEDS),
                "--days",
                Integer.toString(DAYS),
                "--out",
                path("va.csv")));

        assertSame("va-1.csv", ensembleByTheLibrary(0.01, 0.2, 0.9));
        assertSame("va-2.csv", ensembleByTheLibrary(0.2, 0.5, 0.5));
    }

    @Test
    @DisplayName("a row that is no row ends the job with file, row and column, and is not tried again")
    void badTable() throws IOException {
        StandaloneFlink flink = cluster.orElseThrow();
        Files.writeString(folder.resolve("bad.csv"), "supplier,customer,w\n0,1,2.5\n0,1,-3\n");

        String job = flink.run(
                jar, "esri", "--edges", path("bad.csv"), "--sectors", path("sectors.csv"), "--out", path("x.csv"));

        assertThatThrownBy(() -> flink.awaitFinished(job))
                .hasMessageContaining("FAILED")
                .hasMessageContaining("bad.csv`, row 3, column `amount`");
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    @DisplayName("a table that is not there is refused before the job begins")
    void missingTable() throws IOException {
        StandaloneFlink flink = cluster.orElseThrow();

        assertThatThrownBy(() -> flink.run(
                        jar,
                        "esri",
                        "--edges",
                        path("nowhere.csv"),
                        "--sectors",
                        path("sectors.csv"),
                        "--out",
                        path("x.csv")))
                .hasMessageContaining("nowhere.csv");
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    /** To the last bit; a failure shows the first line that differs, not thousands. */
    private static void assertSame(String file, String expected) throws IOException {
        List<String> seen = Files.readAllLines(folder.resolve(file));
        List<String> wanted = expected.lines().toList();
        assertThat(seen).as(file).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(seen.get(i)).as(file + ", line " + (i + 1)).isEqualTo(wanted.get(i));
        }
    }

    private static String esriByTheLibrary() throws IOException {
        var links = made.network().links();
        var out = new StringWriter();
        try (Workers workers = Workers.of(2)) {
            var model = Esri.of(links, Essentiality.linear(links.sectors()), Esri.Replaceability.MARKET, EPS);
            EsriTable.write(model.scores(workers), Names.numbered(0, FIRMS), out);
        }
        return out.toString();
    }

    private static String ensembleByTheLibrary(double hit, double lossMin, double lossMax) throws IOException {
        long[] seeds = LongStream.range(5, 5 + SEEDS).toArray();
        // As the tables say: sectors are numbered there in another order, and sums differ in their last digit by it.
        SectorTable firms = read("affiliation.txt", SectorTable::read);
        var network = new ProductionNetwork(
                read("links.txt", table -> EdgeTable.read(table, firms)),
                read("final.txt", table -> ProductionTables.amounts(table, firms.firms())));
        InoueTodo model = InoueTodo.of(network, Rationing.LEVEL, InoueTodo.TAU_DAYS, InoueTodo.STOCK_DAYS);
        var out = new StringWriter();
        try (Workers workers = Workers.of(2)) {
            double[][] series =
                    new Ensemble(hit, lossMin, lossMax).run(model, FIRMS, new Recovery.Never(), DAYS, seeds, workers);
            SeriesTable.writeEnsemble(series, seeds, out);
        }
        return out.toString();
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static <T> T read(String name, TableReading<T> reading) throws IOException {
        try (TextTable table =
                TextTable.open(name, TextTable.Form.BLANKS, Files.newInputStream(folder.resolve(name)))) {
            return reading.read(table);
        } catch (TableException e) {
            throw new IOException(e);
        }
    }

    private interface Writing {
        void write(Appendable out) throws IOException;
    }

    private static void write(String name, Writing writing) throws IOException {
        try (var out = Files.newBufferedWriter(folder.resolve(name))) {
            writing.write(out);
        }
    }
}
