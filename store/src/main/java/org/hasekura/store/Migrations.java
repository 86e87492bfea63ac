package org.hasekura.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hasekura.evidence.Hash;

/**
 * Brings the tables to what this version of the node needs: each script of the list once, in order, in a transaction
 * with the row that says so. A script that was applied must never change: its SHA-256 is compared at each start.
 */
final class Migrations {

    /** In order; the number at the front is the version. Only ever added to. */
    static final List<String> SCRIPTS = List.of(
            "V1__exchange_and_evidence.sql",
            "V2__management_api.sql",
            "V3__agreement_use.sql",
            "V4__connection_limit.sql",
            "V5__listings.sql",
            "V6__erased_bodies.sql",
            "V7__ended_exchanges.sql",
            "V8__who_sees_what.sql");

    private Migrations() {}

    static void apply(Connection connection) throws SQLException, UnfitDatabase {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS migration "
                    + "(version BIGINT NOT NULL PRIMARY KEY, script TEXT NOT NULL, sha256 TEXT NOT NULL)");
        }
        Map<Long, String> applied = applied(connection);
        for (int i = 0; i < SCRIPTS.size(); i++) {
            String text = text(SCRIPTS.get(i));
            String hash = Hash.sha256(text.getBytes(UTF_8)).hex();
            String before = applied.remove(i + 1L);
            if (before == null) {
                apply(connection, i + 1L, SCRIPTS.get(i), text, hash);
            } else if (!before.equals(hash)) {
                throw new UnfitDatabase("the tables were made by another `" + SCRIPTS.get(i)
                        + "`; use the version of the node that made them");
            }
        }
        if (!applied.isEmpty()) {
            throw new UnfitDatabase(
                    "the database is of a later version of the node (tables " + applied.keySet() + "); use that one");
        }
    }

    private static Map<Long, String> applied(Connection connection) throws SQLException {
        Map<Long, String> hashes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version, sha256 FROM migration")) {
            while (rows.next()) {
                hashes.put(rows.getLong(1), rows.getString(2));
            }
        }
        return hashes;
    }

    private static void apply(Connection connection, long version, String script, String text, String hash)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO migration VALUES (?, ?, ?)")) {
            // A semicolon at the end of a line ends a statement; comments have none there.
            for (String part : text.split(";\n", -1)) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
            insert.setLong(1, version);
            insert.setString(2, script);
            insert.setString(3, hash);
            insert.executeUpdate();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static String text(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks `" + script + "`");
            }
            return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException("cannot read `" + script + "` from the jar", e);
        }
    }
}
