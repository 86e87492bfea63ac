package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.evidence.TiledLog;
import org.hasekura.evidence.testing.FixedKeys;
import org.hasekura.evidence.testing.MemoryTileStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A verifier on the code of the Go team (golang.org/x/mod/sumdb)")
class GoVerifierTest {

    /** Where Debian's packages golang-go and golang-golang-x-mod-dev are installed, or unpacked. */
    private static final Path ROOT = Path.of(System.getProperty("hasekura.go", "/"));

    private static final Path LIBRARIES = ROOT.resolve("usr/share/gocode");

    @TempDir
    Path folder = Path.of("");

    @Test
    @DisplayName("takes a running node's log as it is served: signature, every entry, continuation; and no other key")
    void served() throws IOException, InterruptedException {
        Path program = build();
        Files.writeString(folder.resolve("data.txt"), "some");
        try (TestNode node = TestNode.start(folder, "node", "DE", "evidence.open-entries = true")) {
            for (int i = 0; i < 40; i++) {
                Dealings.publish(node, "data-" + i, folder.resolve("data.txt"), "direct");
            }
            Waiting.until(() -> LogFolder.of(node).head().size(), size -> size > 40);
            Path earlier = Files.copy(node.folder().resolve("log/checkpoint"), folder.resolve("earlier"));
            for (int i = 0; i < 300; i++) {
                Dealings.publish(node, "more-" + i, folder.resolve("data.txt"), "direct");
            }
            Waiting.until(() -> LogFolder.of(node).head().size(), size -> size > 340);
            String key = node.api().read("/api/node").path("logKey").asString();
            String prefix = node.publicUrl() + "/log";
            Ended checked = run(program, prefix, key, earlier.toString());
            assertThat(checked.status()).as(checked.told()).isZero();
            String[] words = checked.told().split(" ", -1);
            TiledLog same = TiledLog.empty(new MemoryTileStore());
            LogFolder log = LogFolder.of(node);
            same.append(log.entries(log.head()).subList(0, Integer.parseInt(words[1])));
            assertThat(words)
                    .containsExactly("ok", words[1], same.publish().root().base64());

            String name = key.substring(0, key.indexOf('+'));
            Ended refused = run(program, prefix, FixedKeys.log(1, name).key().vkey());
            assertThat(refused.status()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("refuses the same log with one bit changed in a tile, in an entry, or in the signature")
    void changed() throws IOException, InterruptedException {
        Path program = build();
        Files.writeString(folder.resolve("data.txt"), "some");
        String key;
        Path copy = folder.resolve("copy");
        try (TestNode node = TestNode.start(folder, "node", "DE", "")) {
            for (int i = 0; i < 20; i++) {
                Dealings.publish(node, "data-" + i, folder.resolve("data.txt"), "direct");
            }
            Waiting.until(() -> LogFolder.of(node).head().size(), size -> size > 20);
            key = node.api().read("/api/node").path("logKey").asString();
            copy(node.folder().resolve("log"), copy);
        }
        try (Served served = new Served(copy)) {
            Ended right = run(program, served.address(), key);
            assertThat(right.status()).as(right.told()).isZero();
            String width = right.told().split(" ", -1)[1];
            for (String file : List.of("tile/0/000.p/" + width, "tile/entries/000.p/" + width, "checkpoint")) {
                byte[] bytes = Files.readAllBytes(copy.resolve(file));
                byte[] wrong = bytes.clone();
                wrong[bytes.length - 12] ^= 1;
                Files.write(copy.resolve(file), wrong);
                Ended refused = run(program, served.address(), key);
                assertThat(refused.status()).as(file + ": " + refused.told()).isEqualTo(1);
                Files.write(copy.resolve(file), bytes);
            }
        }
    }

    /** Serves a folder. */
    private static final class Served implements AutoCloseable {
        private final HttpServer server;

        Served(Path root) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    Path file = root.resolve(exchange.getRequestURI().getPath().substring(1));
                    byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
                    exchange.sendResponseHeaders(bytes.length > 0 ? 200 : 404, bytes.length > 0 ? bytes.length : -1);
                    exchange.getResponseBody().write(bytes);
                }
            });
            server.start();
        }

        String address() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    private record Ended(int status, String told) {}

    private Path build() throws IOException, InterruptedException {
        Optional<Path> go = go();
        boolean isThere = go.isPresent() && Files.isDirectory(LIBRARIES.resolve("src/golang.org/x/mod/sumdb/tlog"));
        assumeTrue(
                isThere,
                "skipped: Debian's golang-go and golang-golang-x-mod-dev are not under " + ROOT
                        + " (-Dhasekura.go=FOLDER where they are unpacked)");
        Path work = Files.createDirectories(folder.resolve("go/src/sumdb"));
        try (InputStream in = GoVerifierTest.class.getResourceAsStream("/go/sumdb.go.txt")) {
            Files.write(
                    work.resolve("main.go"),
                    Optional.ofNullable(in).orElseThrow().readAllBytes());
        }
        Path program = folder.resolve("sumdb");
        Ended built = run(
                go.orElseThrow().resolve("bin/go"),
                "build",
                "-o",
                program.toString(),
                work.resolve("main.go").toString());
        assertThat(built.status()).as(built.told()).isZero();
        return program;
    }

    /** The newest Go under {@code usr/lib}. */
    private static Optional<Path> go() throws IOException {
        Path libraries = ROOT.resolve("usr/lib");
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(libraries)) {
            return folders.filter(each -> each.getFileName().toString().startsWith("go-"))
                    .filter(each -> Files.isExecutable(each.resolve("bin/go")))
                    .max(Comparator.naturalOrder());
        }
    }

    private Ended run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path told = Files.createTempFile(folder, "told", ".txt");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile());
        process.environment().put("GOROOT", go().orElseThrow().toString());
        process.environment().put("GOPATH", folder.resolve("go") + ":" + LIBRARIES);
        process.environment().put("GO111MODULE", "off");
        process.environment().put("CGO_ENABLED", "0");
        process.environment().put("GOCACHE", folder.resolve("go-cache").toString());
        int status = process.start().waitFor();
        return new Ended(status, Files.readString(told).strip());
    }
}
