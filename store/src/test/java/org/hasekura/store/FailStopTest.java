package org.hasekura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hasekura.store.Samples.NOW;
import static org.hasekura.store.Samples.commit;
import static org.hasekura.store.Samples.entry;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Outgoing;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A store whose database fails")
@Timeout(60)
class FailStopTest {

    @TempDir
    Path folder;

    private final BlockingQueue<StoreFailed> told = new LinkedBlockingQueue<>();

    private Database real(String name) {
        return new SqliteDatabase(folder.resolve(name));
    }

    private SqlStore open(Database database, StoreSettings settings) throws Exception {
        return SqlStore.open(database, settings, InstantSource.fixed(NOW), told::add);
    }

    private static Commit step(String pid) {
        return commit(
                List.of(
                        new Change.OfNegotiation(Samples.negotiation(pid)),
                        new Change.Send(Samples.outgoing("m-" + pid, NOW))),
                List.of(entry(pid), entry(pid)));
    }

    @Test
    @DisplayName("answers nothing more after the first error, sends nothing more, and tells it once")
    void stops() throws Exception {
        FailingDatabase database = new FailingDatabase(real("a.db"), new FailingDatabase.Happening() {
            @Override
            public void before(long call, String name) throws SQLException {
                if (name.equals("commit")) {
                    throw new SQLException("[SQLITE_IOERR_FSYNC] made to fail");
                }
            }
        });
        SqlStore store = open(database, StoreSettings.DEFAULT);
        ExchangeStore exchange = store.exchange();
        database.startCounting();
        assertThatThrownBy(() -> exchange.commit(step("n-1")))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("restart the node")
                .hasMessageContaining("IOERR_FSYNC");
        long calls = database.calls();
        assertThatThrownBy(() -> exchange.commit(step("n-2"))).isInstanceOf(StoreFailed.class);
        assertThatThrownBy(() -> exchange.negotiation("n-1")).isInstanceOf(StoreFailed.class);
        assertThatThrownBy(() -> store.entries().size()).isInstanceOf(StoreFailed.class);
        assertThatThrownBy(() -> store.settings().put("k", new byte[1])).isInstanceOf(StoreFailed.class);
        assertThat(database.calls()).isEqualTo(calls);
        assertThat(told.poll(30, TimeUnit.SECONDS)).isNotNull();
        store.close();
        assertThat(told).isEmpty();
    }

    @Test
    @DisplayName("stops at an error while reading, too")
    void reading() throws Exception {
        FailingDatabase database = new FailingDatabase(real("a.db"), new FailingDatabase.Happening() {
            @Override
            public void before(long call, String name) throws SQLException {
                if (name.equals("executeQuery")) {
                    throw new SQLException("[SQLITE_CORRUPT] made to fail");
                }
            }
        });
        SqlStore store = open(database, StoreSettings.DEFAULT);
        database.startCounting();
        assertThatThrownBy(() -> store.exchange().negotiation("n-1")).isInstanceOf(StoreFailed.class);
        assertThatThrownBy(() -> store.exchange().commit(step("n-1"))).isInstanceOf(StoreFailed.class);
        assertThat(told.poll(30, TimeUnit.SECONDS)).isNotNull();
        store.close();
    }

    @Test
    @DisplayName("stops when its upkeep fails, after it has acknowledged the commit before")
    void upkeep() throws Exception {
        FailingDatabase database = new FailingDatabase(real("a.db"), new FailingDatabase.Happening() {
            @Override
            public void beforeUpkeep() throws SQLException {
                throw new SQLException("no checkpoint");
            }
        });
        SqlStore store = open(database, StoreSettings.DEFAULT);
        database.startCounting();
        for (int i = 1; i <= GroupCommitWriter.JOBS_PER_UPKEEP; i++) {
            store.exchange().commit(step("n-" + i));
        }
        assertThat(told.poll(30, TimeUnit.SECONDS)).isNotNull();
        assertThatThrownBy(() -> store.exchange().commit(step("late"))).isInstanceOf(StoreFailed.class);
        store.close();
        try (SqlStore again = open(real("a.db"), StoreSettings.DEFAULT)) {
            assertThat(again.exchange().negotiation("n-" + GroupCommitWriter.JOBS_PER_UPKEEP))
                    .isPresent();
            assertThat(again.exchange().negotiation("late")).isEmpty();
        }
    }

    @Test
    @DisplayName("stops when a listener of commits throws: it has lost its place in the log")
    void listener() throws Exception {
        SqlStore store = open(real("a.db"), StoreSettings.DEFAULT);
        store.entries().listen((_, _) -> {
            throw new IllegalStateException("made to fail");
        });
        assertThatThrownBy(() -> store.exchange().commit(step("n-1"))).isInstanceOf(StoreFailed.class);
        store.close();
    }

