package org.hasekura.store;

import static org.hasekura.store.Samples.NOW;
import static org.hasekura.store.Samples.PEER;
import static org.hasekura.store.Samples.commit;
import static org.hasekura.store.Samples.entry;
import static org.hasekura.store.Samples.withToken;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.ExchangeStore;

/** A process that commits from several threads and says each commit that was acknowledged, until it is killed. */
final class KilledWriter {

    private static final int THREADS = 8;

    private KilledWriter() {}

    public static void main(String[] arguments) throws Exception {
        SqlStore store = SqlStore.open(
                new SqliteDatabase(Path.of(arguments[0])), StoreSettings.DEFAULT, InstantSource.fixed(NOW), failed -> {
                    throw new IllegalStateException(failed);
                });
        long round = store.entries().size();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> writers = IntStream.range(0, THREADS)
                    .<Callable<Object>>mapToObj(i -> () -> write(store.exchange(), round + "-" + i + "-"))
                    .toList();
            // None returns, and once all have failed the process ends.
            threads.invokeAny(writers);
        }
    }

    private static Object write(ExchangeStore store, String name) throws Exception {
        for (int i = 0; ; i++) {
            String pid = name + i;
            Committed committed = store.commit(withToken(
                    PEER,
                    pid,
                    commit(
                            List.of(
                                    new Change.OfNegotiation(Samples.negotiation(pid)),
                                    new Change.Send(Samples.outgoing(pid, NOW))),
                            List.of(entry(pid), entry(pid)))));
            if (!(committed instanceof Committed.Done(long index))) {
                throw new IllegalStateException(committed.toString());
            }
            // One write of the whole line, so that no half of one is read.
            System.out.println(pid + " " + index);
        }
    }
}
