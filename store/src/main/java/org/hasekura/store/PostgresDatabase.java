package org.hasekura.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * A schema on a PostgreSQL server, for one node; or on what speaks its protocol.
 *
 * <p>A server that acknowledges before the disk has it is refused. An advisory lock, held by the writing connection,
 * keeps other nodes away from the schema.
 */
public final class PostgresDatabase implements Database {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final String url;
    private final Properties properties = new Properties();

    /**
     * @param url as JDBC has it, {@code jdbc:postgresql://host:port/database?currentSchema=…}
     * @param user empty if the URL names one
     */
    public PostgresDatabase(String url, String user, String password) {
        this.url = url;
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        // A server that is gone must be noticed, or everybody waits for it.
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "hasekura");
    }

    @Override
    public Connection openWriter() throws SQLException, UnfitDatabase {
        Connection connection = DriverManager.getConnection(url, properties);
        try {
            prepare(connection);
        } catch (SQLException | UnfitDatabase e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static void prepare(Connection connection) throws SQLException, UnfitDatabase {
        demand(connection, "server_encoding", List.of("UTF8"));
        demand(connection, "fsync", List.of("on"));
        demand(connection, "full_page_writes", List.of("on"));
        demand(connection, "synchronous_commit", List.of("on", "local", "remote_write", "remote_apply"));
        lock(connection);
        try (Statement statement = connection.createStatement()) {
            // The order of bytes, under the name that SQLite has for it.
            statement.execute("CREATE COLLATION IF NOT EXISTS \"binary\" (LOCALE = 'C')");
        }
    }

    /** Waits a little: the server may not yet have noticed that the node before this one is gone. */
    private static void lock(Connection connection) throws SQLException, UnfitDatabase {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '3s'");
            statement.execute("SELECT pg_advisory_lock(hashtext('hasekura'), hashtext(current_schema()))");
            statement.execute("SET lock_timeout = 0");
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new UnfitDatabase("the schema is in use by another node; stop that one first", e);
            }
            throw e;
        }
    }

    @Override
    public Connection openReader() throws SQLException {
        Connection connection = DriverManager.getConnection(url, properties);
        connection.setReadOnly(true);
        return connection;
    }

    private static void demand(Connection connection, String name, List<String> accepted)
            throws SQLException, UnfitDatabase {
        String found = one(connection, "SHOW " + name);
        if (!accepted.contains(found)) {
            throw new UnfitDatabase("the server has " + name + "=`" + found + "`; it must be `" + accepted.getFirst()
                    + "`, or what is acknowledged could be lost");
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "nothing";
        }
    }

    /** The lock goes with the writing connection. */
    @Override
    public void close() {}
}
