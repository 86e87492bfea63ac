package org.hasekura.store;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The store on PostgreSQL")
class PostgresStoreTest extends SqlStoreContract {

    private static Optional<PostgresCluster> cluster = Optional.empty();

    private Optional<String> url = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        cluster = Optional.of(PostgresCluster.start());
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster.isPresent()) {
            cluster.get().remove();
        }
    }

    @Override
    Database database() throws Exception {
        PostgresCluster running = cluster.orElseThrow();
        if (url.isEmpty()) {
            url = Optional.of(running.newSchema());
        }
        return running.database(url.get());
    }
}
