package org.hasekura.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        return "1 KiB many times and 1 GiB at once, served under an agreement";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        Path small = Files.write(place.folder().resolve("small.bin"), new byte[1024]);
        Path big = place.folder().resolve("big.bin");
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(GIBIBYTE);
        }
        try (BenchNode consumer = BenchNode.start(place, "fetcher", "JP", "data.pull-automatically = false");
                ChildNode provider = ChildNode.start(ChildNode.Prepared.in(place, "server", "DE"), List.of())) {
            provider.management().know(consumer.did(), "JP");
            consumer.management().know(provider.did(), "DE");
            provider.management().offer("small", "direct", small);
            provider.management().offer("big", "direct", big);
            return List.of(
                    small(provider, address(consumer, provider, "small")),
                    big(provider, address(consumer, provider, "big")));
        }
    }

    /** Negotiates, starts a transfer and answers where the bytes are to be had. */
    private static DataAddress address(BenchNode consumer, ChildNode provider, String dataset) throws IOException {
        String negotiation = consumer.management().negotiate(provider.did(), dataset);
        consumer.watch().nanosAt(CommitWatch.Mark.FINALIZED, negotiation);
        String pid = consumer.management().transfer(consumer.management().agreement(negotiation));
        consumer.watch().nanosAt(CommitWatch.Mark.STARTED, pid);
        return consumer.watch()
                .transfer(pid)
                .flatMap(Transfer::dataAddress)
                .orElseThrow(() -> new IOException("the provider named no data address"));
    }

    private static byte[] request(DataAddress address) throws IOException {
        String endpoint = address.endpoint().orElseThrow(() -> new IOException("the data address has no endpoint"));
        return Wire.request("GET", URI.create(endpoint), address.properties().getOrDefault("authorization", ""), "");
    }

    private static Figure small(ChildNode provider, DataAddress address) throws IOException {
        List<byte[]> requests = Collections.nCopies(SMALL_COUNT, request(address));
        Load.run(provider.publicUrl(), CLIENTS, requests);
        double[] rates = new double[SMALL_ROUNDS];
        double[] cpu = new double[SMALL_ROUNDS];
        for (int round = 0; round < SMALL_ROUNDS; round++) {
            long before = provider.cpuNanos();
            Load load = Load.run(provider.publicUrl(), CLIENTS, requests);
            rates[round] = load.perSecond();
            cpu[round] = (provider.cpuNanos() - before) / 1e3 / SMALL_COUNT;
        }
        return Figure.of("objects of 1 KiB served under an agreement, " + CLIENTS + " clients", Amount.of("/s", rates))
                .costing(Amount.of("µs", cpu))
                .reaching(Goal.atLeast(25_000, "/s", ""))
                .saying("the client has the same processors");
    }

    private static Figure big(ChildNode provider, DataAddress address) throws IOException {
        byte[] request = request(address);
        var rates = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        double resident = 0;
        for (int round = 0; round < BIG_ROUNDS; round++) {
            long before = provider.cpuNanos();
            long start = System.nanoTime();
            try (Wire wire = new Wire(provider.publicUrl())) {
                Wire.Reply reply = wire.ask(request);
                if (reply.status() != 200 || reply.bodyBytes() != GIBIBYTE) {
                    throw new IOException("answered " + reply.status() + " with " + reply.bodyBytes() + " bytes");
                }
            }
            if (round > 0) {
                rates.add(GIBIBYTE / 1e6 / ((System.nanoTime() - start) / 1e9));
                cpu.add((provider.cpuNanos() - before) / 1e9);
            }
            resident = provider.residentMegabytes();
        }
        return Figure.of("1 GiB served under an agreement, plain HTTP", Amount.of("MB/s", array(rates)))
                .costing(Amount.of("s", array(cpu)))
                .reaching(Goal.atLeast(1_400, "MB/s", "nginx, measured earlier"))
                .saying("through the HTTP server; the sender of its own that the design plans is not there yet, nor is"
                        + " TLS measured. The file is sparse, so it comes from the page cache. The provider holds "
                        + Amount.number(resident) + " MB afterwards");
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(each -> each).toArray();
    }
}
