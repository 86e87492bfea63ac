package org.hasekura.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hasekura.resilience.Ario;
import org.hasekura.resilience.ArioSettings;
import org.hasekura.resilience.ArioShock;
import org.hasekura.resilience.Ensemble;
import org.hasekura.resilience.Esri;
import org.hasekura.resilience.FirmNetwork;
import org.hasekura.resilience.InoueTodo;
import org.hasekura.resilience.InoueTodoRun;
import org.hasekura.resilience.IoTable;
import org.hasekura.resilience.Names;
import org.hasekura.resilience.ProductionNetwork;
import org.hasekura.resilience.Rationing;
import org.hasekura.resilience.Recovery;
import org.hasekura.resilience.Synthetic;
import org.hasekura.resilience.Workers;

/**
 * How fast shocks are calculated on made-up networks. The machine may be busy with other things: beside each wall time
 * stands the processor time, and what the machine's load was.
 */
final class ShocksMeasurement implements Measurement {

    private static final long SEED = 7;
    private static final int SMALL = 10_000;
    private static final int MIDDLE = 100_000;
    private static final int LARGE = 1_000_000;

    /** What was measured, by panel and line; filled by the one thread that measures. */
    private final Map<String, Map<String, List<Growth.Point>>> points = new LinkedHashMap<>();

    @Override
    public String name() {
        return "resilience";
    }

    @Override
    public String about() {
        return "shocks on made-up networks of 10,000 to 1,000,000 firms, and on 245 industries";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        List<Figure> figures = new ArrayList<>();
        try (Workers workers = Workers.of(Runtime.getRuntime().availableProcessors())) {
            figures.add(industries());
            for (Synthetic.Recipe recipe : List.of(Synthetic.Recipe.DEVETAK, Synthetic.Recipe.HUB)) {
                figures.add(esri(place, recipe, SMALL, SMALL, workers).reaching(Goal.atMost(2, "s", "all firms")));
                figures.add(esri(place, recipe, MIDDLE, 1_000, workers)
                        .reaching(Goal.atMost(recipe == Synthetic.Recipe.HUB ? 300 : 60, "s", "all firms")));
                figures.add(esri(place, recipe, LARGE, 50, workers));
            }
            for (int firms : new int[] {SMALL, MIDDLE, LARGE}) {
                figures.addAll(days(place, firms, workers));
            }
        }
        return figures;
    }

    /** What a calculation took, on the wall and on the processors. */
    private record Taken(double seconds, double cpuSeconds, double load) {

        static Taken by(Runnable work) {
            long cpu = Cpu.ofThisProcessNanos();
            long wall = System.nanoTime();
            work.run();
            return new Taken(
                    (System.nanoTime() - wall) / 1e9,
                    (Cpu.ofThisProcessNanos() - cpu) / 1e9,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }

        String remark() {
            return String.format(Locale.ROOT, "load of the machine %.0f", load);
        }
    }

    private Figure esri(Place place, Synthetic.Recipe recipe, int firms, int sample, Workers workers) {
        place.say("index of " + sample + " of " + firms + " firms, " + recipe);
        FirmNetwork network =
                Synthetic.of(recipe, firms, SEED, workers).network().links();
        Esri model = Esri.of(
                network,
                Synthetic.essentiality(network.sectors(), SEED),
                Esri.Replaceability.MARKET,
                Esri.PUBLISHED_EPS);
        int[] some = new int[sample];
        Arrays.setAll(some, i -> (int) ((long) i * firms / sample));
        if (firms == SMALL) {
            model.scores(Arrays.copyOf(some, sample / 5), workers, Optional.empty());
        }
        Taken taken = Taken.by(() -> model.scores(some, workers, Optional.empty()));
        double whole = (double) firms / sample;
        note("esri", recipe.name().toLowerCase(Locale.ROOT), firms, taken.seconds * 1e3 / sample);
        String sampled = sample == firms ? "" : "; from " + Amount.number(sample) + " firms, not all run";
        return Figure.of(
                        "index (ESRI) of all " + Amount.number(firms) + " firms, " + links(network) + ", "
                                + recipe.name().toLowerCase(Locale.ROOT),
                        Amount.of("s", taken.seconds * whole))
                .costing(Amount.of("ms", taken.cpuSeconds * 1e3 / sample))
                .saying(taken.remark() + "; cost is that of one firm" + sampled);
    }

    private static String links(FirmNetwork network) {
        return Amount.number(network.links()) + " links";
    }

