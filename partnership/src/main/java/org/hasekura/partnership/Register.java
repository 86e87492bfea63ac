package org.hasekura.partnership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a set of events adds up to: instruments, promises, meetings, and what is wrong with the rest. A function of the set
 * alone, so the same for whoever holds the same events.
 *
 * @param sources documents, by id
 */
public record Register(
        EventSet events,
        Map<String, Source> sources,
        SequencedMap<String, Instrument> instruments,
        SequencedMap<String, Entry> entries,
        List<Held> meetings,
        List<Disregarded> disregarded) {

    public Register {
        sources = Map.copyOf(sources);
        meetings = List.copyOf(meetings);
        disregarded = List.copyOf(disregarded);
    }

    public static Register of(EventSet events, Map<String, Source> sources) {
        return new Fold(events, sources).register();
    }

    public Register with(EventSet more) {
        return of(events.merge(more), sources);
    }

    public Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    public Collection<Entry> all() {
        return entries.values();
    }

    public Optional<Held> meeting(String id) {
        return meetings.stream().filter(each -> each.meeting().id().equals(id)).findFirst();
    }

    /** Said wherever silence is shown, as long as neither side keeps this register: it then says nothing about the sides. */
    public static final Phrase NOT_KEPT = new Phrase(
            "Neither side has entered anything into this register, so nobody was asked: no answer here says nothing about"
                    + " the sides.",
            "いずれの側もこの登録簿に登録しておらず、実際に照会された者はいない。回答がないことは、当事者について何も示さない。");

    /** Whether a secretariat of either side has entered anything. */
    public boolean isKeptBySides() {
        return events.byId().values().stream().anyMatch(each -> each.author().seat() != Author.Seat.INDEPENDENT);
    }

    /** All conflicts that wait for a person. */
    public List<Contested> contested() {
        var all = new ArrayList<Contested>();
        entries.values().forEach(each -> all.addAll(each.contested()));
        meetings.forEach(each -> all.addAll(each.contested()));
        return all;
    }

    /** The event as its author means it: in view of every value that now stands in its slot. */
    public Event inView(Event event) {
        return event.change()
                .slot()
                .map(slot -> event.inViewOf(Slots.of(events.inOrder()).values(slot).stream()
                        .map(Named::id)
                        .toList()))
                .orElse(event);
    }
}
