package org.hasekura.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.StoreFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the store remembers")
class RecentTest {

    private final Recent recent = new Recent(3);

    @Test
    @DisplayName("is what was stored last, without another read")
    void stored() throws StoreFailed {
        recent.stored(new Change.OfNegotiation(version(1)));
        recent.stored(new Change.OfNegotiation(version(2)));
        assertThat(found(RecentTest::neverRead)).contains(version(2));
    }

    @Test
    @DisplayName("is what was read, until something is stored under the name")
    void read() throws StoreFailed {
        assertThat(found(() -> Optional.of(version(1)))).contains(version(1));
        assertThat(found(RecentTest::neverRead)).contains(version(1));
        recent.stored(new Change.OfNegotiation(version(2)));
        assertThat(found(RecentTest::neverRead)).contains(version(2));
    }

    @Test
    @DisplayName("is never what was read before something else was stored, when it is handed in after")
    void overtaken() throws StoreFailed {
        Optional<Negotiation> old = found(() -> {
            recent.stored(new Change.OfNegotiation(version(2)));
            return Optional.of(version(1));
        });
        assertThat(old).contains(version(1));
        assertThat(found(RecentTest::neverRead)).contains(version(2));
    }

    @Test
    @DisplayName("is not what was read before something was stored and has left again")
    void overtakenAndLeft() throws StoreFailed {
        assertThat(found(() -> {
                    recent.stored(new Change.OfNegotiation(version(2)));
                    others(3);
                    return Optional.of(version(1));
                }))
                .contains(version(1));
        assertThat(found(() -> Optional.of(version(2)))).contains(version(2));
    }

    @Test
    @DisplayName("is not that there is nothing")
    void nothing() throws StoreFailed {
        assertThat(found(Optional::empty)).isEmpty();
        assertThat(found(() -> Optional.of(version(1)))).contains(version(1));
    }

    @Test
    @DisplayName("is no more than it has room for: the longest unused leaves")
    void bounded() throws StoreFailed {
        recent.stored(new Change.OfNegotiation(version(1)));
        others(2);
        assertThat(found(RecentTest::neverRead)).contains(version(1));
        others(2);
        assertThat(found(RecentTest::neverRead)).contains(version(1));
        others(3);
        assertThat(found(Optional::empty)).isEmpty();
    }

    private int named;

    private void others(int count) {
        for (int i = 0; i < count; i++) {
            recent.stored(new Change.OfNegotiation(Samples.negotiation("other " + named++)));
        }
    }

    private Optional<Negotiation> found(Recent.Reading<Negotiation> reading) throws StoreFailed {
        return recent.find(Negotiation.class, "pid", reading);
    }

    private static Negotiation version(long version) {
        return Samples.negotiation("pid", Optional.empty(), Instant.EPOCH, version);
    }

    private static Optional<Negotiation> neverRead() {
        throw new AssertionError("it was read again");
    }
}
