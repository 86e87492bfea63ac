package org.hasekura.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A peer with the race of Eclipse Dataspace Components: it takes a while to store what it has said, and until then refuses
 * an answer to it with 409, or does not find what it is about.
 */
@DisplayName("against a peer that refuses answers that come too fast")
class RacyPeerTest {

    private static final int NEGOTIATIONS = 500;
    private static final Duration SLOW = Duration.ofMillis(700);

    /** Refuses what comes sooner after its own last message, or after the opening, than it takes to store that. */
    private static final class Slow implements Wire {
        private final World world;
        private final Map<String, Instant> said = new HashMap<>();
        private int refused;

        Slow(World world) {
            this.world = world;
        }

        @Override
        public Fate fate(Outgoing message, Side from) {
            Instant since = Optional.ofNullable(said.get(message.pid())).orElse(Instant.MIN);
            if (world.now().isAfter(since.plus(SLOW))) {
                said.put(message.pid(), world.now());
                return new Fate.Arrives();
            }
            refused++;
            return new Fate.Answered(refused % 3 == 0 ? 404 : 409, "");
        }
    }

    @Test
    @DisplayName("none of 500 negotiations is lost, whichever side is the slow one")
    void noneIsLost() throws StoreFailed {
        for (boolean providerIsSlow : new boolean[] {true, false}) {
            Pair pair = Pair.withJapan();
            Slow slow = new Slow(pair.world());
            (providerIsSlow ? pair.consumer() : pair.provider()).through(slow);
            List<String> pids = new ArrayList<>();
            for (int i = 0; i < NEGOTIATIONS; i++) {
                pids.add(pair.asks(i % 2 == 0 ? "direct" : "confirm", Pair.OPEN));
            }
            pair.world().settle();
            assertThat(slow.refused).as("answers that came too fast").isGreaterThan(NEGOTIATIONS);
            for (String pid : pids) {
                TwoNodesNegotiateTest.sameAgreement(pair, pid);
            }
        }
    }
}
