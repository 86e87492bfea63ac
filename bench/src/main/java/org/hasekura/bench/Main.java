package org.hasekura.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the benchmarks. Exit status: 0 measured, 1 something could not be measured, 2 wrong use. */
@Command(
        name = "hasekura bench",
        description =
                "Measures this version on this machine. Without names: everything, in seven to ten minutes, but for"
                        + " `growth`, which takes as long again and is kept in the documentation when it is measured with --write.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    // JMH first: once a Helidon server has run in a JVM, its filter refuses the objects that JMH's forks send.
    private static final List<Measurement> ALL = List.of(
            new FsyncMeasurement(),
            new LawMeasurement(),
            new PolicyMeasurement(),
            new GraphsMeasurement(),
            new ShocksMeasurement(),
            new EvidenceMeasurement(),
            new TokensMeasurement(),
            new NegotiationMeasurement(),
            new NegotiationsMeasurement(),
            new WithoutMeasurement(),
            new TransferMeasurement(),
            new CatalogMeasurement(),
            new ServedMeasurement(),
            new StartMeasurement(),
            new EdcMeasurement());
    /** What is measured together under one name: the life of an exchange, with what limits it. */
    private static final Map<String, List<String>> GROUPS = Map.of(
            "exchange",
            List.of(
                    "fsync",
                    "tokens",
                    "negotiation",
                    "negotiations",
                    "without",
                    "transfer",
                    "catalog",
                    "served",
                    "start",
                    "edc"));

    private static final Logger ROOT = Logger.getLogger("");

    @Parameters(paramLabel = "NAME", description = "what to measure; --list shows the names")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "shows what can be measured and ends")
    private boolean list;

    @Option(names = "--json", description = "writes one JSON object per figure")
    private boolean json;

    @Option(
            names = "--write",
            description =
                    "rewrites docs/performance.md; only when everything is measured, or growth alone, whose figures"
                            + " and plots are kept in docs/ for it")
    private boolean write;

    @Option(
            names = "--up-to",
            paramLabel = "N",
            defaultValue = "1000000",
            description =
                    "growth, datasets, million: with no more exchanges or datasets than this (default: ${DEFAULT-VALUE})")
    private long upTo;

    // Made when it is first asked for, on the one thread of this command.
    private Optional<GrowthMeasurement> growth = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /** Measures, prints and ends. */
    public static void main(String[] arguments) {
        ROOT.setLevel(Level.SEVERE);
        System.exit(new CommandLine(new Main()).setUsageHelpAutoWidth(true).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            all().forEach(each -> out.printf("%-14s %s%n", each.name(), each.about()));
            GROUPS.forEach((name, members) -> out.printf("%-14s %s%n", name, String.join(", ", members)));
            out.flush();
            return CommandLine.ExitCode.OK;
        }
        if (write && !names.isEmpty() && !names.equals(List.of("growth"))) {
            throw new ParameterException(
                    spec.commandLine(), "--write rewrites the whole table; leave out the names, or leave out --write");
        }
        Path home = Path.of(
                        Optional.ofNullable(System.getProperty("hasekura.home")).orElse("."))
                .toAbsolutePath()
                .normalize();
        Machine machine = Machine.here(home, Clock.systemUTC());
        var sections = new ArrayList<Report.Section>();
        for (Measurement each : chosen()) {
            Report.Section section = section(home, each);
            sections.add(section);
            tell(section, out);
        }
        if (write) {
            written(home.resolve("docs"), machine, sections);
        }
        boolean isWhole = sections.stream().allMatch(each -> each.failure().isEmpty());
        return isWhole ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void written(Path docs, Machine machine, List<Report.Section> sections) throws IOException {
        var files = new GrowthFiles(docs);
        boolean isWhole = sections.stream().allMatch(each -> each.failure().isEmpty());
        if (names.isEmpty()) {
            List<Comparison> comparisons =
                    ALL.stream().flatMap(each -> each.comparison().stream()).toList();
            for (Comparison each : comparisons) {
                Files.writeString(docs.resolve(each.file()), ComparisonChart.of(each), StandardCharsets.UTF_8);
            }
            String page = new Report(machine, sections).markdown(files.all(), comparisons);
            Files.writeString(docs.resolve("performance.md"), page, StandardCharsets.UTF_8);
            spec.commandLine().getErr().println("bench: wrote " + docs.resolve("performance.md"));
        } else if (isWhole) {
            files.keep(growth().growth(machine))
                    .forEach(file -> spec.commandLine().getErr().println("bench: wrote " + file));
        }
    }

    /** One for each run: what it has measured is asked of it afterwards. */
    private GrowthMeasurement growth() {
        if (growth.isEmpty()) {
            growth = Optional.of(new GrowthMeasurement(upTo));
        }
        return growth.get();
    }

    private List<Measurement> all() {
        Stream<Measurement> growing = Stream.of(
                CatalogGrowthMeasurement.usual().upTo(upTo),
                CatalogGrowthMeasurement.million().upTo(upTo),
                growth());
        return Stream.concat(ALL.stream(), growing).toList();
    }

    private List<Measurement> chosen() {
        List<String> wanted = names.stream()
                .flatMap(name -> Optional.ofNullable(GROUPS.get(name)).orElse(List.of(name)).stream())
                .toList();
        List<Measurement> known = all();
        for (String name : wanted) {
            if (known.stream().noneMatch(each -> each.name().equals(name))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "nothing is called `" + name + "`; there are "
                                + String.join(
                                        ", ",
                                        known.stream().map(Measurement::name).toList())
                                + ", " + String.join(", ", GROUPS.keySet()));
            }
        }
        return wanted.isEmpty()
                ? known.stream().filter(each -> !each.isOnlyByName()).toList()
                : known.stream().filter(each -> wanted.contains(each.name())).toList();
    }

    private Report.Section section(Path home, Measurement measurement) {
        PrintWriter progress = spec.commandLine().getErr();
        long start = System.nanoTime();
        try (Place place = Place.in(home, progress)) {
            place.say(measurement.name() + ": " + measurement.about());
            List<Figure> figures = measurement.measure(place);
            place.say(measurement.name() + " took " + (System.nanoTime() - start) / 1_000_000_000 + " s");
            return new Report.Section(measurement.name(), measurement.about(), figures, "");
        } catch (IOException e) {
            return new Report.Section(
                    measurement.name(), measurement.about(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    private void tell(Report.Section section, PrintWriter out) {
        if (!section.failure().isEmpty()) {
            spec.commandLine().getErr().println("bench: " + section.name() + " failed: " + section.failure());
        } else if (json) {
            section.figures().forEach(figure -> out.println(BenchJson.figure(section.name(), figure)));
        } else {
            out.println(section.name());
            section.figures().forEach(figure -> out.println(Report.line(figure)));
        }
        out.flush();
    }
}
