package org.hasekura.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** nginx as a peer: serves the same files to anybody, without agreement, token or evidence. */
final class Nginx implements AutoCloseable {

    private static final int PATIENCE_TRIES = 200;

    private final Process process;
    private final URI plain;
    private final URI tls;

    private Nginx(Process process, URI plain, URI tls) {
        this.process = process;
        this.plain = plain;
        this.tls = tls;
    }

    /** Starts it on the files of the folder; nothing if it is not installed. */
    static Optional<Nginx> start(Place place, SelfSigned certificate) throws IOException {
        Optional<Path> program = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int plainPort = freePort();
        int tlsPort = freePort();
        Path home = Files.createDirectories(place.folder().resolve("nginx"));
        Path config = Files.writeString(
                home.resolve("nginx.conf"), config(place.folder(), home, certificate, plainPort, tlsPort));
        Process process = new ProcessBuilder(
                        program.get().toString(),
                        "-p",
                        home.toString(),
                        "-e",
                        home.resolve("error.log").toString(),
                        "-c",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out.log").toFile())
                .start();
        var nginx = new Nginx(
                process, URI.create("http://localhost:" + plainPort), URI.create("https://localhost:" + tlsPort));
        nginx.awaitReady(home);
        return Optional.of(nginx);
    }

    private static String config(Path files, Path home, SelfSigned certificate, int plainPort, int tlsPort) {
        // Its workers would else be nobody, who may not read here.
        String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        return user + """
                worker_processes 2;
                daemon off;
                pid %1$s/nginx.pid;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 100000000;
                    client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                    server {
                        listen 127.0.0.1:%3$d;
                        listen 127.0.0.1:%4$d ssl;
                        ssl_protocols TLSv1.3;
                        ssl_certificate %5$s;
                        ssl_certificate_key %6$s;
                        root %2$s;
                    }
                }
                """.formatted(home, files, plainPort, tlsPort, certificate.certificate(), certificate.key());
    }

    private void awaitReady(Path home) throws IOException {
        for (int tries = 0; tries < PATIENCE_TRIES && process.isAlive(); tries++) {
            try (Wire _ = new Wire(plain)) {
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
            }
        }
        close();
        throw new IOException("nginx did not start: " + Files.readString(home.resolve("out.log"))
                + Files.readString(home.resolve("error.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A request for one of the files. */
    static byte[] request(URI server, String file) {
        return Wire.request("GET", server.resolve("/" + file), "", "");
    }

    URI plain() {
        return plain;
    }

    URI tls() {
        return tls;
    }

    /** Of its workers too. */
    long cpuNanos() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(each ->
                        each.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
                .sum();
    }

    @Override
    public void close() {
        Ending.of(process);
    }
}
