package org.hasekura.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.TreeHead;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Transfer;
import org.sqlite.JDBC;

/**
 * Reads the whole database of a node that does not run, changes nothing in it, and finds what is wrong: pages that do not
 * hang together, bodies that are not those their hash names, entries that are missing, rows that cannot be read or say
 * something else than the columns beside them.
 */
public final class StoreAudit implements AutoCloseable {

    private final Connection connection;

    private StoreAudit(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens the database to be read.
     *
     * @throws IOException if it cannot be opened at all
     */
    public static StoreAudit open(Path database) throws IOException {
        SqliteLibrary.unpackBeside(database.toAbsolutePath());
        try {
            return new StoreAudit(
                    JDBC.createConnection("jdbc:sqlite:file:" + database + "?mode=ro", new java.util.Properties()));
        } catch (SQLException e) {
            throw new IOException("`" + database + "` cannot be opened: " + e.getMessage(), e);
        }
    }

    /** What is wrong first, in words; nothing if all is well. Takes the time to read everything. */
    public Optional<String> firstFault() {
        try {
            return pages().or(this::bodies)
                    .or(() -> rows("negotiation", "pid", NegotiationJson::read, Negotiation::pid, Negotiation::version))
                    .or(() -> rows("transfer", "pid", TransferJson::read, Transfer::pid, Transfer::version))
                    .or(() -> rows("dataset", "id", DatasetJson::read, each -> each.id(), each -> each.version()))
                    .or(() -> rows(
                            "agreement",
                            "id",
                            ConcludedJson::read,
                            each -> each.agreement().id(),
                            _ -> -1L));
        } catch (Unreadable e) {
            return Optional.of("the database cannot be read: " + e.getMessage());
        }
    }

    /** Every entry in order of its index. Answers what is wrong with their numbers. */
    public Optional<String> entries(Consumer<byte[]> each) throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT idx, bytes FROM entry ORDER BY idx")) {
            for (long expected = 0; row.next(); expected++) {
                if (row.getLong(1) != expected) {
                    return Optional.of("entry " + expected + " is missing in the database");
                }
                each.accept(row.getBytes(2));
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of("the entries cannot be read: " + e.getMessage());
        }
    }

    /** The last head that was signed. */
    public TreeHead lastSigned() throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT size, root FROM signed_head")) {
            return row.next() ? new TreeHead(row.getLong(1), Hash.of(row.getBytes(2))) : TreeHead.EMPTY;
        } catch (SQLException | IllegalArgumentException e) {
            throw new IOException("the last signed head cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<String> pages() {
        return first("PRAGMA integrity_check(1)", row -> {
            String said = row.getString(1);
            return said.equals("ok") ? Optional.empty() : Optional.of("the database is damaged: " + said);
        });
    }

    private Optional<String> bodies() {
        return first("SELECT sha256, salt, bytes FROM body", row -> {
            byte[] salt = Optional.ofNullable(row.getBytes(2)).orElse(new byte[0]);
            String found = Hash.sha256(salt, row.getBytes(3)).hex();
            return found.equals(row.getString(1))
                    ? Optional.empty()
                    : Optional.of("body `" + row.getString(1) + "` in the database has the hash " + found);
        });
    }

    private <T> Optional<String> rows(
            String table, String key, Function<String, T> reader, Function<T, String> name, Function<T, Long> version) {
        String columns = table.equals("agreement") ? key + ", body, -1" : key + ", body, version";
        return first("SELECT " + columns + " FROM " + table, row -> {
            String place = table + " `" + row.getString(1) + "` in the database";
            try {
                T read = reader.apply(new String(row.getString(2).getBytes(UTF_8), UTF_8));
                boolean agrees = name.apply(read).equals(row.getString(1)) && version.apply(read) == row.getLong(3);
                return agrees ? Optional.empty() : Optional.of(place + " says something else than its columns");
            } catch (RuntimeException e) {
                return Optional.of(place + " cannot be read: " + e.getMessage());
            }
        });
    }

    private interface Look {
        Optional<String> at(ResultSet row) throws SQLException;
    }

    private Optional<String> first(String sql, Look look) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Optional<String> fault = look.at(row);
                if (fault.isPresent()) {
                    return fault;
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("the database does not close: " + e.getMessage(), e);
        }
    }
}
