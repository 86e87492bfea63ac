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

/** What a job may do inside the writer's transaction. Only the writer's thread touches it. */
final class Transaction {

    private static final String ENTRY = "INSERT INTO entry (idx, process, bytes) VALUES (?, ?, ?)";

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final List<byte[]> entries = new ArrayList<>();
    private long firstIndex;

    /** @param nextIndex number of entries that are durable */
    Transaction(Connection connection, long nextIndex) {
        this.connection = connection;
        this.firstIndex = nextIndex;
    }

    /** Runs the statement and answers how many rows it changed. */
    int run(Write write) throws SQLException {
        PreparedStatement statement = prepared(write.sql());
        Sql.bind(statement, write.values());
        return statement.executeUpdate();
    }

    <T> Optional<T> first(Write query, Sql.Row<T> row) throws SQLException {
        PreparedStatement statement = prepared(query.sql());
        Sql.bind(statement, query.values());
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        }
    }

    /** Adds an entry to the log and answers its index. */
    long append(Optional<String> process, byte[] bytes) throws SQLException {
        long index = nextIndex();
        run(Write.of(ENTRY, index, process, bytes));
        entries.add(bytes);
        return index;
    }

    /** The index that the next entry will have, once this transaction is durable. */
    long nextIndex() {
        return firstIndex + entries.size();
    }

    long firstIndex() {
        return firstIndex;
    }

    /** The entries of this transaction so far. */
    List<byte[]> entries() {
        return List.copyOf(entries);
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
        firstIndex = nextIndex();
        entries.clear();
    }

    int mark() throws SQLException {
        prepared("SAVEPOINT job").execute();
        return entries.size();
    }

    void keep() throws SQLException {
        prepared("RELEASE SAVEPOINT job").execute();
    }

    void undoTo(int mark) throws SQLException {
        prepared("ROLLBACK TO SAVEPOINT job").execute();
        prepared("RELEASE SAVEPOINT job").execute();
        entries.subList(mark, entries.size()).clear();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }
}
