package org.hasekura.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The store on SQLite")
class SqliteStoreTest extends SqlStoreContract {

    @TempDir
    Path folder;

    @Override
    Database database() {
        return new SqliteDatabase(folder.resolve("node.db"));
    }

    @Test
    @DisplayName("brings its write-ahead log into the file before it grows long, and not within a commit")
    void writeAheadLog() throws Exception {
        Path file = folder.resolve("long.db");
        try (SqliteDatabase database = new SqliteDatabase(file);
                Connection writing = database.openWriter();
                Statement statement = writing.createStatement()) {
            statement.execute("CREATE TABLE t (bytes BLOB)");
            boolean isTidied = false;
            for (int i = 0; i < 40; i++) {
                int before = notInFile(statement);
                writing.setAutoCommit(false);
                statement.execute("INSERT INTO t VALUES (zeroblob(200000))");
                writing.commit();
                writing.setAutoCommit(true);
                int committed = notInFile(statement);
                assertThat(committed).as("pages after commit %s", i).isGreaterThan(before);
                database.tidy(writing);
                isTidied |= notInFile(statement) == 0;
                assertThat(notInFile(statement)).as("pages after upkeep %s", i).isLessThan(1_000);
            }
            assertThat(isTidied).isTrue();
            assertThat(Files.size(file.resolveSibling("long.db-wal"))).isLessThan(2 * 1_000 * 4_096);
        }
    }

    private static int notInFile(Statement statement) throws Exception {
        try (ResultSet log = statement.executeQuery("PRAGMA wal_checkpoint(NOOP)")) {
            log.next();
            return log.getInt("log") - log.getInt("checkpointed");
        }
    }
}
