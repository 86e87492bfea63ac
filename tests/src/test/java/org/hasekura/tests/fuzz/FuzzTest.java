package org.hasekura.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer with coverage guidance and its sanitizers (no connection to another host, no deserialization, no way out of a folder).
 * In `test` one process for all readers, some seconds; in `test --long` one for each, a hundred thousand runs of it
 * or four minutes.
 */
@DisplayName("Fuzzed by Jazzer, readers take or refuse, and nothing else happens:")
class FuzzTest {

    private static final boolean IS_LONG = Boolean.getBoolean("hasekura.long");
    private static final long RUNS = Long.getLong("hasekura.fuzz.runs", IS_LONG ? 100_000 : 50_000);
    private static final long SEED = Long.getLong("hasekura.seed", 20261122);

    static Stream<Named<List<Target>>> rounds() throws IOException {
        return IS_LONG
                ? Targets.all().stream().map(each -> Named.of(each.name(), List.of(each)))
                : Stream.of(Named.of("all", Targets.all()));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void fuzzed(List<Target> targets) throws IOException, InterruptedException {
        Run.Ended ended = Run.of(targets, RUNS, SEED, folder());
        Run.lines(ended).forEach(System.out::println);
        assertThat(ended.isClean()).as(ended::fault).isTrue();
        assertThat(ended.counts().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        targets.stream().map(Target::name).toList());
        assertThat(ended.counts().values()).as("runs of each").allMatch(count -> count > 0);
    }

    @Test
    @DisplayName("a planted fault behind a word that chance does not find is found")
    void planted() throws IOException, InterruptedException {
        Run.Ended ended = Run.of(List.of(Targets.PLANTED), RUNS, SEED, folder());
        assertThat(ended.isClean()).isFalse();
        assertThat(ended.fault()).contains(Targets.PLANTED_FAULT);
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "fuzz")).toAbsolutePath(), "run-");
    }
}
