package org.hasekura.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hasekura.identity.Participant;

/**
 * Who sees which datasets, by what the register says of them today. While nothing is restricted to anybody no participant
 * is looked at. Safe for any number of threads.
 */
public final class Audiences {

    /** All that grants name, as of a number of changes. */
    private record Named(long datasetsChanged, Set<String> grants) {}

    private final ExchangeStore store;
    private final Clock clock;
    private volatile Optional<Named> kept = Optional.empty();

    public Audiences(ExchangeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The audience that a participant is part of: those of its grants that any dataset was ever restricted to. */
    public Audience of(String participant) throws StoreFailed {
        Set<String> named = named();
        if (named.isEmpty()) {
            return Audience.everybody();
        }
        NavigableSet<String> held = held(participant);
        held.retainAll(named);
        return held.isEmpty() ? Audience.everybody() : new Audience.Peer(held);
    }

    /** Whether nothing was ever restricted to anybody. */
    boolean areAllTheSame() throws StoreFailed {
        return named().isEmpty();
    }

    /** Whether the participant sees this dataset while it is on offer. */
    public boolean sees(String participant, Dataset dataset) throws StoreFailed {
        return dataset.isForEveryone() || new Audience.Peer(held(participant)).sees(dataset.visibility());
    }

    private NavigableSet<String> held(String did) throws StoreFailed {
        Optional<Participant> participant = store.participant(did);
        return participant.isEmpty()
                ? new TreeSet<>()
                : Grant.heldBy(participant.get(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private Set<String> named() throws StoreFailed {
        // Before they are read: what changes meanwhile is read again by the next.
        long changed = store.datasetsChanged();
        Optional<Named> known = kept.filter(each -> each.datasetsChanged() == changed);
        if (known.isPresent()) {
            return known.get().grants();
        }
        Set<String> read = store.grants();
        kept = Optional.of(new Named(changed, read));
        return read;
    }
}
