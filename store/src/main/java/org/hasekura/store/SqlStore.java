package org.hasekura.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hasekura.evidence.EntryStore;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.DatasetListings;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.PeerCatalogs;
import org.hasekura.exchange.StoreFailed;

/**
 * All that a node keeps, in one database: opened, checked and brought up to date here, and handed out port by port.
 *
 * <p>One thread writes ({@link GroupCommitWriter}), a few read ({@link Readers}), and the first error of the database ends
 * it all ({@link FailStop}). What returned is on the disk.
 */
public final class SqlStore implements AutoCloseable {

    private static final int RECORDS_KEPT = 4_096;

    private final Database database;
    private final Connection writing;
    private final FailStop failStop;
    private final GroupCommitWriter writer;
    private final Readers readers;
    private final Recent recent = new Recent(RECORDS_KEPT);
    private final InstantSource clock;
    private final ListingNews news = new ListingNews();

    private SqlStore(
            Database database,
            Connection writing,
            List<Connection> reading,
            long entries,
            StoreSettings settings,
            InstantSource clock,
            Consumer<StoreFailed> failed) {
        this.database = database;
        this.writing = writing;
        this.clock = clock;
        this.failStop = new FailStop(failed);
        this.readers = new Readers(reading, failStop);
        this.writer =
                new GroupCommitWriter(database, writing, entries, settings.queueMax(), settings.batchMax(), failStop);
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @param failed told once when the storage fails, on a thread of its own; the node then closes
     * @throws UnfitDatabase if it would not keep its promises, is in use, or is of another version; says what to do
     */
    public static SqlStore open(
            Database database, StoreSettings settings, InstantSource clock, Consumer<StoreFailed> failed)
            throws SQLException, UnfitDatabase {
        List<Connection> opened = new ArrayList<>();
        try {
            Connection writing = database.openWriter();
            opened.add(writing);
            Migrations.apply(writing);
            long entries = entries(writing);
            for (int i = 0; i < settings.readers(); i++) {
                opened.add(database.openReader());
            }
            return new SqlStore(
                    database, writing, List.copyOf(opened.subList(1, opened.size())), entries, settings, clock, failed);
        } catch (SQLException | UnfitDatabase | RuntimeException e) {
            for (Connection each : opened) {
                each.close();
            }
            database.close();
            throw e;
        }
    }

    /**
     * Number of entries. None may lack; those under the last signed tree head are left to the log, which proves them
     * against it, so that the start does not take longer from year to year.
     */
    private static long entries(Connection connection) throws SQLException, UnfitDatabase {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT (SELECT coalesce(max(idx), -1) + 1 FROM entry), count(idx), max(signed)
                        FROM (SELECT coalesce(max(size), 0) AS signed FROM signed_head) AS head
                        LEFT JOIN entry ON idx >= signed""")) {
            row.next();
            long entries = row.getLong(1);
            long found = row.getLong(3) + row.getLong(2);
            if (entries != found) {
                throw new UnfitDatabase("the last evidence entry is number " + (entries - 1) + ", but with "
                        + row.getLong(3) + " signed ones there are " + found
                        + ": some are lost; restore the database from a copy");
            }
            return entries;
        }
    }

    /** Negotiations, transfers, agreements, datasets, participants, and what is on its way. */
    public ExchangeStore exchange() {
        return exchange(UnaryOperator.identity());
    }

    /**
     * The same, with something that may ride on each commit: it is called on the thread that asks for the commit, each time it
     * is asked for.
     */
    public ExchangeStore exchange(UnaryOperator<Commit> riding) {
        return new SqlExchangeStore(writer, readers, recent, clock, news, riding);
    }

    /** Answers to requests with a name of their own. */
    public KeptAnswers answers() {
        return new KeptAnswers(writer, readers);
    }

    /** Who is told of events. */
    public WebhookStore webhooks() {
        return new WebhookStore(writer, readers);
    }

    /** Exchanges by what people look for. */
    public Listings listings() {
        return new Listings(readers);
    }

    /** Datasets that can be found, of this node and of others. */
    public DatasetListings datasetListings() {
        return new SqlDatasetListings(writer, readers);
    }

    /** Has this called after each write that may change what is listed; it must return at once. */
    public void onListingsChange(Runnable listener) {
        news.onChange(listener);
    }

    /** Catalogs of peers that are read again and again. */
    public PeerCatalogs peerCatalogs() {
        return new SqlPeerCatalogs(writer, readers, news);
    }

    /** The entries of the evidence log. */
    public EntryStore entries() {
        return new SqlEntryStore(writer, readers);
    }

    /** What the node remembers about itself. */
    public SettingStore settings() {
        return new SettingStore(writer, readers);
    }

    /** Bodies that evidence names by hash. */
    public BodyStore bodies() {
        return new BodyStore(writer, readers);
    }

    /**
     * Forgets the ids of tokens that are refused for their age anyway, and answers how many.
     *
     * @param before tokens that expired before it, with the greatest skew allowed for
     */
    public int forgetTokens(Instant before) throws StoreFailed {
        Write delete = Write.of("DELETE FROM token_use WHERE expires < ?", before);
        return writer.runPatiently(transaction -> new GroupCommitWriter.Outcome.Keep<>(transaction.run(delete)));
    }

    /** Writes what was handed in, then closes; every later call throws {@link StoreFailed}. */
    @Override
    public void close() throws SQLException {
        writer.close();
        try {
            readers.close();
            writing.close();
        } finally {
            database.close();
        }
    }
}
