package org.hasekura.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills a node's database with finished exchanges: rows of one that the node itself has finished (negotiation, agreement,
 * transfer, their evidence and their messages' bodies), copied with new names, new hashes of the bodies and other times.
 * The node must not run meanwhile; at its next start it takes the new entries into its log as if it had been away.
 */
final class ExchangeCopies implements AutoCloseable {

    private static final Pattern NAME =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[0-9a-f]{64}\\b");
    private static final int IN_TRANSACTION = 2_000;
    private static final List<String> TIMES = List.of("created", "changed", "made");

    /** A row of the one exchange that is copied. */
    private record Row(String table, List<Cell> cells) {}

    private sealed interface Cell {
        record Text(List<String> parts, List<String> names, boolean isBytes) implements Cell {}

        record Time(long nanos) implements Cell {}

        record Index() implements Cell {}

        record Other(Object value) implements Cell {}

        record Nothing() implements Cell {}
    }

    private final Connection connection;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Cell.Text> bodies = new LinkedHashMap<>();
    private final SplittableRandom random;
    private long nextIndex;
    private long made;

    private ExchangeCopies(Connection connection, long there) {
        this.connection = connection;
        this.random = new SplittableRandom(there);
        this.made = there;
    }

    /**
     * Reads the exchange that is to be copied.
     *
     * @param negotiation the node's own name of it
     * @param transfer likewise
     * @param there how many copies there are already
     */
    static ExchangeCopies of(Path database, String negotiation, String transfer, long there) throws IOException {
        try {
            var copies = new ExchangeCopies(DriverManager.getConnection("jdbc:sqlite:" + database), there);
            try (Statement statement = copies.connection.createStatement()) {
                // Nobody relies on this database before it is whole.
                for (String pragma : List.of("journal_mode=OFF", "synchronous=OFF", "cache_size=-600000")) {
                    statement.execute("PRAGMA " + pragma);
                }
            }
            copies.read("SELECT * FROM negotiation WHERE pid = ?", "negotiation", negotiation);
            copies.read("SELECT * FROM agreement WHERE negotiation = ?", "agreement", negotiation);
            copies.read("SELECT * FROM transfer WHERE pid = ?", "transfer", transfer);
            copies.read("SELECT * FROM entry WHERE process = ? ORDER BY idx", "entry", negotiation);
            copies.read("SELECT * FROM entry WHERE process = ? ORDER BY idx", "entry", transfer);
            copies.readBodies();
            copies.connection.setAutoCommit(false);
            return copies;
        } catch (SQLException e) {
            throw new IOException("the database cannot be filled: " + e.getMessage(), e);
        }
    }

    private void read(String sql, String table, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(table, cells(row)));
                }
            }
        }
    }

    private static List<Cell> cells(ResultSet row) throws SQLException {
        var cells = new ArrayList<Cell>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnName(i);
            Object value = row.getObject(i);
            cells.add(
                    switch (value) {
                        case null -> new Cell.Nothing();
                        case Number number when TIMES.contains(name) -> new Cell.Time(number.longValue());
                        case Number _ when name.equals("idx") -> new Cell.Index();
                        case byte[] bytes -> text(new String(bytes, StandardCharsets.UTF_8), true);
                        case String string -> text(string, false);
                        default -> new Cell.Other(value);
                    });
        }
        return cells;
    }

    private static Cell.Text text(String text, boolean isBytes) {
        var parts = new ArrayList<String>();
        var names = new ArrayList<String>();
        Matcher matcher = NAME.matcher(text);
        int end = 0;
        while (matcher.find()) {
            parts.add(text.substring(end, matcher.start()));
            names.add(matcher.group());
            end = matcher.end();
        }
        parts.add(text.substring(end));
        return new Cell.Text(parts, names, isBytes);
    }

    /** The bodies that the entries name. */
    private void readBodies() throws SQLException {
        List<String> hashes = rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell instanceof Cell.Text text ? text.names().stream() : Stream.empty())
                .filter(name -> name.length() == 64)
                .distinct()
                .toList();
        for (String hash : hashes) {
            int before = rows.size();
            read("SELECT * FROM body WHERE sha256 = ?", "body", hash);
            if (rows.size() > before && rows.getLast().cells().get(2) instanceof Cell.Text body) {
                bodies.put(hash, body);
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(idx), -1) + 1 FROM entry")) {
            row.next();
            nextIndex = row.getLong(1);
        }
    }

    /** Entries that one exchange leaves. */
    long entries() {
        return rows.stream().filter(row -> row.table().equals("entry")).count();
    }

    /** Writes so many more. */
    void write(long count) throws IOException {
        var inserts = new LinkedHashMap<String, PreparedStatement>();
        try {
            for (Row row : rows) {
                inserts.put(row.table(), insert(row));
            }
            for (long i = 1; i <= count; i++) {
                copy(inserts);
                if (i % IN_TRANSACTION == 0 || i == count) {
                    for (PreparedStatement each : inserts.values()) {
                        each.executeBatch();
                    }
                    connection.commit();
                }
            }
        } catch (SQLException e) {
            throw new IOException("the database cannot be filled: " + e.getMessage(), e);
        }
    }

    private PreparedStatement insert(Row row) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(row.cells().size(), "?"));
        return connection.prepareStatement("INSERT INTO " + row.table() + " VALUES (" + marks + ")");
    }

    private void copy(Map<String, PreparedStatement> inserts) throws SQLException {
        var names = new LinkedHashMap<String, String>();
        // In the order of their times, as the nodes' own names are: a second apart, a month and more ago.
        long millis = 1_780_000_000_000L + made * 1_000;
        bodies.forEach((hash, body) -> names.put(hash, sha256(rendered(body, names, millis))));
        for (Row row : rows) {
            PreparedStatement insert =
                    Optional.ofNullable(inserts.get(row.table())).orElseThrow();
            for (int i = 0; i < row.cells().size(); i++) {
                switch (row.cells().get(i)) {
                    case Cell.Text text -> {
                        String value = rendered(text, names, millis);
                        if (text.isBytes()) {
                            insert.setBytes(i + 1, value.getBytes(StandardCharsets.UTF_8));
                        } else {
                            insert.setString(i + 1, value);
                        }
                    }
                    case Cell.Time _ -> insert.setLong(i + 1, millis * 1_000_000);
                    case Cell.Index _ -> insert.setLong(i + 1, nextIndex++);
                    case Cell.Other(Object value) -> insert.setObject(i + 1, value);
                    case Cell.Nothing _ -> insert.setObject(i + 1, null);
                }
            }
            insert.addBatch();
        }
        made++;
    }

    private String rendered(Cell.Text text, Map<String, String> names, long millis) {
        var value = new StringBuilder(text.parts().getFirst());
        for (int i = 0; i < text.names().size(); i++) {
            String name = text.names().get(i);
            // A hash that names no body is one of something else, and stays.
            value.append(
                    name.length() == 64
                            ? names.getOrDefault(name, name)
                            : names.computeIfAbsent(name, _ -> uuid(millis)));
            value.append(text.parts().get(i + 1));
        }
        return value.toString();
    }

    /** Version 7, as the nodes make them. */
    private String uuid(long millis) {
        long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
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
