package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the rate limit")
class RateLimitTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    @DisplayName("lets as many at once as are in a minute, then as many as time brings")
    void bucket() {
        RateLimit limit = new RateLimit(60);
        for (int times = 0; times < 60; times++) {
            assertThat(limit.secondsToWait("a", 0)).isEmpty();
        }
        assertThat(limit.secondsToWait("a", 0)).hasValue(1);
        assertThat(limit.secondsToWait("a", SECOND)).isEmpty();
        assertThat(limit.secondsToWait("a", SECOND)).hasValue(1);
        assertThat(limit.secondsToWait("a", 3 * SECOND)).isEmpty();
        assertThat(limit.secondsToWait("a", 3 * SECOND)).isEmpty();
        assertThat(limit.secondsToWait("a", 3 * SECOND)).isPresent();
    }

    @Test
    @DisplayName("counts each address for itself")
    void addresses() {
        RateLimit limit = new RateLimit(1);
        assertThat(limit.secondsToWait("a", 0)).isEmpty();
        assertThat(limit.secondsToWait("a", 0)).hasValue(60);
        assertThat(limit.secondsToWait("b", 0)).isEmpty();
    }

    @Test
    @DisplayName("remembers no more addresses than it may, whoever asks")
    void bounded() {
        RateLimit limit = new RateLimit(1);
        assertThat(limit.secondsToWait("first", 0)).isEmpty();
        for (int stranger = 0; stranger < 60_000; stranger++) {
            assertThat(limit.secondsToWait("stranger " + stranger, 0)).isEmpty();
        }
        assertThat(limit.secondsToWait("first", 0)).isEmpty();
    }
}
