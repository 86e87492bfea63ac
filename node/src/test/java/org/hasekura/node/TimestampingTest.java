package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.evidence.BundleWriter;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EvidenceLog;
import org.hasekura.evidence.testing.FixedKeys;
import org.hasekura.evidence.testing.MemoryEntryStore;
import org.hasekura.evidence.testing.MemoryTileStore;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.RetryPlan;
import org.hasekura.node.testing.OpenSslAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Timestamps of authorities on a node's checkpoints")
class TimestampingTest {

    private static final String DID = "did:web:node.example";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofHours(4);
    private static final RetryPlan PLAN =
            new RetryPlan(Duration.ofMinutes(1), 2, Duration.ofMinutes(20), 1000, Duration.ofDays(100));

    @TempDir
    Path folder = Path.of("");

    // The authority's clock is that of the machine.
    private final HandClock clock = new HandClock(Instant.now());
    private final MemoryEntryStore entries = new MemoryEntryStore();
    private final List<Entry.TimestampingChanged> recorded = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Set<String> away = new HashSet<>();
    private Optional<OpenSslAuthority> made = Optional.empty();

    @BeforeEach
    void authority() throws IOException {
        assumeTrue(OpenSslAuthority.isPossible(), "skipped: there is no openssl");
        made = Optional.of(OpenSslAuthority.in(folder.resolve("authority")));
        Files.createDirectories(folder.resolve("kept"));
    }

    private OpenSslAuthority openssl() {
        return made.orElseThrow();
    }

    @Test
    @DisplayName("come by appointment, at the end of the interval after the first new entry; at rest nobody is asked")
    void byAppointment() throws IOException {
        Timestamping timestamping = started(1, "eu");
        assertThat(clock.isAtRest()).isTrue();
        commit(timestamping);
        clock.pass(Duration.ofMinutes(30));
        commit(timestamping);
        clock.pass(Duration.ofMinutes(29));
        assertThat(asked).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        assertThat(asked).containsExactly("eu");
        assertThat(timestamping
                        .status()
                        .authorities()
                        .getFirst()
                        .newest()
                        .orElseThrow()
                        .size())
                .isEqualTo(2);
        clock.pass(Duration.ofDays(3));
        assertThat(clock.isAtRest()).isTrue();
        assertThat(asked).as("asked while nothing happened").hasSize(1);
        assertThat(recorded).isEmpty();
        KeptTimestamps.Kept newest =
                timestamping.status().authorities().getFirst().newest().orElseThrow();
        Path stamp = folder.resolve("kept/eu/2-" + newest.at().getEpochSecond() + ".tsr");
        Path stamped = Path.of(stamp.toString().replace(".tsr", ".checkpoint"));
        assertThat(openssl().verifies(stamp, stamped))
                .as("by openssl, as it lies there")
                .isTrue();
        Files.writeString(stamped, Files.readString(stamped).replaceFirst("\n2\n", "\n3\n"));
        assertThat(openssl().verifies(stamp, stamped)).as("changed").isFalse();
    }

    @Test
    @DisplayName(
            "that stay away are asked for with growing delays; after the grace nothing new is begun, until they come")
    void grace() throws IOException {
        away.add("eu");
        Timestamping timestamping = started(1, "eu");
        commit(timestamping);
        clock.pass(HOUR.plusSeconds(1));
        assertThat(states()).containsExactly(Entry.Timestamping.OVERDUE);
        assertThat(timestamping.refusal()).isEmpty();
        clock.pass(GRACE.minusSeconds(3));
        assertThat(timestamping.refusal()).as("a second before").isEmpty();
        assertThat(asked.size()).as("tries with delays of 1, 2, 4 … 20 minutes").isBetween(15, 32);
        clock.pass(Duration.ofSeconds(3));
        assertThat(states()).containsExactly(Entry.Timestamping.OVERDUE, Entry.Timestamping.REFUSING);
        Reason refusal = timestamping.refusal().orElseThrow();
        assertThat(refusal.code()).isEqualTo("timestamps-overdue");
        assertThat(String.join(" ", refusal.sentences())).contains("nothing new is begun", "time of grace was over");

        Timestamping after = timestamping(1, "eu");
        assertThat(after.refusal()).as("after a restart").isPresent();
        away.clear();
        after.start();
        clock.pass(Duration.ofSeconds(1));
        assertThat(after.refusal()).isEmpty();
        assertThat(states())
                .containsExactly(Entry.Timestamping.OVERDUE, Entry.Timestamping.REFUSING, Entry.Timestamping.CURRENT);
        assertThat(recorded.getLast().lastTimestamp()).isPresent();
        assertThat(recorded.getFirst().lastTimestamp()).isEmpty();
    }

