package org.hasekura.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A throw-away server of the PostgreSQL that is installed here, in a folder of its own. Its default collation is a
 * language's, not that of bytes, so that order is tested. It refuses to run as root; then it runs as user postgres.
 */
final class PostgresCluster {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String USER = "hasekura";

    private final Path programs;
    private final Path folder;
    private final int port;
    private final AtomicInteger schemas = new AtomicInteger();

    private PostgresCluster(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server; the test is skipped where none is installed. */
    static PostgresCluster start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        assumeTrue(programs.isPresent(), "no PostgreSQL under " + INSTALLED + ": the store is not tested on it");
        Path folder = Path.of(run("mktemp -d /tmp/hasekura-postgres-XXXXXXXX").strip());
        PostgresCluster cluster = new PostgresCluster(programs.get(), folder, freePort());
        run(programs.get() + "/initdb -D " + folder + "/data -U " + USER
                + " -A trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US");
        cluster.start("");
        return cluster;
    }

    /** Starts the server again with these options, for example {@code -c fsync=off}. */
    void restart(String options) throws IOException, InterruptedException {
        stop();
        start(options);
    }

    private void start(String options) throws IOException, InterruptedException {
        run(programs + "/pg_ctl -D " + folder + "/data -w -t 60 -l " + folder + "/log -o \"-p " + port + " -k " + folder
                + " -c listen_addresses=127.0.0.1 " + options + "\" start");
    }

    private void stop() throws IOException, InterruptedException {
        run(programs + "/pg_ctl -D " + folder + "/data -w -m immediate stop");
    }

    /** The URL of a new schema, empty. */
    String newSchema() throws SQLException {
        String schema = "node_" + schemas.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url(), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        return url() + "?currentSchema=" + schema;
    }

    Database database(String schemaUrl) {
        return new PostgresDatabase(schemaUrl, USER, "");
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    void remove() throws IOException, InterruptedException {
        stop();
        run("rm -rf " + folder);
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String run(String command) throws IOException, InterruptedException {
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> line =
                root ? List.of("su", "postgres", "-s", "/bin/sh", "-c", command) : List.of("/bin/sh", "-c", command);
        Path output = Files.createTempFile("postgres", ".out");
        try {
            // To a file: the server inherits the output and would keep a pipe open.
            Process process = new ProcessBuilder(line)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            String said = Files.readString(output, UTF_8);
            if (!ended || process.exitValue() != 0) {
                throw new IOException("`" + command + "` failed: " + said);
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }
}
