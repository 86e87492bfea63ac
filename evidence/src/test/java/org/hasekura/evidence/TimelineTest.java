package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hasekura.evidence.testing.FixedKeys;
import org.hasekura.evidence.testing.MemoryEntryStore;
import org.hasekura.evidence.testing.MemoryTileStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The timeline of a log")
class TimelineTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final MemoryEntryStore entries = new MemoryEntryStore();

    private void commit(Instant at, int kind) {
        Entry entry = kind == 0
                ? new Entry.DatasetWithdrawn("did:web:a.example", at, "data")
                : new Entry.NodeStarted("did:web:a.example", at, "1", "1", false);
        entries.commit(List.of(entry.bytes()));
    }

    private Timeline.Reading read(BundleScope.Period period) throws IOException {
        EvidenceLog log = EvidenceLog.open(entries, new MemoryTileStore(), FixedKeys.log(1, "a.example/log"));
        Checkpoint checkpoint = Checkpoint.parse(log.checkpoint().text()).orElseThrow();
        return Timeline.read(
                period, _ -> true, entries, log.hashes(), checkpoint.head().size());
    }

    @Test
    @DisplayName(
            "counts what is in the period by day and kind, names the longest silence, and finds no gap where none is")
    void counted() throws IOException {
        for (int hour = 0; hour < 30; hour++) {
            commit(NOON.plus(Duration.ofHours(hour)), hour % 2);
        }
        commit(NOON.plus(Duration.ofHours(36)), 0);
        var period = new BundleScope.Period(NOON.plus(Duration.ofHours(6)), NOON.plus(Duration.ofDays(30)));
        Timeline.Reading reading = read(period);
        Timeline timeline = reading.timeline();
        assertThat(timeline.entries()).isEqualTo(25);
        assertThat(timeline.days())
                .isEqualTo(new TreeMap<>(Map.of(
                        LocalDate.parse("2026-11-21"), new TreeMap<>(Map.of("DatasetWithdrawn", 3L, "NodeStarted", 3L)),
                        LocalDate.parse("2026-11-22"), new TreeMap<>(Map.of("DatasetWithdrawn", 9L, "NodeStarted", 9L)),
                        LocalDate.parse("2026-11-23"), new TreeMap<>(Map.of("DatasetWithdrawn", 1L)))));
        assertThat(timeline.faults()).isEmpty();
        assertThat(timeline.silence())
                .contains(new Timeline.Silence(NOON.plus(Duration.ofHours(29)), NOON.plus(Duration.ofHours(36))));
        assertThat(reading.index(0)).isEqualTo(6);
        assertThat(reading.index(24)).isEqualTo(30);
        assertThat(timeline.range()).contains(new IndexRange(5, 31));
    }

    @Test
    @DisplayName("names an entry that is not the one in the tree")
    void altered() throws IOException {
        for (int i = 0; i < 5; i++) {
            commit(NOON.plusSeconds(i), 0);
        }
        EvidenceLog log = EvidenceLog.open(entries, new MemoryTileStore(), FixedKeys.log(1, "a.example/log"));
        Checkpoint _ = Checkpoint.parse(log.checkpoint().text()).orElseThrow();
        entries.replace(3, new Entry.DatasetWithdrawn("did:web:a.example", NOON.plusSeconds(3), "other").bytes());
        var always = new BundleScope.Period(Instant.EPOCH, NOON.plus(Duration.ofDays(1)));
        Timeline timeline =
                Timeline.read(always, _ -> true, entries, log.hashes(), 5).timeline();
        assertThat(timeline.faults()).containsExactly(new Timeline.Fault(3, "the entry is not the one in the tree"));
        assertThat(timeline.entries()).isEqualTo(4);
        assertThat(Timeline.read(always, _ -> true, new MemoryEntryStore(), log.hashes(), 0)
                        .timeline()
                        .range())
                .isEmpty();
    }
}