    @Test
    @DisplayName("of two authorities stand side by side; one that is away counts where both are needed, and only there")
    void sideBySide() throws IOException {
        away.add("jp");
        Timestamping one = started(1, "eu", "jp");
        commit(one);
        clock.pass(HOUR.plusSeconds(1));
        assertThat(asked).containsExactly("eu", "jp");
        assertThat(one.status().state()).isEqualTo(Entry.Timestamping.CURRENT);
        Timestamping both = started(2, "eu", "jp");
        clock.pass(GRACE.plusSeconds(1));
        assertThat(both.refusal()).isPresent();
        away.clear();
        clock.pass(HOUR);
        assertThat(both.refusal()).isEmpty();
        List<BundleWriter.Stamp> stamps = both.covering(0, 0, log().checkpoint());
        assertThat(stamps).as("one of each").hasSize(2);
    }

    @Test
    @DisplayName("that are of something else, or by nobody we trust, are not kept")
    void checkedFirst() throws IOException {
        Timestamping timestamping = timestamping(1, List.of(authority("eu", true)), openssl()::answer);
        timestamping.start();
        commit(timestamping);
        clock.pass(HOUR.plusSeconds(1));
        Timestamping.Standing standing = timestamping.status().authorities().getFirst();
        assertThat(standing.newest()).isEmpty();
        assertThat(standing.reason().orElseThrow()).contains("does not lead to a root that is given");

        byte[] query = org.hasekura.evidence.Timestamps.request(new byte[] {1}, java.math.BigInteger.TEN);
        byte[] ofOther = openssl().answer(query);
        Timestamping replayed = timestamping(1, List.of(authority("eu", false)), _ -> ofOther);
        replayed.start();
        clock.pass(Duration.ofSeconds(1));
        assertThat(replayed.status().authorities().getFirst().reason().orElseThrow())
                .contains("of something else");
        assertThat(Files.exists(folder.resolve("kept/eu"))).isFalse();
    }

    @Test
    @DisplayName("are asked for once more for a bundle whose last entry has none, and are found again after a restart")
    void forBundles() throws IOException {
        Timestamping timestamping = started(1, "eu");
        commit(timestamping);
        clock.pass(HOUR.plusSeconds(1));
        commit(timestamping);
        assertThat(timestamping.covering(0, 0, log().checkpoint()))
                .extracting(BundleWriter.Stamp::size)
                .containsExactly(1L);
        assertThat(asked).hasSize(1);
        assertThat(timestamping(1, "eu").covering(0, 1, log().checkpoint()))
                .extracting(BundleWriter.Stamp::size)
                .containsExactly(1L, 2L);
        assertThat(asked).as("asked for the bundle").hasSize(2);
        away.add("eu");
        commit(timestamping);
        assertThat(timestamping.covering(2, 2, log().checkpoint())).isEmpty();
    }

    private List<Entry.Timestamping> states() {
        return recorded.stream().map(Entry.TimestampingChanged::state).toList();
    }

    private EvidenceLog log() throws IOException {
        return EvidenceLog.open(entries, new MemoryTileStore(), FixedKeys.log(1, "node.example/log"));
    }

    private void commit(Timestamping timestamping) {
        Entry entry = new Entry.NodeStarted(DID, clock.instant(), "1", "1", false);
        entries.commit(List.of(entry.bytes()));
        timestamping.moreEntries();
    }

    private Timestamping started(int needed, String... names) throws IOException {
        Timestamping timestamping = timestamping(needed, names);
        timestamping.start();
        clock.pass(Duration.ZERO);
        return timestamping;
    }

    private Timestamping timestamping(int needed, String... names) throws IOException {
        List<TimestampAuthority> authorities = new ArrayList<>();
        for (String name : names) {
            authorities.add(authority(name, false));
        }
        return timestamping(needed, authorities, openssl()::answer);
    }

    private TimestampAuthority authority(String name, boolean isOther) throws IOException {
        var roots = isOther ? openssl().otherRoots() : openssl().roots();
        URI address = URI.create("https://" + name + ".example/tsr");
        return new TimestampAuthority(name, "trial", address, roots, openssl().pem(), Optional.empty());
    }

    private interface Answering {
        byte[] answer(byte[] query) throws IOException;
    }

    private Timestamping timestamping(int needed, List<TimestampAuthority> authorities, Answering answering)
            throws IOException {
        Timestamping.Asking asking = (authority, query) -> {
            asked.add(authority.name());
            if (away.contains(authority.name())) {
                throw new IOException("it is away");
            }
            return answering.answer(query);
        };
        Timestamping.Memory memory = new Timestamping.Memory() {
            @Override
            public Entry.Timestamping last() {
                return recorded.isEmpty()
                        ? Entry.Timestamping.CURRENT
                        : recorded.getLast().state();
            }

            @Override
            public void changed(Entry.TimestampingChanged entry) {
                recorded.add(entry);
            }
        };
        return new Timestamping(
                DID,
                authorities,
                new TimestampTerms(HOUR, GRACE, needed),
                KeptTimestamps.open(folder.resolve("kept")),
                PLAN,
                new Timestamping.Ports(
                        entries, () -> log().checkpoint(), asking, memory, clock, clock, new SecureRandom()));
    }
}
