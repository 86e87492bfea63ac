package org.hasekura.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.CatalogJson;
import org.hasekura.exchange.PageLinks;

/** The catalog of a provider with many datasets, asked for by a consumer that the provider knows. */
final class CatalogMeasurement implements Measurement {

    private static final int DATASETS = 10_000;
    private static final int PUBLISHERS = 64;
    private static final int ROUNDS = 5;
    private static final int IN_ROUND = 2_000;
    private static final String ASKED = CatalogJson.writeRequest();

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public String about() {
        return "a page of 50 out of 10,000 datasets, and all pages";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        Path file = Files.write(place.folder().resolve("offered.bin"), new byte[1024]);
        try (BenchNode consumer = BenchNode.start(place, "reader", "JP");
                ChildNode provider = ChildNode.start(ChildNode.Prepared.in(place, "catalog", "DE"), List.of())) {
            provider.management().know(consumer.did(), "JP");
            Figure published = published(provider, file);
            URI first = URI.create(provider.publicUrl() + "/dsp/2025-1/catalog/request");
            Signed signed = new Signed(consumer, provider.did());
            Figure cold =
                    pages(provider, signed, first, 8, 1, "the first " + Amount.number(IN_ROUND) + " after the start");
            int others =
                    IN_ROUND * (1 + WarmUp.untilSteady(provider::cpuNanos, () -> load(provider, signed, first, 8)));
            String warm = "after " + Amount.number(others) + " others, until the cost of one fell no more";
            var figures = new ArrayList<Figure>();
            figures.add(published);
            figures.add(cold);
            figures.add(pages(provider, signed, first, 8, ROUNDS, warm).reaching(Goal.atLeast(5_000, "/s", "")));
            figures.add(pages(provider, signed, first, 1, ROUNDS, warm));
            Amount cpu = figures.get(2).cpu().orElseThrow();
            figures.add(Figure.of("CPU of such a page", cpu).reaching(Goal.atMost(0.3, cpu.unit(), "")));
            figures.add(whole(provider, signed, first));
            figures.add(Figure.of("memory of the provider after that", Amount.of("MB", provider.residentMegabytes()))
                    .reaching(Goal.atMost(400, "MB", "resident")));
            return figures;
        }
    }

    private static Load load(ChildNode provider, Signed signed, URI page, int clients) throws IOException {
        return Load.run(provider.publicUrl(), clients, signed.requests(IN_ROUND, "POST", page, ASKED));
    }

    private static Figure pages(ChildNode provider, Signed signed, URI page, int clients, int rounds, String when)
            throws IOException {
        double[] rates = new double[rounds];
        double[] cpu = new double[rounds];
        double[] p50 = new double[rounds];
        double[] p99 = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long before = provider.cpuNanos();
            Load load = load(provider, signed, page, clients);
            cpu[round] = (provider.cpuNanos() - before) / 1e6 / IN_ROUND;
            rates[round] = load.perSecond();
            p50[round] = load.percentile(0.5);
            p99[round] = load.percentile(0.99);
        }
        return Figure.of(
                        "catalog page of 50 of " + Amount.number(DATASETS) + ", " + clients + " client"
                                + (clients == 1 ? "" : "s") + (rounds == 1 ? ", cold" : ""),
                        Amount.of("/s", rates))
                .costing(Amount.of("ms", cpu))
                .saying(when + "; p50 " + Amount.of("ms", p50).text() + ", p99 "
                        + Amount.of("ms", p99).text()
                        + "; every request with a token of its own, signed beforehand; the client has the same"
                        + " processors");
    }

    private static Figure whole(ChildNode provider, Signed signed, URI first) throws IOException {
        double[] seconds = new double[ROUNDS];
        int pages = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            pages = 0;
            try (Wire wire = new Wire(provider.publicUrl())) {
                for (Optional<URI> next = Optional.of(first); next.isPresent(); pages++) {
                    Wire.Reply reply = wire.ask(signed.request("POST", next.get(), ASKED));
                    if (reply.status() != 200) {
                        throw new IOException("page " + pages + " was answered with " + reply.status());
                    }
                    next = PageLinks.parse(reply.header("link").stream().toList(), next.get())
                            .next();
                }
            }
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        return Figure.of("the whole catalog of " + Amount.number(DATASETS), Amount.of("s", seconds))
                .reaching(Goal.atMost(0.5, "s", ""))
                .saying(pages + " pages one after another, each request signed within the time");
    }

    private static Figure published(ChildNode provider, Path file) throws IOException {
        long cpu = provider.cpuNanos();
        long start = System.nanoTime();
        Together.run(
                DATASETS,
                PUBLISHERS,
                "a dataset was not published",
                i -> provider.management().offer("dataset-%05d".formatted(i), "direct", file));
        double seconds = (System.nanoTime() - start) / 1e9;
        return Figure.of("datasets published, " + PUBLISHERS + " at once", Amount.of("/s", DATASETS / seconds))
                .costing(Amount.of("ms", (provider.cpuNanos() - cpu) / 1e6 / DATASETS))
                .saying("durable, with evidence, from a cold start");
    }
}
