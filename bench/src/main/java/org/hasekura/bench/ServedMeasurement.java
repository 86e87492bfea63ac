package org.hasekura.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.hasekura.exchange.DataAddress;
import org.hasekura.exchange.Transfer;

/** The bytes themselves: fetched by token under an agreement from a provider in a process of its own. */
final class ServedMeasurement implements Measurement {

    private static final int CLIENTS = 32;
    private static final int SMALL_COUNT = 20_000;
    private static final int SMALL_ROUNDS = 3;
    private static final int BIG_ROUNDS = 4;
    private static final long GIBIBYTE = 1L << 30;

    @Override
    public String name() {
        return "served";
    }

    @Override
    public String about() {
        return "1 KiB many times and 1 GiB at once, served under an agreement, plain and TLS, beside nginx";
    }

    /** What was measured of one server, round by round. */
    private static final class Rounds {
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();

        void add(double rate, double cpuOfIt) {
            rates.add(rate);
            cpu.add(cpuOfIt);
        }

        Amount rates(String unit) {
            return Amount.of(unit, array(rates));
        }

        Amount cpu(String unit) {
            return Amount.of(unit, array(cpu));
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(each -> each).toArray();
        }
    }

    /** One of the servers that are measured beside each other. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Served(URI server, byte[] request, LongSupplier cpuNanos) {}

    @Override
    public List<Figure> measure(Place place) throws IOException {
        Files.write(place.folder().resolve("small.bin"), new byte[1024]);
        try (RandomAccessFile file =
                new RandomAccessFile(place.folder().resolve("big.bin").toFile(), "rw")) {
            file.setLength(GIBIBYTE);
        }
        SelfSigned certificate = SelfSigned.in(place.folder());
        Optional<Nginx> nginx = Nginx.start(place, certificate);
        if (nginx.isEmpty()) {
            place.say("nginx is not installed, so nothing is measured beside ours");
        }
        try (BenchNode consumer = BenchNode.start(place, "fetcher", "JP", "data.pull-automatically = false")) {
            var figures = new ArrayList<Figure>();
            try (ChildNode plain = ChildNode.start(ChildNode.Prepared.in(place, "server", "DE"), List.of())) {
                figures.add(small(plain, offered(place, consumer, plain, "small"), nginx));
                figures.add(big(plain, offered(place, consumer, plain, "big"), nginx, false));
            }
            String settings = "tls.certificate = " + certificate.certificate() + "\ntls.key = " + certificate.key()
                    + "\ntls.listeners = data";
            try (ChildNode tls =
                    ChildNode.start(ChildNode.Prepared.in(place, "tls-server", "DE", settings), List.of())) {
                figures.add(big(tls, offered(place, consumer, tls, "big"), nginx, true));
            }
            return figures;
        } finally {
            if (nginx.isPresent()) {
                nginx.get().close();
            }
        }
    }

    /** Offers a file, comes to an agreement and a started transfer, and answers where the bytes are to be had. */
    private static DataAddress offered(Place place, BenchNode consumer, ChildNode provider, String dataset)
            throws IOException {
        provider.management().know(consumer.did(), "JP");
        consumer.management().know(provider.did(), "DE");
        provider.management().offer(dataset, "direct", place.folder().resolve(dataset + ".bin"));
        String negotiation = consumer.management().negotiate(provider.did(), dataset);
        consumer.watch().nanosAt(CommitWatch.Mark.FINALIZED, negotiation);
        String pid = consumer.management().transfer(consumer.management().agreement(negotiation));
        consumer.watch().nanosAt(CommitWatch.Mark.STARTED, pid);
        return consumer.watch()
                .transfer(pid)
                .flatMap(Transfer::dataAddress)
                .orElseThrow(() -> new IOException("the provider named no data address"));
    }

