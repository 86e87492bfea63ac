package org.hasekura.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hasekura.node.Main;

/** A node whose process ends again and again, and is started anew on the same folder. One thread tends it. */
final class Victim implements AutoCloseable {

    private final Class<?> main;
    private final Path config;
    private final List<String> arguments;
    private NodeProcess process;
    private boolean hasEnded;
    private long startedAnew;
    private CompletableFuture<Void> killer = CompletableFuture.completedFuture(null);

    private Victim(Class<?> main, Path config, List<String> arguments) throws IOException {
        this.main = main;
        this.config = config;
        this.arguments = arguments;
        this.process = NodeProcess.start(main, config, arguments, Optional.empty());
    }

    /** Started as {@code node --config} does. */
    static Victim ordinary(Path config) throws IOException {
        return new Victim(Main.class, config, List.of("node", "--config", config.toString()));
    }

    /** The same with a store that ends the process at the commit it is told. */
    static Victim crashing(Path config) throws IOException {
        return new Victim(CrashingNode.class, config, List.of(config.toString()));
    }

    NodeProcess node() {
        return process;
    }

    /** Tells it when to end; forgets that it has ended before. */
    void arm(String point) throws IOException {
        hasEnded = false;
        process.say(point);
    }

    /** Forgets that it has ended before. */
    void forget() {
        hasEnded = false;
    }

    /** Waits until it has ended since it was armed, and starts it anew. */
    void awaitEnd() throws IOException {
        if (!hasEnded) {
            process.ended();
            tend();
        }
    }

    /** Ends it by SIGKILL in a while, on another thread. */
    void killAfter(Duration delay) {
        hasEnded = false;
        NodeProcess condemned = process;
        killer = CompletableFuture.runAsync(
                condemned::kill, CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Waits until that has happened. */
    void awaitKill() throws IOException {
        killer.join();
        awaitEnd();
    }

    /** Starts it anew if it has ended. */
    void tend() throws IOException {
        if (!process.isAlive()) {
            hasEnded = true;
            startedAnew = System.nanoTime();
            process = NodeProcess.start(main, config, arguments, Optional.of(process.token()));
        }
    }

    /** Whether it has ended since it was armed. */
    boolean hasEnded() {
        return hasEnded;
    }

    /** Since its process was started anew. */
    Duration recovery() {
        return Duration.ofNanos(System.nanoTime() - startedAnew);
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
