package org.hasekura.partnership;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Events with the signatures under them: what two secretariats hand each other. */
public final class Ledger {

    public static final Ledger EMPTY = new Ledger(EventSet.EMPTY, new TreeMap<>());

    private static final Phrase NOT_SIGNED = new Phrase("it bears no signature", "署名がない");
    private static final Phrase NOT_BY_SEAT =
            new Phrase("its signature is not by a key of the seat that it names", "署名が名義の席の鍵によるものではない");

    private final EventSet events;
    private final SortedMap<EventId, Signature> signatures;

    private Ledger(EventSet events, SortedMap<EventId, Signature> signatures) {
        this.events = events;
        this.signatures = signatures;
    }

    public static Ledger of(EventSet events) {
        return new Ledger(events, new TreeMap<>());
    }

    /**
     * Events with what was read beside them.
     *
     * @param signatures of those events that bear one
     */
    public static Ledger of(EventSet events, Map<EventId, Signature> signatures) {
        return new Ledger(events, new TreeMap<>(signatures));
    }

    public EventSet events() {
        return events;
    }

    public Optional<Signature> signature(EventId id) {
        return Optional.ofNullable(signatures.get(id));
    }

    public Ledger plus(Event event, Optional<Signature> signature) {
        var more = new TreeMap<>(signatures);
        signature.ifPresent(it -> more.put(EventJson.id(event), it));
        return new Ledger(events.plus(event), more);
    }

    /** With events that need no signature here, as those with which the shipped register begins. */
    public Ledger merge(EventSet known) {
        return new Ledger(events.merge(known), signatures);
    }

    /** What came of taking over the events of another; those refused are not in the ledger. */
    public record Taken(Ledger ledger, List<Named> added, List<Disregarded> refused) {
        public Taken {
            added = List.copyOf(added);
            refused = List.copyOf(refused);
        }
    }

    /**
     * Takes over the events of another that this one lacks. One is let in when its signature is by the seat it names, or when
     * it is known here anyway, as those are with which the shipped register begins.
     */
    public Taken take(Ledger other, EventSet known, Signatures check) {
        var added = new ArrayList<Event>();
        var refused = new ArrayList<Disregarded>();
        var more = new TreeMap<>(signatures);
        for (Named each : other.events.without(events).inOrder()) {
            Optional<Phrase> wrong = wrong(each, other, known, check);
            if (wrong.isPresent()) {
                refused.add(new Disregarded(each, wrong.get()));
            } else {
                added.add(each.event());
                other.signature(each.id()).ifPresent(it -> more.put(each.id(), it));
            }
        }
        EventSet fresh = EventSet.of(added);
        return new Taken(new Ledger(events.merge(fresh), more), fresh.inOrder(), refused);
    }

    private static Optional<Phrase> wrong(Named each, Ledger other, EventSet known, Signatures check) {
        if (known.get(each.id()).isPresent()) {
            return Optional.empty();
        }
        Optional<Signature> signature = other.signature(each.id());
        if (signature.isEmpty()) {
            return Optional.of(NOT_SIGNED);
        }
        byte[] written = EventJson.canonical(each.event());
        return check.stand(each.event().author().seat(), written, signature.get())
                ? Optional.empty()
                : Optional.of(NOT_BY_SEAT);
    }
}
