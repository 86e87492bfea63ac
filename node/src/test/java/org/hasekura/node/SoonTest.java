package org.hasekura.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A chore that is called for")
class SoonTest {

    private final WaitingTasks later = new WaitingTasks();

    @Test
    @DisplayName("is done once for all who call before it is done, and not again until somebody calls")
    void once() {
        var done = new AtomicInteger();
        var soon = new Soon(later, Duration.ofSeconds(5), done::incrementAndGet);

        soon.call();
        soon.call();
        assertThat(later.waiting()).hasSize(1);
        later.waiting().remove().run();
        assertThat(done).hasValue(1);
        assertThat(later.waiting()).isEmpty();

        soon.call();
        later.waiting().remove().run();
        assertThat(done).hasValue(2);
    }

    @Test
    @DisplayName("is done again when somebody calls while it is done")
    void meanwhile() {
        var done = new AtomicInteger();
        var soons = new ArrayDeque<Soon>();
        soons.add(new Soon(later, Duration.ofSeconds(5), () -> {
            if (done.incrementAndGet() == 1) {
                soons.getFirst().call();
            }
        }));

        soons.getFirst().call();
        later.waiting().remove().run();
        later.waiting().remove().run();
        assertThat(done).hasValue(2);
        assertThat(later.waiting()).isEmpty();
    }
}
