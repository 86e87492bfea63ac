package org.hasekura.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.hasekura.exchange.StoreFailed;

/**
 * A few platform threads, each with a connection that only reads. Callers on virtual threads wait here without holding a
 * carrier, which a call into SQLite's native code would do. What was read is turned into records on the caller's thread.
 */
final class Readers {

    /** A connection with its statements; one thread at a time has it. */
    private static final class Reader {
        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new HashMap<>();

        Reader(Connection connection) {
            this.connection = connection;
        }

        <T> List<T> read(Write query, Sql.Row<T> row) throws SQLException {
            PreparedStatement statement = statements.get(query.sql());
            if (statement == null) {
                statement = connection.prepareStatement(query.sql());
                statements.put(query.sql(), statement);
            }
            Sql.bind(statement, query.values());
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        }
    }

    private final ArrayBlockingQueue<Reader> idle;
    private final ExecutorService threads;
    private final FailStop failStop;

    /** Owns the connections from now on. */
    Readers(List<Connection> connections, FailStop failStop) {
        this.idle = new ArrayBlockingQueue<>(connections.size());
        connections.forEach(each -> idle.add(new Reader(each)));
        this.threads = Executors.newFixedThreadPool(
                connections.size(),
                Thread.ofPlatform().name("store-reader-", 0).daemon().factory());
        this.failStop = failStop;
    }

    /** Throws once the store has failed or is closed. */
    void check() throws StoreFailed {
        failStop.check();
    }

    <T> Optional<T> first(Write query, Sql.Row<T> row) throws StoreFailed {
        return all(query, row).stream().findFirst();
    }

    /** The rows; the caller bounds their number in the query. */
    <T> List<T> all(Write query, Sql.Row<T> row) throws StoreFailed {
        failStop.check();
        try {
            List<T> found = CompletableFuture.supplyAsync(() -> read(query, row), threads)
                    .join();
            // What was read after a failure may never have been durable.
            failStop.check();
            return found;
        } catch (RejectedExecutionException e) {
            throw failStop.failure();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ReadFailed failed) {
                throw failStop.fail(failed.cause);
            }
            throw e;
        }
    }

    private <T> List<T> read(Write query, Sql.Row<T> row) {
        // There are as many threads as readers: one is idle.
        Reader reader = idle.remove();
        try {
            return reader.read(query, row);
        } catch (SQLException e) {
            throw new ReadFailed(e);
        } finally {
            idle.add(reader);
        }
    }

    private static final class ReadFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException cause;

        ReadFailed(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /** Lets what is being read end, then closes the connections. */
    void close() throws SQLException {
        threads.close();
        for (Reader each : idle) {
            each.connection.close();
        }
    }
}
