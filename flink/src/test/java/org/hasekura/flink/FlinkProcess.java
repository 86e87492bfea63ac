package org.hasekura.flink;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A job manager or a task manager of Flink in a JVM of its own, with the class path that {@code flink/cluster} resolves. */
final class FlinkProcess implements AutoCloseable {

    /** What Flink's own scripts open on a JDK of these years. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.net",
            "java.io",
            "java.nio",
            "sun.nio.ch",
            "java.lang.reflect",
            "java.text",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks");

    private final Process process;
    private final Path log;

    private FlinkProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** The jars of a cluster; empty when they were not resolved, or are no longer where they were. */
    static Optional<String> classPath(Path home) throws IOException {
        Path file = home.resolve("flink").resolve("cluster").resolve("target").resolve("classpath");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String jars = Files.readString(file).strip();
        boolean isWhole = Arrays.stream(jars.split(File.pathSeparator, -1)).allMatch(jar -> Files.exists(Path.of(jar)));
        return isWhole ? Optional.of(jars) : Optional.empty();
    }

    static FlinkProcess start(String classPath, String main, Map<String, String> settings, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(conf.resolve("config.yaml"), "env.java.opts.all: \"\"\n");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC"));
        OPENED.forEach(each -> command.addAll(List.of("--add-opens", "java.base/" + each + "=ALL-UNNAMED")));
        command.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath, main, "--configDir", conf.toString()));
        new TreeMap<>(settings).forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new FlinkProcess(process, log);
    }

    /** SIGKILL: it says good-bye to nobody. */
    void kill() {
        process.destroyForcibly();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The end of what it said. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
    }
}
