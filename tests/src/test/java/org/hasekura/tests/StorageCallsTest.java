package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hasekura.evidence.TreeHead;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Class E of the fault matrix, on the product as it is shipped, on a real disk: every storage call that a provider makes in
 * one exchange fails (EIO, ENOSPC), or the process ends at it (SIGKILL). Then it is started again, and both sides finish.
 * Without {@code --faults} a few of the calls are tried.
 */
@Tag("faults")
@DisplayName("A node one of whose storage calls fails, or which ends at one")
class StorageCallsTest {

    private static final List<String> HAPPENINGS = List.of("error=EIO", "error=ENOSPC", "signal=KILL");

    /** After an error of these nothing more is answered: they are the store's. */
    private static final Set<String> OF_STORE = Set.of("pwrite64", "fdatasync", "fsync");

    private record Point(String call, int when, String what) {}

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName("class E: has lost nothing that it had acknowledged, and finishes after its next start")
    void everyCall() throws IOException {
        Assumptions.assumeTrue(Strace.isHere(), "strace is not installed here");
        byte[] bytes = new byte[20_000];
        new Random(1).nextBytes(bytes);
        Path offered = Files.write(root.resolve("offered.bin"), bytes);
        Path config = NodeProcess.config(root, "victim", "DE");
        try (TestNode consumer = TestNode.start(root, "survivor", "JP", "");
                Victim provider = Victim.ordinary(config)) {
            Dealings.acquaint(provider.node(), "DE", consumer, "JP");
            Dealings.publish(provider.node(), "data", offered, "confirm");
            Map<String, Integer> calls = calls(provider, consumer);
            var report = new FaultReport("E");
            TreeHead head = TreeHead.EMPTY;
            List<Point> points = part(points(calls));
            for (int i = 0; i < points.size(); i++) {
                head = one(points.get(i), provider, consumer, offered, head, report);
                report.progress(i + 1, points.size());
            }
            int all = calls.values().stream().mapToInt(Integer::intValue).sum();
            report.tell("; " + all + " storage calls in an exchange " + calls + ", "
                    + (isWhole() ? "each" : "a sample of them, all by --faults"));
            assertThat(report.failed()).isEmpty();
        }
    }

    private static boolean isWhole() {
        return Boolean.getBoolean("hasekura.faults");
    }

    /** What the thread that does most of it does in one exchange; the second one, since the first also warms up. */
    private Map<String, Integer> calls(Victim provider, TestNode consumer) throws IOException {
        crossing(provider, consumer).run("data");
        try (Strace strace = Strace.watching(provider.node().pid(), root.resolve("calls.txt"))) {
            crossing(provider, consumer).run("data");
            return strace.counts();
        }
    }

    private static List<Point> points(Map<String, Integer> calls) {
        var points = new ArrayList<Point>();
        for (String what : HAPPENINGS) {
            calls.forEach((call, count) -> {
                int step = isWhole() ? 1 : Math.max(1, count);
                for (int when = isWhole() ? 1 : (count + 1) / 2; when <= count; when += step) {
                    points.add(new Point(call, when, what));
                }
            });
        }
        return points;
    }

    /** Of all points those of one part, such as {@code 1/2}, so that several runs at once share them. */
    private static List<Point> part(List<Point> points) {
        String[] part = System.getProperty("hasekura.faults.part", "1/1").split("/", 2);
        int first = Integer.parseInt(part[0]) - 1;
        int parts = Integer.parseInt(part[1]);
        return points.stream().filter(each -> each.when() % parts == first).toList();
    }

    private TreeHead one(
            Point point, Victim provider, TestNode consumer, Path offered, TreeHead before, FaultReport report)
            throws IOException {
        String result = "ok";
        TreeHead head = before;
        boolean hasHappened;
        try {
            // An end of the case before may have been late.
            provider.tend();
            provider.forget();
            Crossing crossing = crossing(provider, consumer);
            hasHappened = happensIn(crossing, point, provider);
            if (hasHappened && (OF_STORE.contains(point.call()) || point.what().startsWith("signal"))) {
                provider.awaitEnd();
                crossing.settle();
            }
            Accounts.agree(crossing, provider.node(), consumer, offered);
            head = Accounts.logHolds(provider.node(), before);
        } catch (IOException | AssertionError failed) {
            hasHappened = true;
            result = "failed: " + String.valueOf(failed.getMessage()).replaceAll("[\\s;]+", " ");
        }
        if (hasHappened) {
            long recovery = provider.hasEnded() ? provider.recovery().toMillis() : 0;
            String what = point.call() + " " + point.when() + " " + point.what();
            report.add(what, result, before.size(), head.size(), recovery);
        }
        return head;
    }

    /** Runs it with that, and answers whether it came to it. */
    private boolean happensIn(Crossing crossing, Point point, Victim provider) throws IOException {
        Strace strace = Strace.injecting(
                provider.node().pid(), root.resolve("injected.txt"), point.call(), point.what(), point.when());
        // Nothing more may happen after it was looked whether something has.
        try (strace) {
            crossing.run("data");
        }
        return strace.hasInjected();
    }

    private static Crossing crossing(Victim provider, TestNode consumer) {
        return new Crossing(provider::node, () -> consumer, provider::tend);
    }
}
