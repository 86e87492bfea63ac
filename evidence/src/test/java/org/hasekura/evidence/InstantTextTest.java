package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A time in an entry")
class InstantTextTest {

    private static final int TRIALS = 100_000;

    @Test
    @DisplayName("has one spelling, that of the JDK, in whatever digits it ends")
    void spellings() {
        for (String text : List.of(
                "2026-11-21T22:00:00Z",
                "2026-11-21T22:00:00.123Z",
                "2026-11-21T22:00:00.123456Z",
                "2026-11-21T22:00:00.000000001Z",
                "0000-01-01T00:00:00Z",
                "2024-02-29T23:59:59.999Z",
                "+12026-11-21T22:00:00Z",
                "2026-11-21T22:00:00.000Z",
                "2026-11-21T22:00:00.120000Z",
                "2026-11-21T22:00:00.12Z",
                "2026-11-21T24:00:00Z",
                "2026-11-21T23:59:60Z",
                "2026-11-21T22:60:00Z",
                "2023-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-11-21t22:00:00Z",
                "2026-11-21T22:00:00z",
                "2026-11-21T22:00:00+00:00",
                "2026-11-21T22:00Z",
                "2026-11-21T22:00:00,123Z",
                "2026-11-21T22:00:00",
                "")) {
            assertThat(read(text)).as(text).isEqualTo(byTheJdk(text));
        }
    }

    @Test
    @DisplayName("is read as the JDK reads it, and refused where one sign is another (seeded)")
    void asTheJdk() {
        Random random = new Random(7);
        for (int i = 0; i < TRIALS; i++) {
            Instant at = Instant.ofEpochSecond(
                    random.nextLong(-62_167_219_200L, 253_402_300_800L), random.nextInt(1000) * 1_000_000L);
            assertThat(read(at.toString())).contains(at);
            StringBuilder changed = new StringBuilder(at.toString());
            changed.setCharAt(random.nextInt(changed.length()), "0123456789-:TZ. +".charAt(random.nextInt(17)));
            assertThat(read(changed.toString())).as(changed.toString()).isEqualTo(byTheJdk(changed.toString()));
        }
    }

    private static Optional<Instant> read(String text) {
        return Parsed.reading(() -> InstantText.read(text)) instanceof Parsed.Valid<Instant>(Instant at)
                ? Optional.of(at)
                : Optional.empty();
    }

    private static Optional<Instant> byTheJdk(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(at -> at.toString().equals(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
