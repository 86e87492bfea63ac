package org.hasekura.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.hasekura.edc.EdcConnector;
import org.hasekura.edc.EdcOffer;
import org.hasekura.edc.EdcPeer;
import org.hasekura.exchange.CatalogJson;

/**
 * Eclipse EDC beside ours, in the same run and on the same machine: two connectors, each control plane and data plane in one
 * process, tuned for short waits, in memory and with identities that nobody checks. Ours is on disk and checks them.
 */
final class EdcMeasurement implements Measurement {

    private static final String EDC = "Eclipse EDC " + EdcConnector.VERSION + ": ";
    private static final String FAILED = "EDC could not be asked";
    private static final String ASSET = "asset-00000";
    private static final int ASSETS = 10_000;
    private static final int PUBLISHERS = 8;
    private static final int WARM_UP = 30;
    private static final int SINGLE = 20;
    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 3;
    private static final int PAGES = 60;
    private static final int CLIENTS = 8;
    private static final long REST_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Nothing is fetched: only control is measured. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

    @Override
    public String name() {
        return "edc";
    }

    @Override
    public String about() {
        return "the same of Eclipse EDC " + EdcConnector.VERSION + ", to compare with";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        String jars = EdcConnector.classPath(place.home())
                .orElseThrow(
                        () -> new IOException(
                                "Eclipse EDC was not resolved; `./hasekura bench edc` fetches it where it can reach Maven Central"));
        try (EdcConnector provider = EdcConnector.start(jars, place.folder(), "provider", EdcConnector.TUNED)) {
            var figures = new ArrayList<>(started(provider));
            try (EdcConnector consumer = EdcConnector.start(jars, place.folder(), "consumer", EdcConnector.TUNED)) {
                provider.management().offerEverything();
                provider.management().publish(ASSET, NOWHERE);
                EdcOffer offer = consumer.management().offer(new EdcPeer(provider.name(), provider.protocol()), ASSET);
                figures.add(single(provider, consumer, offer));
                figures.add(atOnce(provider, consumer, offer));
                figures.add(pages(provider));
            }
            return figures;
        }
    }

    private static List<Figure> started(EdcConnector connector) throws IOException {
        double cpu = Cpu.ofNanos(connector.process()) / 1e6;
        pause(REST_MILLIS);
        return List.of(
                Figure.of(EDC + "ready after start: CPU", Amount.of("ms", cpu))
                        .saying("wall "
                                + Amount.number((double) connector.ready().toMillis())
                                + " ms, until all of it answers"),
                Figure.of(EDC + "memory at rest", Amount.of("MB", Resident.megabytes(connector.process()))));
    }