    private static Served ours(ChildNode provider, DataAddress address) throws IOException {
        URI endpoint =
                URI.create(address.endpoint().orElseThrow(() -> new IOException("the data address has no endpoint")));
        String token = address.properties().getOrDefault("authorization", "");
        return new Served(endpoint, Wire.request("GET", endpoint, token, ""), provider::cpuNanos);
    }

    private static Figure small(ChildNode provider, DataAddress address, Optional<Nginx> nginx) throws IOException {
        var ours = new Rounds();
        var peer = new Rounds();
        Served served = ours(provider, address);
        for (int round = -1; round < SMALL_ROUNDS; round++) {
            many(served, ours, round < 0);
            if (nginx.isPresent()) {
                URI server = nginx.get().plain();
                many(new Served(server, Nginx.request(server, "small.bin"), nginx.get()::cpuNanos), peer, round < 0);
            }
        }
        return Figure.of("objects of 1 KiB served under an agreement, " + CLIENTS + " clients", ours.rates("/s"))
                .costing(ours.cpu("µs"))
                .reaching(Goal.atLeast(25_000, "/s", ""))
                .saying("the client has the same processors. "
                        + (nginx.isPresent()
                                ? "nginx in the same run, to anybody: "
                                        + peer.rates("/s").text() + ", "
                                        + peer.cpu("µs").text()
                                : "nginx is not installed here"));
    }

    /** @param isWarmUp then nothing is noted */
    private static void many(Served served, Rounds rounds, boolean isWarmUp) throws IOException {
        long before = served.cpuNanos().getAsLong();
        Load load = Load.run(served.server(), CLIENTS, Collections.nCopies(SMALL_COUNT, served.request()));
        if (!isWarmUp) {
            rounds.add(load.perSecond(), (served.cpuNanos().getAsLong() - before) / 1e3 / SMALL_COUNT);
        }
    }

    private static Figure big(ChildNode provider, DataAddress address, Optional<Nginx> nginx, boolean isTls)
            throws IOException {
        var ours = new Rounds();
        var peer = new Rounds();
        Served served = ours(provider, address);
        for (int round = -1; round < BIG_ROUNDS; round++) {
            whole(served, ours, round < 0);
            if (nginx.isPresent()) {
                URI server = isTls ? nginx.get().tls() : nginx.get().plain();
                whole(new Served(server, Nginx.request(server, "big.bin"), nginx.get()::cpuNanos), peer, round < 0);
            }
        }
        Goal goal = nginx.isPresent()
                ? Goal.atLeast(peer.rates("MB/s").median(), "MB/s", "nginx in the same run")
                : Goal.atLeast(isTls ? 550 : 1_400, "MB/s", "nginx, measured earlier: it is not installed here");
        return Figure.of("1 GiB served under an agreement, " + (isTls ? "TLS 1.3" : "plain HTTP"), ours.rates("MB/s"))
                .costing(ours.cpu("s"))
                .reaching(goal)
                .saying((nginx.isPresent()
                                ? "nginx in the same run, to anybody: "
                                        + peer.rates("MB/s").text() + ", "
                                        + peer.cpu("s").text() + ". "
                                : "")
                        + "One connection, to a client in Java on the same processors, which under TLS costs more than"
                        + " the server. The file is sparse, so it comes from the page cache. The provider holds "
                        + Amount.number(provider.residentMegabytes()) + " MB afterwards");
    }

    private static void whole(Served served, Rounds rounds, boolean isWarmUp) throws IOException {
        long before = served.cpuNanos().getAsLong();
        long start = System.nanoTime();
        try (Wire wire = new Wire(served.server())) {
            Wire.Reply reply = wire.ask(served.request());
            if (reply.status() != 200 || reply.bodyBytes() != GIBIBYTE) {
                throw new IOException("answered " + reply.status() + " with " + reply.bodyBytes() + " bytes");
            }
        }
        if (!isWarmUp) {
            rounds.add(
                    GIBIBYTE / 1e6 / ((System.nanoTime() - start) / 1e9),
                    (served.cpuNanos().getAsLong() - before) / 1e9);
        }
    }
}
