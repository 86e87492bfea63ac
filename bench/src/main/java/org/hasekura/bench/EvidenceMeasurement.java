package org.hasekura.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.store.SqlStore;
import org.hasekura.store.SqliteDatabase;
import org.hasekura.store.StoreSettings;
import org.hasekura.store.UnfitDatabase;

/** How fast evidence becomes durable, and how fast it is proved. */
final class EvidenceMeasurement implements Measurement {

    private static final int WRITERS = 256;
    private static final int ROUNDS = 3;
    private static final int COMMITS = 10_240;

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public String about() {
        return "entries made durable by the store's group commit; the Merkle tree (JMH); bundles and proofs checked";
    }

    @Override
    public List<Figure> measure(Place place) throws IOException {
        var figures = new ArrayList<Figure>();
        figures.add(durable(place, 1));
        figures.add(durable(place, 4).reaching(Goal.atLeast(10_000, "/s", "on two cores")));
        Jmh.Rate append = Jmh.rate(place, MerkleBenchmark.class, "append");
        Jmh.Rate proof = Jmh.rate(place, MerkleBenchmark.class, "proof");
        figures.add(Figure.of("entries hashed into the tree, one thread", append.perSecond())
                .costing(Amount.of("ns", append.cpuNanosEach()))
                .saying("tiles in memory; entries of " + MerkleBenchmark.ENTRY_BYTES + " bytes"));
        figures.add(Figure.of("one inclusion proof", Amount.of("µs", proof.cpuNanosEach() / 1e3))
                .reaching(Goal.atMost(100, "µs", ""))
                .saying("CPU time; among " + Amount.number(MerkleBenchmark.ENTRIES) + " entries, tiles in memory"));
        figures.addAll(ProofFigures.measure(place));
        return figures;
    }

    private static Figure durable(Place place, int entries) throws IOException {
        Path file = place.folder().resolve("evidence-" + entries + ".db");
        try (SqlStore store =
                SqlStore.open(new SqliteDatabase(file), StoreSettings.DEFAULT, Clock.systemUTC(), _ -> {})) {
            commit(store.exchange(), entries);
            double[] rates = new double[ROUNDS];
            double[] cpu = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                place.disk().fsyncMillis(10);
                long before = Cpu.ofThisProcessNanos();
                long start = System.nanoTime();
                commit(store.exchange(), entries);
                rates[round] = COMMITS * (double) entries / ((System.nanoTime() - start) / 1e9);
                cpu[round] = (Cpu.ofThisProcessNanos() - before) / 1e3 / COMMITS / entries;
            }
            return Figure.of(
                            "evidence entries durable, " + entries + " in a commit, " + WRITERS + " writers",
                            Amount.of("/s", rates))
                    .costing(Amount.of("µs", cpu));
        } catch (SQLException | UnfitDatabase e) {
            throw new IOException("the store failed: " + e.getMessage(), e);
        }
    }

    private static void commit(ExchangeStore store, int entries) throws IOException {
        Together.run(WRITERS, WRITERS, "a commit failed", writer -> {
            for (int i = 0; i < COMMITS / WRITERS; i++) {
                Commit commit = new Commit(List.of(), Optional.empty(), Collections.nCopies(entries, entry(writer, i)));
                if (!(store.commit(commit) instanceof Committed.Done)) {
                    throw new IOException("a commit was refused");
                }
            }
        });
    }

    private static Entry entry(int writer, int i) {
        return new Entry.MessageSent(
                "did:web:provider.example",
                Instant.EPOCH.plusMillis(i),
                "0193a000-0000-7000-8000-" + writer,
                "ContractAgreementMessage",
                Optional.of("consumer-" + i),
                Optional.of("provider-" + writer),
                "did:web:consumer.example",
                Hash.sha256(new byte[] {(byte) i}));
    }
}