    private static Figure single(EdcConnector provider, EdcConnector consumer, EdcOffer offer) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            negotiated(consumer, offer);
        }
        double[] millis = new double[SINGLE];
        long before = cpuNanos(provider, consumer);
        for (int i = 0; i < SINGLE; i++) {
            long start = System.nanoTime();
            negotiated(consumer, offer);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double cpu = (cpuNanos(provider, consumer) - before) / 1e6 / SINGLE;
        return Figure.of(EDC + "one negotiation, until the consumer has FINALIZED", Amount.of("ms", millis))
                .costing(Amount.of("ms, both", cpu))
                .saying("its machines rest " + EdcConnector.TUNED.toMillis()
                        + " ms between two looks, by default a second; looked for every 2 ms by its management API");
    }

    private static void negotiated(EdcConnector consumer, EdcOffer offer) throws IOException {
        String id = consumer.management().negotiate(offer);
        long end = System.nanoTime() + PATIENCE.toNanos();
        String state = consumer.management().stateOfNegotiation(id);
        while (!state.equals("FINALIZED") && !state.equals("TERMINATED")) {
            if (System.nanoTime() > end) {
                // It loses one of some hundred when the other side is fast; that one is as long as our patience.
                return;
            }
            pause(2);
            state = consumer.management().stateOfNegotiation(id);
        }
    }

    private static Figure atOnce(EdcConnector provider, EdcConnector consumer, EdcOffer offer) throws IOException {
        long settled = settled(consumer, 0);
        settled = round(consumer, offer, settled);
        double[] rates = new double[ROUNDS];
        double[] cpu = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = cpuNanos(provider, consumer);
            long start = System.nanoTime();
            settled = round(consumer, offer, settled);
            rates[round] = AT_ONCE / ((System.nanoTime() - start) / 1e9);
            cpu[round] = (cpuNanos(provider, consumer) - before) / 1e6 / AT_ONCE;
        }
        return Figure.of(EDC + "negotiations to FINALIZED, " + AT_ONCE + " at once", Amount.of("/s", rates))
                .costing(Amount.of("ms each, both", cpu))
                .saying("in memory; its consumer's negotiations at the end: "
                        + consumer.management().statesOfNegotiations());
    }

    private static long round(EdcConnector consumer, EdcOffer offer, long before) throws IOException {
        Together.run(AT_ONCE, AT_ONCE, FAILED, _ -> consumer.management().negotiate(offer));
        return settled(consumer, before + AT_ONCE);
    }

    /** Waits until so many have ended, or until none has for a while: it loses some. */
    private static long settled(EdcConnector consumer, long wanted) throws IOException {
        long ended = -1;
        long since = System.nanoTime();
        while (true) {
            long now = consumer.management().statesOfNegotiations().entrySet().stream()
                    .filter(each ->
                            each.getKey().equals("FINALIZED") || each.getKey().equals("TERMINATED"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (now >= wanted
                    || (now == ended
                            && System.nanoTime() - since
                                    > Duration.ofSeconds(10).toNanos())) {
                return now;
            }
            if (now != ended) {
                ended = now;
                since = System.nanoTime();
            }
            pause(20);
        }
    }

    private static Figure pages(EdcConnector provider) throws IOException {
        Together.run(ASSETS - 1, PUBLISHERS, FAILED, i -> {
            provider.management().publish("asset-%05d".formatted(i + 1), NOWHERE);
        });
        URI address = URI.create(provider.protocol() + "/catalog/request");
        HttpRequest asked = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", provider.accepts("bench"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(CatalogJson.writeRequest()))
                .build();
        double[] rates = new double[ROUNDS];
        double[] cpu = new double[ROUNDS];
        double[] millis = new double[ROUNDS * PAGES];
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Together.run(PAGES, CLIENTS, FAILED, _ -> page(client, asked));
            for (int round = 0; round < ROUNDS; round++) {
                int first = round * PAGES;
                long before = Cpu.ofNanos(provider.process());
                long start = System.nanoTime();
                Together.run(PAGES, CLIENTS, FAILED, i -> {
                    long sent = System.nanoTime();
                    page(client, asked);
                    millis[first + i] = (System.nanoTime() - sent) / 1e6;
                });
                rates[round] = PAGES / ((System.nanoTime() - start) / 1e9);
                cpu[round] = (Cpu.ofNanos(provider.process()) - before) / 1e6 / PAGES;
            }
        }
        Arrays.sort(millis);
        return Figure.of(
                        EDC + "catalog page of 50 of " + Amount.number(ASSETS) + ", " + CLIENTS + " clients",
                        Amount.of("/s", rates))
                .costing(Amount.of("ms", cpu))
                .saying("p50 " + Amount.number(Amount.percentile(millis, 0.5)) + " ms, p99 "
                        + Amount.number(Amount.percentile(millis, 0.99)) + " ms; it holds "
                        + Amount.number(Resident.megabytes(provider.process())) + " MB afterwards");
    }

    private static void page(HttpClient client, HttpRequest asked) throws IOException {
        try {
            HttpResponse<String> answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("EDC's catalog was answered with " + answer.statusCode() + ": " + answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static long cpuNanos(EdcConnector provider, EdcConnector consumer) {
        return Cpu.ofNanos(provider.process()) + Cpu.ofNanos(consumer.process());
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
