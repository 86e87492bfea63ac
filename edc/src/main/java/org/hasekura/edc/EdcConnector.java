package org.hasekura.edc;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.node.ObjectNode;

/**
 * Eclipse EDC: control plane and data plane in one process, mock identity, everything in memory. It has a class path of
 * its own, which {@code edc/connector/pom.xml} resolves.
 */
public final class EdcConnector implements AutoCloseable {

    /** The version of the artifacts, but for two that are no longer published with each release. */
    public static final String VERSION = "0.15.1";

    /** What its state machines rest when they are tuned for short waits; more of them costs processor time. */
    public static final Duration TUNED = Duration.ofMillis(20);

    private static final String MAIN = "org.eclipse.edc.boot.system.runtime.BaseRuntime";
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final EdcSettings settings;
    private final Process process;
    private final EdcManagement management;
    private final Duration ready;

    private EdcConnector(EdcSettings settings, Process process, EdcManagement management, Duration ready) {
        this.settings = settings;
        this.process = process;
        this.management = management;
        this.ready = ready;
    }

    /**
     * The jars of the connector; empty when they were not resolved, or are no longer where they were.
     *
     * @param home the folder of the repository
     */
    public static Optional<String> classPath(Path home) throws IOException {
        Path file = home.resolve("edc").resolve("connector").resolve("target").resolve("classpath");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String jars = Files.readString(file).strip();
        boolean isWhole = Arrays.stream(jars.split(File.pathSeparator, -1)).allMatch(jar -> Files.exists(Path.of(jar)));
        return isWhole ? Optional.of(jars) : Optional.empty();
    }

    /**
     * Starts a connector and waits until all of it answers.
     *
     * @param folder for its settings and its log
     * @param name its participant id
     * @param rest how long its state machines rest between two rounds
     * @throws IOException if it does not become ready, with the end of what it logged
     */
    public static EdcConnector start(String classPath, Path folder, String name, Duration rest) throws IOException {
        EdcSettings settings = EdcSettings.of(name, rest);
        Path file = Files.writeString(folder.resolve(name + ".properties"), settings.text());
        Path log = folder.resolve(name + ".log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xlog:disable",
                        "-Dedc.fs.config=" + file,
                        "-cp",
                        classPath,
                        MAIN)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var management = new EdcManagement(settings.management());
        try {
            awaitReady(process, settings, management, log);
            return new EdcConnector(settings, process, management, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** EDC calls itself healthy before its other ports answer; so each of them is tried. */
    private static void awaitReady(Process process, EdcSettings settings, EdcManagement management, Path log)
            throws IOException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!(EdcManagement.isHealthy(settings.readiness()) && management.answers())) {
            if (!process.isAlive() || System.nanoTime() > end) {
                List<String> lines = Files.readAllLines(log);
                throw new IOException("EDC did not become ready; its log ends with: "
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size())));
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** What it calls itself, in agreements too. */
    public String name() {
        return settings.name();
    }

    /** The base of its DSP 2025-1 endpoints. */
    public URI protocol() {
        return settings.protocol();
    }

    public EdcManagement management() {
        return management;
    }

    /** From the start of the process until all of it answered. */
    public Duration ready() {
        return ready;
    }

    /** For whoever measures it. */
    public Process process() {
        return process;
    }

    /** The {@code Authorization} header of its requests to this address, whole. */
    public String sendsTo(URI dspAddress) {
        return identity(dspAddress.toString(), name());
    }

    /** The {@code Authorization} header, whole, by which it knows this participant. */
    public String accepts(String participantId) {
        return identity(name(), participantId);
    }

    /** The token of its mock identity: nothing is signed, the client is believed. */
    private static String identity(String audience, String clientId) {
        ObjectNode token = EdcManagement.object();
        return token.put("region", "eu")
                .put("audience", audience)
                .put("clientId", clientId)
                .toString();
    }

    /** Takes EDC some seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