    @Test
    @DisplayName("at each call in turn: what was acknowledged is there, everything is whole, no index is lost")
    void everyCall() throws Exception {
        int failures = 0;
        for (boolean after : List.of(false, true)) {
            long point = 1;
            while (failsAt(point, after)) {
                point++;
                failures++;
            }
        }
        assertThat(failures).isGreaterThan(40);
    }

    /** Runs a few commits with the call failing, opens the database again, and checks it. */
    private boolean failsAt(long point, boolean after) throws Exception {
        String name = "point-" + point + "-" + after + ".db";
        FailingDatabase database = new FailingDatabase(real(name), new FailingDatabase.Happening() {
            @Override
            public void before(long call, String method) throws SQLException {
                fail(!after && call == point);
            }

            @Override
            public void after(long call, String method) throws SQLException {
                fail(after && call == point);
            }

            private void fail(boolean now) throws SQLException {
                if (now) {
                    throw new SQLException("made to fail");
                }
            }
        });
        SqlStore store = open(database, StoreSettings.DEFAULT);
        List<String> acknowledged = new ArrayList<>();
        boolean failed = false;
        database.startCounting();
        for (String pid : List.of("a", "b", "a", "c")) {
            try {
                if (store.exchange().commit(step(pid)) instanceof Committed.Done) {
                    acknowledged.add(pid);
                }
            } catch (StoreFailed e) {
                failed = true;
            }
        }
        store.close();
        check(real(name), acknowledged);
        return failed;
    }

    private void check(Database database, List<String> acknowledged) throws Exception {
        try (SqlStore again = open(database, StoreSettings.DEFAULT)) {
            long entries = 0;
            List<String> waiting =
                    again.exchange().outbox().stream().map(Outgoing::id).toList();
            for (String pid : List.of("a", "b", "c")) {
                boolean isThere = again.exchange().negotiation(pid).isPresent();
                assertThat(isThere || !acknowledged.contains(pid)).isTrue();
                assertThat(again.entries().entriesOf(pid, 9)).hasSize(isThere ? 2 : 0);
                assertThat(waiting.contains("m-" + pid)).isEqualTo(isThere);
                entries += isThere ? 2 : 0;
            }
            assertThat(again.entries().size()).isEqualTo(entries);
            assertThat(again.exchange().commit(step("d"))).isEqualTo(new Committed.Done(entries));
        }
    }

    /** A database whose commits wait until they are let go. */
    private static final class Gate implements FailingDatabase.Happening {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private final boolean failing;

        Gate(boolean failing) {
            this.failing = failing;
        }

        @Override
        public void before(long call, String name) throws SQLException {
            if (name.equals("commit")) {
                reached.countDown();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                if (failing) {
                    throw new SQLException("made to fail");
                }
            }
        }
    }

    @Test
    @DisplayName("refuses what its queue has no room for, at once, and drops nothing that it took")
    void busy() throws Exception {
        Gate gate = new Gate(false);
        List<Future<Committed>> answers = tenAtOnce(gate);
        for (int i = 0; i < 7; i++) {
            assertThat(answers.get(i).get()).isEqualTo(new Committed.Busy());
        }
        List<Committed> done = new ArrayList<>();
        for (int i = 7; i < 10; i++) {
            done.add(answers.get(i).get());
        }
        assertThat(done).containsExactlyInAnyOrder(new Committed.Done(0), new Committed.Done(2), new Committed.Done(4));
    }

    @Test
    @DisplayName("fails all that wait in its queue")
    void waitingFail() throws Exception {
        List<Future<Committed>> answers = tenAtOnce(new Gate(true));
        for (int i = 7; i < 10; i++) {
            Future<Committed> answer = answers.get(i);
            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StoreFailed.class);
        }
        assertThat(told.poll(30, TimeUnit.SECONDS)).isNotNull();
    }

    /**
     * Ten commits to a store with room for two beside the one that is being written, which waits at the gate until the
     * seven that found no room have their answers. In the order of their answers.
     */
    private List<Future<Committed>> tenAtOnce(Gate gate) throws Exception {
        FailingDatabase database = new FailingDatabase(real("a.db"), gate);
        List<Future<Committed>> answers = new ArrayList<>();
        try (SqlStore store = open(database, new StoreSettings(2, 256, 1));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Committed> commits = new ExecutorCompletionService<>(threads);
            database.startCounting();
            commits.submit(() -> store.exchange().commit(step("n-0")));
            gate.reached.await();
            for (int i = 1; i < 10; i++) {
                String pid = "n-" + i;
                commits.submit(() -> store.exchange().commit(step(pid)));
            }
            while (answers.size() < 7) {
                answers.add(commits.take());
            }
            gate.open.countDown();
            while (answers.size() < 10) {
                answers.add(commits.take());
            }
        }
        return answers;
    }
}
