package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.hasekura.store.Database;
import org.hasekura.store.PostgresDatabase;
import org.hasekura.store.SqlStore;
import org.hasekura.store.SqliteDatabase;
import org.hasekura.store.StoreSettings;
import org.hasekura.store.UnfitDatabase;

/** The database that a node's settings name. */
final class NodeStore {

    private static final System.Logger LOG = System.getLogger(NodeStore.class.getName());
    private static final String SQLITE = "jdbc:sqlite:";

    private NodeStore() {}

    /**
     * Opens it.
     *
     * @param stop called once when it fails
     * @throws IOException if it cannot be opened, in words
     */
    static SqlStore open(Ground ground, Clock clock, Runnable stop) throws IOException {
        try {
            Database database =
                    database(ground.settings().store().url(), ground.folder().path("node.db"));
            return SqlStore.open(database, StoreSettings.DEFAULT, clock, failed -> {
                LOG.log(System.Logger.Level.ERROR, "the storage has failed; the node stops", failed);
                stop.run();
            });
        } catch (SQLException | UnfitDatabase e) {
            throw new IOException("the store cannot be opened: " + e.getMessage(), e);
        }
    }

    /** What a JDBC address of the settings means; nothing: a file of our own. */
    private static Database database(Optional<String> url, Path ownFile) {
        return url.<Database>map(address -> address.startsWith(SQLITE)
                        ? new SqliteDatabase(Path.of(address.substring(SQLITE.length())))
                        : new PostgresDatabase(address, "", ""))
                .orElseGet(() -> new SqliteDatabase(ownFile));
    }
}
