package org.hasekura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hasekura.store.Samples.NOW;
import static org.hasekura.store.Samples.commit;
import static org.hasekura.store.Samples.entry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.TreeHead;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A database that would not keep its promises is refused at the start:")
class UnfitDatabaseTest {

    @TempDir
    Path folder;

    private SqlStore open() throws Exception {
        return open(new SqliteDatabase(folder.resolve("node.db")));
    }

    private static SqlStore open(Database database) throws Exception {
        return SqlStore.open(database, StoreSettings.DEFAULT, InstantSource.fixed(NOW), failed -> {
            throw new IllegalStateException(failed);
        });
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("node.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void isRefused(ThrowingCallable opening, String words) {
        assertThatThrownBy(opening).isInstanceOf(UnfitDatabase.class).hasMessageContaining(words);
    }

    @Test
    @DisplayName("one that a later version of the node made")
    void later() throws Exception {
        open().close();
        change("INSERT INTO migration VALUES (99, 'V99__future.sql', 'abc')");
        isRefused(this::open, "later version of the node (tables [99])");
    }

    @Test
    @DisplayName("one whose tables were made by a script that has changed since")
    void changedScript() throws Exception {
        open().close();
        change("UPDATE migration SET sha256 = 'abc'");
        isRefused(this::open, "made by another `V1__exchange_and_evidence.sql`");
    }

    @Test
    @DisplayName("one that lacks an entry")
    void gap() throws Exception {
        try (SqlStore store = open()) {
            store.exchange().commit(commit(List.of(), List.of(entry("a"), entry("b"), entry("c"))));
        }
        change("DELETE FROM entry WHERE idx = 1");
        isRefused(this::open, "the last evidence entry is number 2, but with 0 signed ones there are 2");
    }

    @Test
    @DisplayName("one that has fewer entries than were signed")
    void fewerThanSigned() throws Exception {
        try (SqlStore store = open()) {
            store.exchange().commit(commit(List.of(), List.of(entry("a"), entry("b"), entry("c"))));
            store.entries().advance(TreeHead.EMPTY, new TreeHead(2, Hash.sha256(new byte[1])));
        }
        open().close();
        change("DELETE FROM entry WHERE idx > 0");
        isRefused(this::open, "the last evidence entry is number 0, but with 2 signed ones there are 2");
    }

    @Test
    @DisplayName("a file that is no database")
    void noDatabase() throws Exception {
        Files.writeString(folder.resolve("node.db"), "not a database, but long enough to be taken for one".repeat(90));
        assertThatThrownBy(this::open).isInstanceOf(SQLException.class).hasMessageContaining("NOTADB");
        // The lock was given back.
        Files.delete(folder.resolve("node.db"));
        open().close();
    }

    @Test
    @DisplayName("a folder that is not there")
    void noFolder() {
        isRefused(() -> open(new SqliteDatabase(folder.resolve("no/where.db"))), "cannot lock");
    }

    @Test
    @DisplayName("a server that acknowledges before the disk has it")
    void server() throws Exception {
        PostgresCluster cluster = PostgresCluster.start();
        try {
            String url = cluster.newSchema();
            cluster.restart("-c fsync=off");
            isRefused(() -> open(cluster.database(url)), "fsync=`off`; it must be `on`");
            cluster.restart("-c synchronous_commit=off");
            isRefused(() -> open(cluster.database(url)), "synchronous_commit=`off`");
            cluster.restart("-c full_page_writes=off");
            isRefused(() -> open(cluster.database(url)), "full_page_writes=`off`");
            cluster.restart("");
            open(cluster.database(url)).close();
        } finally {
            cluster.remove();
        }
    }

    @Test
    @DisplayName("on SQLite each connection has what durability needs, and the file is its owner's alone")
    void sqlite() throws Exception {
        Path file = folder.resolve("node.db");
        try (SqliteDatabase database = new SqliteDatabase(file);
                Connection writing = database.openWriter();
                Connection reading = database.openReader()) {
            assertThat(pragma(writing, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(writing, "synchronous")).isEqualTo("2");
            assertThat(pragma(writing, "secure_delete")).isEqualTo("1");
            assertThat(pragma(reading, "query_only")).isEqualTo("1");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            result.next();
            return result.getString(1);
        }
    }
}
