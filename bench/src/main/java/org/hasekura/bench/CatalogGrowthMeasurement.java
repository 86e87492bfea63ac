package org.hasekura.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hasekura.exchange.CatalogJson;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.ContinuationToken;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.StandardConduct;
import org.hasekura.node.Ground;
import org.hasekura.node.Node;

/**
 * How publishing, pages, searches, memory and disk grow with the number of datasets: one provider whose catalog becomes
 * larger from step to step, in a process of its own while it is asked.
 */
final class CatalogGrowthMeasurement implements Measurement {

    private static final int PUBLISHERS = 256;
    private static final int REQUESTS = 200;
    private static final int SEARCHES = 20;
    private static final String ASKED = CatalogJson.writeRequest();
    private static final String FILTERED =
            ASKED.replace("}", ",\"filter\":{\"text\":\"風速\",\"theme\":\"ENER\",\"qualifies\":true}}");

    private final String name;
    private final List<Integer> steps;

    private CatalogGrowthMeasurement(String name, List<Integer> steps) {
        this.name = name;
        this.steps = steps;
    }

    /** The same with no more datasets than this. */
    CatalogGrowthMeasurement upTo(long most) {
        return new CatalogGrowthMeasurement(
                name, steps.stream().filter(step -> step <= most).toList());
    }

    static CatalogGrowthMeasurement usual() {
        return new CatalogGrowthMeasurement("datasets", List.of(10, 1_000, 10_000, 100_000));
    }

    static CatalogGrowthMeasurement million() {
        return new CatalogGrowthMeasurement("million", List.of(10, 1_000, 10_000, 100_000, 1_000_000));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return "growth with the number of datasets, up to " + Amount.number(steps.isEmpty() ? 0 : steps.getLast());
    }

    @Override
    public boolean isOnlyByName() {
        return !name.equals("datasets");
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        var figures = new ArrayList<Figure>();
        try (BenchNode consumer = BenchNode.start(place, "reader", "JP")) {
            ChildNode.Prepared prepared = ChildNode.Prepared.in(place, "grown", "DE");
            int published = 0;
            for (int step : steps) {
                figures.add(published(place, published, step));
                published = step;
                try (ChildNode provider = ChildNode.start(prepared, List.of())) {
                    provider.management().know(consumer.did(), "JP");
                    ask(place, provider, new Signed(consumer, provider.did()), step, figures);
                }
                figures.add(database(place, step));
            }
        }
        return figures;
    }

    /** Publishes from one number of datasets to another, in this process. */
    private static Figure published(Place place, int from, int to) throws IOException {
        String text = BenchSettings.text("grown", "DE", place.folder().resolve("grown"));
        try (Ground ground = Ground.prepare(BenchSettings.read(text, place.folder()), new SecureRandom());
                Node node = Node.start(ground, place.law(), new StandardConduct(), Clock.systemUTC(), () -> {})) {
            AtomicInteger next = new AtomicInteger(from);
            long cpu = Cpu.ofThisProcessNanos();
            long start = System.nanoTime();
            all(() -> publish(node.exchange(), next, to));
            double seconds = (System.nanoTime() - start) / 1e9;
            return Figure.of(
                            "datasets published, from " + Amount.number(from) + " to " + Amount.number(to),
                            Amount.of("/s", (to - from) / seconds))
                    .costing(Amount.of("ms", (Cpu.ofThisProcessNanos() - cpu) / 1e6 / (to - from)))
                    .saying(PUBLISHERS + " at once, durable, with evidence; the index among it as far as it went");
        }
    }

    private static void publish(Exchange exchange, AtomicInteger next, int end) throws IOException {
        for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
            while (!(exchange.offerings().publish(BenchDatasets.numbered(number)) instanceof Committed.Done)) {
                // too many at once: again
                Thread.onSpinWait();
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void all(Work work) throws IOException {
        Together.run(PUBLISHERS, PUBLISHERS, "a dataset was not published", _ -> work.run());
    }

    private static void ask(Place place, ChildNode provider, Signed signed, int step, List<Figure> figures)
            throws IOException {
        place.say("asking the catalog of " + step);
        URI first = URI.create(provider.publicUrl() + "/dsp/2025-1/catalog/request");
        var depth = new ContinuationToken.AfterId(BenchDatasets.id(step - Math.min(step, 60)));
        URI deep = URI.create(first + "?" + ContinuationToken.PARAMETER + "=" + depth.encoded());
        String of = " of " + Amount.number(step);
        warm(provider, signed, first);
        figures.add(page(provider, signed, first, ASKED, "first catalog page" + of));
        figures.add(page(provider, signed, deep, ASKED, "last catalog page" + of));
        figures.add(page(provider, signed, first, FILTERED, "first page filtered by word, theme and terms," + of));
        figures.add(search(provider, "text=" + encoded("wind 統計") + "&theme=ENER", "search by words and theme" + of));
        figures.add(search(provider, "", "search for everything, with all facets," + of));
        figures.add(Figure.of("memory of the provider" + of, Amount.of("MB", provider.residentMegabytes())));
    }

    /** What is compiled on the way is not measured. */
    private static void warm(ChildNode provider, Signed signed, URI page) throws IOException {
        Load.run(provider.publicUrl(), 4, signed.requests(2_000, "POST", page, ASKED));
        Load.run(provider.publicUrl(), 4, signed.requests(REQUESTS, "POST", page, FILTERED));
    }

    private static Figure page(ChildNode provider, Signed signed, URI page, String asked, String what)
            throws IOException {
        List<byte[]> requests = signed.requests(REQUESTS, "POST", page, asked);
        long cpu = provider.cpuNanos();
        Load load = Load.run(provider.publicUrl(), 1, requests);
        return Figure.of(what, Amount.of("ms", load.percentile(0.5)))
                .costing(Amount.of("ms", (provider.cpuNanos() - cpu) / 1e6 / REQUESTS))
                .saying("p50 of " + REQUESTS + ", one client; p99 "
                        + Amount.of("ms", load.percentile(0.99)).text());
    }

    private static Figure search(ChildNode provider, String query, String what) throws IOException {
        double[] millis = new double[SEARCHES];
        long cpu = provider.cpuNanos();
        for (int i = 0; i < SEARCHES; i++) {
            long start = System.nanoTime();
            provider.management().get("/api/search?" + query);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return Figure.of(what, Amount.of("ms", Amount.percentile(millis, 0.5)))
                .costing(Amount.of("ms", (provider.cpuNanos() - cpu) / 1e6 / SEARCHES))
                .saying("p50 of " + SEARCHES + ", a page of 20 with counts of all facets; slowest "
                        + Amount.of("ms", millis[SEARCHES - 1]).text());
    }

    private static Figure database(Place place, int step) throws IOException {
        Path file = place.folder().resolve("grown").resolve("node.db");
        return Figure.of("database with " + Amount.number(step) + " datasets", Amount.of("MB", Files.size(file) / 1e6))
                .saying("datasets, their evidence, and the index, after the node has stopped");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
