package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pace of a transfer")
class PaceTest {

    private static final Instant BEGAN = Instant.parse("2026-11-22T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGAN);
    private final Pace pace = new Pace(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    });

    private Optional<Long> after(long millis, long bytes) {
        now.set(now.get().plusMillis(millis));
        return pace.of("t", bytes, BEGAN);
    }

    @Test
    @DisplayName(
            "is the mean since it began, then leans to what was seen last, and is not told before a second has passed")
    void leans() {
        assertThat(after(500, 1_000)).isEmpty();
        assertThat(after(1_500, 4_000)).hasValue(2_000L);
        assertThat(after(500, 4_000)).as("looked at again too soon").hasValue(2_000L);
        assertThat(after(500, 4_000)).as("nothing came within a second").hasValue(1_000L);
        assertThat(after(1_000, 7_000)).hasValue(2_000L);
    }

    @Test
    @DisplayName("is not known when the bytes begin anew")
    void anew() {
        assertThat(after(2_000, 4_000)).hasValue(2_000L);
        assertThat(after(2_000, 100)).isEmpty();
        assertThat(after(1_000, 600)).hasValue(500L);
    }
}
