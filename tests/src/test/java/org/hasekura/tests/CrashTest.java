package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hasekura.evidence.TreeHead;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes on real disks. One of two nodes ends in the middle of an exchange and is started again on its folder;
 * nobody does anything else. Every commit is a point, before it and after it.
 */
@DisplayName("A node that ends at any moment")
class CrashTest {

    private static final long SEED = Long.getLong("hasekura.seed", 20261121L);
    private static final int KILLS = 5;

    private static final List<Long> RECOVERIES = new ArrayList<>();
    private static int run;

    @TempDir
    Path root = Path.of("");

    @AfterAll
    static void tell() {
        List<Long> sorted = RECOVERIES.stream().sorted().toList();
        System.out.printf(
                "crash points: %d run, %d recovered, recovery ms p50 %d p99 %d%n",
                run, sorted.size(), percentile(sorted, 50), percentile(sorted, 99));
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    @Test
    @DisplayName("as a provider, before or after a commit, loses and doubles nothing and finishes")
    void provider() throws IOException {
        Path offered = offered();
        Path config = NodeProcess.config(root, "victim", "DE");
        try (TestNode consumer = TestNode.start(root, "survivor", "JP", "");
                Victim provider = Victim.crashing(config)) {
            Dealings.acquaint(provider.node(), "DE", consumer, "JP");
            Dealings.publish(provider.node(), "data", offered, "confirm");
            atEachPoint(
                    provider,
                    () -> new Crossing(provider::node, () -> consumer, provider::tend),
                    crossing -> Accounts.agree(crossing, provider.node(), consumer, offered));
            Accounts.logHolds(consumer, TreeHead.EMPTY);
        }
    }

    @Test
    @DisplayName("as a consumer, before or after a commit, loses and doubles nothing and finishes")
    void consumer() throws IOException {
        Path offered = offered();
        Path config = NodeProcess.config(root, "victim", "JP");
        try (TestNode provider = TestNode.start(root, "survivor", "DE", "");
                Victim consumer = Victim.crashing(config)) {
            Dealings.acquaint(provider, "DE", consumer.node(), "JP");
            Dealings.publish(provider, "data", offered, "confirm");
            atEachPoint(
                    consumer,
                    () -> new Crossing(() -> provider, consumer::node, consumer::tend),
                    crossing -> Accounts.agree(crossing, provider, consumer.node(), offered));
            Accounts.logHolds(provider, TreeHead.EMPTY);
        }
    }

    private interface Beginning {
        Crossing begin();
    }

    private interface Check {
        void check(Crossing crossing) throws IOException;
    }

    /** One crossing for each point, until one crossing has no more of them. */
    private void atEachPoint(Victim victim, Beginning beginning, Check check) throws IOException {
        beginning.begin().run("data");
        TreeHead head = Accounts.logHolds(victim.node(), TreeHead.EMPTY);
        boolean isReached = true;
        for (int commit = 1; isReached; commit++) {
            for (String when : List.of("before", "after")) {
                if (isReached) {
                    victim.arm(when + " " + commit);
                    Crossing crossing = beginning.begin();
                    crossing.run("data");
                    isReached = victim.hasEnded();
                    if (isReached) {
                        count(victim);
                        check.check(crossing);
                        head = Accounts.logHolds(victim.node(), head);
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("by SIGKILL, whichever side it is and whatever it was doing, loses and doubles nothing and finishes")
    void killed() throws IOException {
        Path offered = offered();
        Path german = NodeProcess.config(root, "german", "DE");
        Path japanese = NodeProcess.config(root, "japanese", "JP");
        try (Victim provider = Victim.ordinary(german);
                Victim consumer = Victim.ordinary(japanese)) {
            Dealings.acquaint(provider.node(), "DE", consumer.node(), "JP");
            Dealings.publish(provider.node(), "data", offered, "confirm");
            Crossing.Keeper both = () -> {
                provider.tend();
                consumer.tend();
            };
            new Crossing(provider::node, consumer::node, both).run("data");
            long begun = System.nanoTime();
            new Crossing(provider::node, consumer::node, both).run("data");
            long usual = System.nanoTime() - begun;

            Random random = new Random(SEED);
            TreeHead ofProvider = TreeHead.EMPTY;
            TreeHead ofConsumer = TreeHead.EMPTY;
            for (int kill = 0; kill < KILLS; kill++) {
                Victim victim = random.nextBoolean() ? provider : consumer;
                victim.killAfter(Duration.ofNanos(random.nextLong(usual)));
                Crossing crossing = new Crossing(provider::node, consumer::node, both);
                crossing.run("data");
                victim.awaitKill();
                crossing.settle();
                assertThat(victim.hasEnded()).isTrue();
                count(victim);
                Accounts.agree(crossing, provider.node(), consumer.node(), offered);
                ofProvider = Accounts.logHolds(provider.node(), ofProvider);
                ofConsumer = Accounts.logHolds(consumer.node(), ofConsumer);
            }
        }
    }

    private static void count(Victim victim) {
        run++;
        RECOVERIES.add(victim.recovery().toMillis());
    }

    private Path offered() throws IOException {
        byte[] bytes = new byte[200_000];
        new Random(SEED).nextBytes(bytes);
        return Files.write(root.resolve("offered.bin"), bytes);
    }
}
