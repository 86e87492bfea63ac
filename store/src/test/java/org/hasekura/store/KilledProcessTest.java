package org.hasekura.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.store.Samples.NOW;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Outgoing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

@DisplayName("A process killed while it commits")
@Timeout(180)
class KilledProcessTest {

    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Test
    @DisplayName("has left all that it acknowledged, everything whole, and the log without a gap")
    void killed() throws Exception {
        Path file = folder.resolve("node.db");
        Map<String, Long> acknowledged = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.putAll(writeUntilKilled(file, 40 + 37 * kill));
            check(file, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(3 * 40 + 37 * 3);
        // The processes had no library yet, and left one for the next.
        assertThat(folder.resolve(LibraryLoaderUtil.getNativeLibName())).exists();
    }

    /** SIGKILL after so many acknowledgements; what was acknowledged until then, with the index of its first entry. */
    private static Map<String, Long> writeUntilKilled(Path file, int after) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, Long> acknowledged = new HashMap<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                acknowledged.put(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
                if (acknowledged.size() == after) {
                    // By its handle, which leaves what it has said to be read.
                    assertThat(process.toHandle().destroyForcibly()).isTrue();
                }
            }
        }
        process.waitFor();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(after);
        return acknowledged;
    }

    private static void check(Path file, Map<String, Long> acknowledged) throws Exception {
        try (SqlStore store =
                SqlStore.open(new SqliteDatabase(file), StoreSettings.DEFAULT, InstantSource.fixed(NOW), failed -> {
                    throw new IllegalStateException(failed);
                })) {
            Set<String> there = new HashSet<>();
            for (Negotiation each : store.exchange().openNegotiations()) {
                there.add(each.pid());
                List<IndexedEntry> entries = store.entries().entriesOf(each.pid(), 9);
                assertThat(entries).hasSize(2);
                assertThat(entries.getFirst().index())
                        .isEqualTo(acknowledged.getOrDefault(
                                each.pid(), entries.getFirst().index()));
            }
            assertThat(there).containsAll(acknowledged.keySet());
            assertThat(store.exchange().outbox()).extracting(Outgoing::id).containsExactlyInAnyOrderElementsOf(there);
            assertThat(store.entries().size()).isEqualTo(2L * there.size());
        }
    }
}
