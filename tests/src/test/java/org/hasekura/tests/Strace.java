package org.hasekura.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks at the system calls of a running process by strace(1), and makes one of them fail, or the process end at it. Calls
 * are counted by thread, from the moment it is attached.
 */
final class Strace implements AutoCloseable {

    /** What a node asks of its disk: SQLite by the first ones, the files of its log by the others. */
    static final List<String> STORAGE = List.of("pwrite64", "fdatasync", "fsync", "ftruncate", "rename", "mkdir");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CALL = Pattern.compile("^(\\d+)\\s+([a-z0-9_]+)\\(");

    private final Process process;
    private final Path output;

    private Strace(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static boolean isHere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "strace")));
    }

    /** Only looks. */
    static Strace watching(long pid, Path output) throws IOException {
        return attach(pid, output, List.of());
    }

    /** @param what such as {@code error=EIO} or {@code signal=KILL} */
    static Strace injecting(long pid, Path output, String call, String what, int when) throws IOException {
        return attach(pid, output, List.of("-e", "inject=" + call + ":" + what + ":when=" + when));
    }

    private static Strace attach(long pid, Path output, List<String> more) throws IOException {
        Files.deleteIfExists(output);
        Path told = output.resolveSibling(output.getFileName() + ".err");
        var command = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", output.toString()));
        command.addAll(List.of("-e", "trace=" + String.join(",", STORAGE), "-e", "signal=none"));
        command.addAll(more);
        command.addAll(List.of("-p", Long.toString(pid)));
        Process process =
                new ProcessBuilder(command).redirectError(told.toFile()).start();
        var strace = new Strace(process, output);
        strace.awaitAttached(pid);
        return strace;
    }

    /** All threads that there are now have this tracer. */
    private void awaitAttached(long pid) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isAttached(pid)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException("strace cannot look at process " + pid);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private boolean isAttached(long pid) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads.toList()) {
                String status = Files.readString(thread.resolve("status"));
                if (!status.contains("TracerPid:\t" + process.pid())) {
                    return false;
                }
            }
            return true;
        } catch (java.nio.file.NoSuchFileException ended) {
            return false;
        }
    }

    /** How often the thread that made most of them made each of these calls. */
    Map<String, Integer> counts() throws IOException {
        Map<String, Integer> byThread = new HashMap<>();
        for (String line : Files.readAllLines(output)) {
            Matcher call = CALL.matcher(line);
            if (call.find()) {
                byThread.merge(call.group(2) + " " + call.group(1), 1, Integer::sum);
            }
        }
        Map<String, Integer> most = new TreeMap<>();
        byThread.forEach((name, count) -> most.merge(name.substring(0, name.indexOf(' ')), count, Math::max));
        return most;
    }

    /** Whether it did what it was told. */
    boolean hasInjected() throws IOException {
        return Files.exists(output)
                && Files.readAllLines(output).stream()
                        .anyMatch(line -> line.contains("(INJECTED)") || line.contains("killed by SIGKILL"));
    }

    /** Lets the process go on by itself. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for strace", e);
        }
    }
}
