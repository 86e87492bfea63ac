package org.hasekura.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hasekura.identity.Tokens.CARS;
import static org.hasekura.identity.Tokens.CELLS;
import static org.hasekura.identity.Tokens.CELLS_RULES;
import static org.hasekura.identity.Tokens.NOW;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hasekura.identity.TokenReplay.Use;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A token used for a read")
class TokenReplayTest {

    private final TokenReplay replay = new TokenReplay(NOW, 2, CELLS_RULES);

    @Test
    @DisplayName("is good once, for each issuer")
    void once() {
        assertThat(replay.use(token(CARS, "a"), NOW)).isEqualTo(Use.FIRST);
        assertThat(replay.use(token(CARS, "a"), NOW)).isEqualTo(Use.REPEATED);
        assertThat(replay.use(token(CELLS, "a"), NOW)).isEqualTo(Use.FIRST);
    }

    @Test
    @DisplayName("is remembered for as long as its rules would accept it")
    void remembered() {
        replay.use(token(CARS, "a"), NOW);

        assertThat(replay.use(token(CARS, "a"), NOW.plusSeconds(90))).isEqualTo(Use.REPEATED);
        assertThat(replay.use(token(CARS, "b"), NOW.plusSeconds(91))).isEqualTo(Use.FIRST);
        assertThat(replay.use(token(CARS, "c"), NOW.plusSeconds(91))).isEqualTo(Use.FIRST);
    }

    @Test
    @DisplayName("is refused when there is no room to remember it, until others expire")
    void full() {
        replay.use(token(CARS, "a"), NOW);
        replay.use(token(CARS, "b"), NOW);

        assertThat(replay.use(token(CARS, "c"), NOW)).isEqualTo(Use.FULL);
        assertThat(replay.use(token(CARS, "b"), NOW)).isEqualTo(Use.REPEATED);
        assertThat(replay.use(token(CARS, "c"), NOW.plusSeconds(91))).isEqualTo(Use.FIRST);
    }

    @Test
    @DisplayName("is refused when it is older than the process, which cannot know whether it was used")
    void beforeStart() {
        TokenReplay restarted = new TokenReplay(NOW.plusMillis(1), 2, CELLS_RULES);

        assertThat(restarted.use(token(CARS, "a"), NOW)).isEqualTo(Use.BEFORE_START);
    }

    @Test
    @DisplayName("is good once also when it comes in many times at once")
    void atOnce() throws Exception {
        Callable<Use> use = () -> replay.use(token(CARS, "a"), NOW);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Use>> uses =
                    threads.invokeAll(Stream.generate(() -> use).limit(50).toList());

            assertThat(uses.stream().map(Future::resultNow))
                    .containsOnlyOnce(Use.FIRST)
                    .hasSize(50);
        }
    }

    private static TokenCheck.Accepted token(Did issuer, String id) {
        return new TokenCheck.Accepted(issuer, id, NOW, NOW.plusSeconds(60), issuer.url("token-1"));
    }
}
