package org.hasekura.store;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The store on SQLite")
class SqliteStoreTest extends SqlStoreContract {

    @TempDir
    Path folder;

    @Override
    Database database() {
        return new SqliteDatabase(folder.resolve("node.db"));
    }
}
