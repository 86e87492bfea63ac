package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hasekura.evidence.TilePath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class F of the fault matrix: six kinds of files of a node, each damaged in three ways while it does not run. */
@Tag("faults")
@DisplayName("Damage at rest")
class CorruptionTest {

    private static final int PAGE = 4096;

    private enum Damage {
        BIT_FLIP,
        TRUNCATED,
        ZERO_PAGE
    }

    /** A file of the folder, and the place in it that is damaged. */
    private record Place(String file, int at) {}

    @TempDir
    Path root = Path.of("");

    @Test
    @DisplayName("class F: is found by `verify --all`, which names what is wrong; a whole folder is said to be whole")
    void everyKind() throws Exception {
        Path closed = root.resolve("closed");
        Path killed = root.resolve("killed");
        folders(closed, killed);
        for (Path whole : List.of(closed, killed)) {
            ChildJvm.Ended ended = verify(copied(whole, "whole-" + whole.getFileName()));
            assertThat(ended.status()).as("%s", ended).isZero();
        }
        var report = new FaultReport("F");
        for (Damage damage : Damage.values()) {
            one("db page", closed, entryIn(closed), damage, report);
            one("WAL frame", killed, middleOf(killed, "node.db-wal"), damage, report);
            one("tile", closed, last(closed, 0), damage, report);
            one("bundle", closed, last(closed, TilePath.ENTRIES), damage, report);
            one("checkpoint", closed, middleOf(closed, "log/checkpoint"), damage, report);
            one("key file", closed, middleOf(closed, "token-1.key"), damage, report);
        }
        report.tell("; each found by `hasekura verify --all`");
        assertThat(report.failed()).isEmpty();
    }

    private void one(String kind, Path folder, Place place, Damage damage, FaultReport report) throws Exception {
        Path copy = copied(folder, kind.replace(' ', '-') + "-" + damage);
        damage(copy.resolve(place.file()), place.at(), damage);
        ChildJvm.Ended ended = verify(copy);
        boolean isFound = ended.status() == 1 && !ended.out().isEmpty();
        report.add(kind + " " + damage, isFound ? "ok" : "failed: not found: " + ended.out() + ended.err(), 0, 0, 0);
    }

    private ChildJvm.Ended verify(Path folder) throws Exception {
        return ChildJvm.run(root, "verify", "--all", folder.toString());
    }

    private static void damage(Path file, int at, Damage damage) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] damaged = switch (damage) {
            case BIT_FLIP -> {
                bytes[at] ^= 1;
                yield bytes;
            }
            case TRUNCATED -> Arrays.copyOf(bytes, at);
            case ZERO_PAGE -> {
                int from = bytes.length > PAGE ? at / PAGE * PAGE : 0;
                Arrays.fill(bytes, from, Math.min(bytes.length, from + PAGE), (byte) 0);
                yield bytes;
            }
        };
        Files.write(file, damaged);
    }

    /** A provider's folder after an exchange: once after it was closed, and once after it was killed. */
    private void folders(Path closed, Path killed) throws IOException {
        Path offered = Files.write(root.resolve("offered.bin"), new byte[2_000]);
        Path config = NodeProcess.config(root, "victim", "DE");
        try (TestNode consumer = TestNode.start(root, "survivor", "JP", "");
                Victim provider = Victim.ordinary(config)) {
            Dealings.acquaint(provider.node(), "DE", consumer, "JP");
            Dealings.publish(provider.node(), "data", offered, "confirm");
            var crossing = new Crossing(provider::node, () -> consumer, provider::tend);
            crossing.run("data");
            Accounts.agree(crossing, provider.node(), consumer, offered);
            provider.node().kill();
            provider.node().ended();
            copy(provider.node().folder(), killed);
            provider.tend();
            provider.node().stop();
            copy(provider.node().folder(), closed);
        }
    }

    private Path copied(Path folder, String name) throws IOException {
        Path copy = root.resolve(name);
        copy(folder, copy);
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    /** Where an entry of the log stands in the database. */
    private static Place entryIn(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("node.db"), StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\"kind\":\"StateChanged\"");
        assertThat(at).as("an entry in the database").isPositive();
        return new Place("node.db", at);
    }

    private static Place middleOf(Path folder, String file) throws IOException {
        return new Place(file, (int) (Files.size(folder.resolve(file)) / 2));
    }

    /** The last file of the tree as it is signed. */
    private static Place last(Path folder, int level) throws IOException {
        long size = new LogFolder(folder.resolve("log")).head().size();
        String file = "log/" + new TilePath(level, size / TilePath.FULL, (int) (size % TilePath.FULL)).path();
        return middleOf(folder, file);
    }
}
