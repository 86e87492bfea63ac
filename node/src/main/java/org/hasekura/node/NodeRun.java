package org.hasekura.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hasekura.exchange.StandardConduct;
import org.hasekura.law.Law;

/** A process that is a node. */
final class NodeRun {

    private NodeRun() {}

    /**
     * Starts the node of a settings file, says so, and serves until somebody stops the process.
     *
     * @param out where it says how it is reached, and {@code ready}
     * @throws CommandFailed if the storage failed meanwhile
     * @throws IOException if it cannot start, in words
     */
    static void untilStopped(Path config, PrintWriter out) throws CommandFailed, IOException, InterruptedException {
        run(config, out, new CountDownLatch(1));
    }

    /** Starts the node, and stops it as soon as it is ready. */
    static void once(Path config, PrintWriter out) throws CommandFailed, IOException, InterruptedException {
        run(config, out, new CountDownLatch(0));
    }

    private static void run(Path config, PrintWriter out, CountDownLatch stopped)
            throws CommandFailed, IOException, InterruptedException {
        Settings settings = SettingsFile.read(config);
        Logging.configure(settings.log().level());
        try (Ground ground = Ground.prepare(settings, new SecureRandom())) {
            if (!serve(ground, out, stopped)) {
                throw new CommandFailed("the storage has failed and the node has closed; start it again to recover");
            }
        }
    }

    /** False when it was the storage that did. */
    private static boolean serve(Ground ground, PrintWriter out, CountDownLatch stopped)
            throws IOException, InterruptedException {
        AtomicBoolean failed = new AtomicBoolean();
        CountDownLatch closed = new CountDownLatch(1);
        try (Node _ = Node.start(ground, Law.load(), new StandardConduct(), Clock.systemUTC(), () -> {
            failed.set(true);
            stopped.countDown();
        })) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                stopped.countDown();
                awaitQuietly(closed);
            }));
            StartLines.print(ground, out);
            stopped.await();
        } finally {
            closed.countDown();
        }
        return !failed.get();
    }

    /** The process may go only when the servers have closed. */
    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
