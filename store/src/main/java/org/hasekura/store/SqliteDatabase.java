package org.hasekura.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * A database in one file, for one node.
 *
 * <p>Write-ahead log with {@code synchronous=FULL}: the log is synced at each commit, so that a commit survives a loss of
 * power (with NORMAL it would not). Each setting is read back, since SQLite answers a setting that it does not take with
 * silence. The log is written back into the file (a checkpoint) by {@link #tidy}, not within a commit as SQLite would, which
 * keeps an error of it to itself (SQLite documentation, "Write-Ahead Logging" §3.1). A lock on the file {@code <name>.lock} keeps other processes away.
 */
public final class SqliteDatabase implements Database {

    private static final int BUSY_MILLIS = 5_000;
    /** The log is cut back to this after a checkpoint. */
    private static final int WAL_BYTES_MAX = 64 * 1024 * 1024;

    /** Pages in the log that are not yet in the file, at which a checkpoint begins. */
    private static final int CHECKPOINT_PAGES = 1_000;

    private final Path file;
    private Optional<FileChannel> lock = Optional.empty();

    /** @param file in a folder that exists; made if it is not there, readable by its owner alone */
    public SqliteDatabase(Path file) {
        this.file = file;
    }

    @Override
    public Connection openWriter() throws SQLException, UnfitDatabase {
        takeLock();
        try {
            createPrivately();
        } catch (IOException e) {
            throw new UnfitDatabase("cannot create `" + file + "`: " + e.getMessage(), e);
        }
        SqliteLibrary.unpackBeside(file.toAbsolutePath());
        Connection connection = connect();
        try {
            prepare(connection);
        } catch (SQLException | UnfitDatabase e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private void prepare(Connection connection) throws SQLException, UnfitDatabase {
        demand(connection, "journal_mode", "WAL", "wal");
        demand(connection, "synchronous", "FULL", "2");
        demand(connection, "foreign_keys", "ON", "1");
        // What is erased must not stay behind in free pages.
        demand(connection, "secure_delete", "ON", "1");
        // What a job might have to undo is kept in memory: in a temporary file, SQLite made 1,480 writes for each sync
        // instead of 250 (strace, 100 commits waiting at a time), and a third as many commits in the same time.
        demand(connection, "temp_store", "MEMORY", "2");
        demand(connection, "cell_size_check", "ON", "1");
        demand(connection, "wal_autocheckpoint", "0", "0");
        demand(connection, "journal_size_limit", "" + WAL_BYTES_MAX, "" + WAL_BYTES_MAX);
    }

    @Override
    public void tidy(Connection writing) throws SQLException {
        // Outside of a transaction, which the driver would otherwise begin before any statement.
        writing.setAutoCommit(true);
        try (Statement statement = writing.createStatement()) {
            if (pagesInLog(statement) >= CHECKPOINT_PAGES) {
                statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
        }
    }

    private static int pagesInLog(Statement statement) throws SQLException {
        try (ResultSet log = statement.executeQuery("PRAGMA wal_checkpoint(NOOP)")) {
            return log.next() ? log.getInt("log") - log.getInt("checkpointed") : 0;
        }
    }

    @Override
    public Connection openReader() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    private Connection connect() throws SQLException {
        // Not by DriverManager, which would load every driver there is.
        var properties = new Properties();
        // Nobody asks for generated keys; the driver would prepare a query for them after each INSERT.
        properties.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.getPragmaName(), "false");
        Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
        }
        return connection;
    }

    private void demand(Connection connection, String pragma, String value, String expected)
            throws SQLException, UnfitDatabase {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + pragma + " = " + value);
            try (ResultSet result = statement.executeQuery("PRAGMA " + pragma)) {
                String found = result.next() ? result.getString(1) : "nothing";
                if (!expected.equals(found)) {
                    throw new UnfitDatabase("`" + file + "` needs " + pragma + "=" + value + " but has `" + found
                            + "`; put it on a local disk");
                }
            }
        }
    }

    private void createPrivately() throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException e) {
            // Opened again: its rights are the operator's affair.
        }
    }

    private void takeLock() throws UnfitDatabase {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> taken = tryLock(channel);
            if (taken.isEmpty()) {
                channel.close();
                throw new UnfitDatabase("`" + file + "` is in use by another node; stop that one first");
            }
            lock = Optional.of(channel);
        } catch (IOException e) {
            throw new UnfitDatabase("cannot lock `" + lockFile + "`: " + e.getMessage(), e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot unlock `" + file + "`", e);
        }
        lock = Optional.empty();
    }
}
