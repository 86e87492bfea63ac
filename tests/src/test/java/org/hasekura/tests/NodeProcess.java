package org.hasekura.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A node in a process of its own, which can be ended at any moment and started again on the same folder. */
final class NodeProcess implements RunningNode, AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final Path folder;
    private final Map<String, String> told;
    private final String token;

    private NodeProcess(Process process, BufferedReader out, Path folder, Map<String, String> told, String token) {
        this.process = process;
        this.out = out;
        this.folder = folder;
        this.told = told;
        this.token = token;
    }

    /** Writes the settings of a node whose data lie in {@code root/name}. */
    static Path config(Path root, String name, String country) throws IOException {
        return Files.writeString(
                root.resolve(name + ".conf"), RunningNode.settings(name, country, root.resolve(name), ""));
    }

    /**
     * Starts a process and waits until the node in it is ready.
     *
     * @param token known from the first start, which alone tells it
     */
    static NodeProcess start(Class<?> main, Path config, List<String> arguments, Optional<String> token)
            throws IOException {
        return start(ChildJvm.quick(), main, config, arguments, token);
    }

    /** The same with these options for its JVM. */
    static NodeProcess start(
            List<String> options, Class<?> main, Path config, List<String> arguments, Optional<String> token)
            throws IOException {
        Path err = config.resolveSibling(config.getFileName() + ".err");
        Process process = ChildJvm.of(options, main, arguments)
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        Map<String, String> told = new HashMap<>();
        for (String line = line(out, err); !line.equals("ready"); line = line(out, err)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                told.put(line.substring(0, space), line.substring(space).strip());
            }
        }
        String name = config.getFileName().toString().replace(".conf", "");
        return new NodeProcess(
                process,
                out,
                config.resolveSibling(name),
                told,
                token.orElseGet(() -> firstWord(told.getOrDefault("token", ""))));
    }

    private static String line(BufferedReader out, Path err) throws IOException {
        return Optional.ofNullable(out.readLine())
                .orElseThrow(() -> new IOException("the node did not start: " + readQuietly(err)));
    }

    private static String firstWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private static String readQuietly(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** What it said of this when it started. */
    String told(String what) {
        return told.getOrDefault(what, "");
    }

    /** Tells the process something on its input, and waits for its answer. */
    String say(String line) throws IOException {
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line + "\n");
        in.flush();
        return Optional.ofNullable(out.readLine()).orElseThrow(() -> new IOException("the process has ended"));
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a failing machine would: nothing more is written or answered. */
    void kill() {
        process.destroyForcibly();
    }

    /** Asks it to close, and waits until it has. */
    void stop() throws IOException {
        process.destroy();
        ended();
    }

    /** Waits until it is gone. */
    int ended() throws IOException {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IOException("the process goes on");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for a process", e);
        }
    }

    String token() {
        return token;
    }

    @Override
    public String did() {
        return told("did");
    }

    @Override
    public URI publicUrl() {
        return URI.create(told("peers"));
    }

    @Override
    public Api api() {
        return Api.management(URI.create(told("management")), token);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        kill();
        ended();
    }
}