    private List<Figure> days(Place place, int firms, Workers workers) {
        place.say("days of " + firms + " firms");
        List<Figure> figures = new ArrayList<>();
        ProductionNetwork[] made = new ProductionNetwork[1];
        Taken generated = Taken.by(() -> made[0] =
                Synthetic.of(Synthetic.Recipe.HUB, firms, SEED, workers).network());
        ProductionNetwork network = made[0];
        if (firms == LARGE) {
            figures.add(Figure.of("network of 1,000,000 firms made", Amount.of("s", generated.seconds))
                    .costing(Amount.of("s", generated.cpuSeconds))
                    .reaching(Goal.atMost(5, "s", ""))
                    .saying(generated.remark()));
        }
        for (Rationing rationing : List.of(Rationing.PROPORTIONAL, Rationing.LEVEL)) {
            figures.add(days(network, rationing, workers));
        }
        return figures;
    }

    private Figure days(ProductionNetwork network, Rationing rationing, Workers workers) {
        int firms = network.links().firms();
        InoueTodoRun run = InoueTodo.of(network, rationing, InoueTodo.TAU_DAYS, InoueTodo.STOCK_DAYS)
                .begin(new Ensemble(.02, .2, .9).damage(firms, SEED), new Recovery.Never());
        int days = firms == LARGE ? 10 : 50;
        repeat(run, days, workers);
        Taken taken = Taken.by(() -> repeat(run, days, workers));
        boolean isLevel = rationing == Rationing.LEVEL;
        note(isLevel ? "r2" : "r0", "hub", firms, taken.seconds * 1e3 / days);
        Figure figure = Figure.of(
                        "a day (Inoue-Todo) of " + Amount.number(firms) + " firms, " + links(network.links()) + ", R="
                                + (isLevel ? 2 : 0),
                        Amount.of("ms", taken.seconds * 1e3 / days))
                .costing(Amount.of("ms", taken.cpuSeconds * 1e3 / days))
                .saying(taken.remark() + (firms == LARGE ? "; " + heap() : ""));
        return firms == LARGE
                ? figure.reaching(Goal.atMost(isLevel ? 250 : 150, "ms", "two quiet cores"))
                : firms == MIDDLE ? figure.reaching(Goal.atMost(10, "ms", "two quiet cores")) : figure;
    }

    private void note(String panel, String line, int firms, double milliseconds) {
        points.computeIfAbsent(panel, _ -> new LinkedHashMap<>())
                .computeIfAbsent(line, _ -> new ArrayList<>())
                .add(new Growth.Point(firms, milliseconds));
    }

    @Override
    public Optional<Comparison> comparison() {
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new Comparison(
                        "shocks.svg",
                        "Shocks, with the number of firms",
                        "ms",
                        "firms",
                        "Ours in this run, two threads, wall time; `hub` and `devetak` are recipes of made-up networks"
                                + " with and without hubs. Others' figures are of other runs and partly of other machines:"
                                + " `bench/src/main/resources/org/hasekura/bench/rivals.csv` has the source of each.",
                        List.of(
                                panel("one firm closed (ESRI)", "esri"),
                                panel("one day (Inoue and Todo, R=0)", "r0"),
                                panel("one day (Inoue and Todo, R=2)", "r2"))));
    }

    private Comparison.Panel panel(String title, String name) {
        List<Comparison.Line> lines = new ArrayList<>();
        points.getOrDefault(name, Map.of())
                .forEach((line, each) -> lines.add(new Comparison.Line(line, true, List.copyOf(each))));
        lines.addAll(Rivals.of(name));
        return new Comparison.Panel(title, lines);
    }

    private static void repeat(InoueTodoRun run, int days, Workers workers) {
        for (int i = 0; i < days; i++) {
            run.day(workers);
        }
    }

    /** What network and run hold, after collecting what nobody holds. */
    private static String heap() {
        ManagementFactory.getMemoryMXBean().gc();
        MemoryUsage used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return Amount.number(used.getUsed() / 1e6) + " MB of heap";
    }

    /** Seven regions with 35 industries each, every delivery drawn from a pattern that has no zeros. */
    private static Figure industries() {
        int size = 245;
        double[] deliveries = new double[size * size];
        Arrays.setAll(deliveries, i -> 1 + (i * 7919L) % 101);
        double[] bought = new double[size];
        double[] output = new double[size];
        Arrays.fill(bought, 20_000);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add("R" + i / 35 + ":" + i % 35);
        }
        IoTable table = new IoTable(Names.of(names), deliveries, Names.of(List.of("R")), bought, output).balanced();
        Ario model = Ario.of(table, ArioSettings.DEFAULT.withStockDays(30));
        List<ArioShock> shocks = List.of(new ArioShock("R1:*", .1, 5, 30, 30));
        int days = 2_000;
        model.production(shocks, days);
        Taken taken = Taken.by(() -> model.production(shocks, days));
        return Figure.of("a day (ARIO) of 245 industries", Amount.of("ms", taken.seconds * 1e3 / days))
                .costing(Amount.of("ms", taken.cpuSeconds * 1e3 / days))
                .reaching(Goal.atMost(.2, "ms", "one thread"))
                .saying(taken.remark());
    }
}
