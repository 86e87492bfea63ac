package org.hasekura.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.node.Ground;

/** A node in a process of its own, started as {@code hasekura node --config FILE} starts it. */
final class ChildNode implements AutoCloseable {

    private final Process process;
    private final Management management;
    private final String did;
    private final URI publicUrl;
    private final double readyMillis;
    private final double readyCpuMillis;

    /** As the launcher starts a node. */
    static final List<String> LAUNCHER = List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining",
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=1800",
            "-XX:Tier4CompileThreshold=45000",
            "-XX:Tier4BackEdgeThreshold=120000");

    private ChildNode(Process process, Prepared prepared, double readyMillis, double readyCpuMillis) {
        this.process = process;
        this.management = new Management(prepared.managementUrl(), prepared.token());
        this.did = prepared.did();
        this.publicUrl = prepared.publicUrl();
        this.readyMillis = readyMillis;
        this.readyCpuMillis = readyCpuMillis;
    }

    /** A node's folder with its keys and token, and the file of its settings. */
    record Prepared(Path config, String did, URI publicUrl, URI managementUrl, String token) {

        /** @param moreSettings further lines of its settings */
        static Prepared in(Place place, String name, String country, String... moreSettings) throws IOException {
            String text = BenchSettings.text(name, country, place.folder().resolve(name))
                    + String.join("\n", moreSettings) + "\n";
            Path config = Files.writeString(place.folder().resolve(name + ".conf"), text);
            try (Ground ground = Ground.prepare(BenchSettings.read(text, place.folder()), new SecureRandom())) {
                return new Prepared(
                        config,
                        ground.did().text(),
                        ground.publicUrl(),
                        ground.managementUrl(),
                        ground.token().toTellOnce().orElseThrow());
            }
        }
    }

    /** Starts it and waits until it says that it is ready. */
    static ChildNode start(Prepared prepared, List<String> moreOptions) throws IOException {
        var options = new ArrayList<>(LAUNCHER);
        options.addAll(moreOptions);
        List<String> command =
                command(options, "node", "--config", prepared.config().toString());
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (Optional<String> line = Optional.ofNullable(out.readLine());
                !line.equals(Optional.of("ready"));
                line = Optional.ofNullable(out.readLine())) {
            if (line.isEmpty()) {
                throw new IOException("the node ended before it was ready");
            }
        }
        return new ChildNode(process, prepared, (System.nanoTime() - start) / 1e6, Cpu.ofNanos(process) / 1e6);
    }

    /** Java with the options of the launcher, and the node's main class. */
    static List<String> command(List<String> moreOptions, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(moreOptions);
        command.addAll(List.of("-XX:+UseSerialGC", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", classPath(), org.hasekura.node.Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The node's own jar, as the launcher takes it: with the jars of the benchmarks beside them a start costs more. */
    private static String classPath() {
        Path built = Path.of(System.getProperty("hasekura.home", "."), "node", "target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(built, "node-[0-9]*.jar")) {
            for (Path jar : jars) {
                return jar.toString();
            }
            throw new IOException("no jar lies in `" + built + "`; begin with `./hasekura build`");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Management management() {
        return management;
    }

    String did() {
        return did;
    }

    URI publicUrl() {
        return publicUrl;
    }

    /** From the start of the process. */
    double readyMillis() {
        return readyMillis;
    }

    double readyCpuMillis() {
        return readyCpuMillis;
    }

    long cpuNanos() {
        return Cpu.ofNanos(process);
    }

    /** The memory it holds (resident set), in MB of a million bytes. */
    double residentMegabytes() throws IOException {
        return Resident.megabytes(process);
    }

    @Override
    public void close() {
        Ending.of(process);
    }
}
