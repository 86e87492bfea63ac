package org.hasekura.partnership;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that was ever changed, as a set. Two sets merge into their union: in whatever order two secretariats hear of
 * each other's changes, and however often, they end with the same set and so with the same register.
 */
public final class EventSet {

    public static final EventSet EMPTY = new EventSet(new TreeMap<>());

    private final SortedMap<EventId, Event> events;

    private EventSet(SortedMap<EventId, Event> events) {
        this.events = events;
    }

    public static EventSet of(Collection<Event> events) {
        var all = new TreeMap<EventId, Event>();
        events.forEach(event -> all.put(EventJson.id(event), event));
        return new EventSet(all);
    }

    public EventSet plus(Event event) {
        return merge(of(List.of(event)));
    }

    public EventSet merge(EventSet other) {
        var all = new TreeMap<>(events);
        all.putAll(other.events);
        return new EventSet(all);
    }

    /** What the other set lacks. */
    public EventSet without(EventSet other) {
        var left = new TreeMap<>(events);
        left.keySet().removeAll(other.events.keySet());
        return new EventSet(left);
    }

    public Optional<Event> get(EventId id) {
        return Optional.ofNullable(events.get(id));
    }

    /** By name, not by time. */
    public Map<EventId, Event> byId() {
        return Collections.unmodifiableMap(events);
    }

    public int size() {
        return events.size();
    }

    /** In the order in which they are shown. */
    public List<Named> inOrder() {
        var all = new ArrayList<Named>(events.size());
        events.forEach((id, event) -> all.add(new Named(id, event)));
        all.sort(Named.ORDER);
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventSet set && set.events.keySet().equals(events.keySet());
    }

    @Override
    public int hashCode() {
        return events.keySet().hashCode();
    }

    @Override
    public String toString() {
        return events.size() + " events";
    }

    /** SHA-256 over all names, in hex: equal on two sides exactly when they hold the same events. */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            events.keySet().forEach(id -> sha.update(id.hex().getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
