package org.hasekura.partnership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/*
 * The values of all slots, as in a multi-value register (Shapiro, Preguiça, Baquero, Zawirski 2011, "A comprehensive study of
 * convergent and commutative replicated data types", specification 10), with names of events in place of version vectors:
 * a value stands until an event of the same slot names it as replaced. Which values stand depends on the set of events alone,
 * so it is the same on both sides. That an event names what it saw, and not what is last, is what keeps anything from being
 * overwritten unseen: a value that nobody named stays beside the new one, and the two are a conflict.
 *
 * A name cannot stand in a circle, since it is the hash of what names it.
 */
final class Slots {

    private final Map<Slot, List<Named>> standing;

    private Slots(Map<Slot, List<Named>> standing) {
        this.standing = standing;
    }

    static Slots of(List<Named> inOrder) {
        Map<Slot, List<Named>> given = new LinkedHashMap<>();
        Map<Slot, Set<EventId>> replaced = new LinkedHashMap<>();
        for (Named each : inOrder) {
            each.event().change().slot().ifPresent(slot -> {
                given.computeIfAbsent(slot, _ -> new ArrayList<>()).add(each);
                replaced.computeIfAbsent(slot, _ -> new HashSet<>())
                        .addAll(each.event().replaces());
            });
        }
        given.forEach((slot, values) ->
                values.removeIf(each -> replaced.getOrDefault(slot, Set.of()).contains(each.id())));
        return new Slots(given);
    }

    /** The values that stand, the last one last; empty where the slot was never filled. */
    List<Named> values(Slot slot) {
        return List.copyOf(standing.getOrDefault(slot, List.of()));
    }

    /** What is shown: the last value that stands. */
    Optional<Named> shown(Slot slot) {
        List<Named> values = values(slot);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    /** The shown values of a subject, of all fields that begin so. */
    List<Named> shown(String subject, String field) {
        return standing.keySet().stream()
                .filter(slot -> slot.subject().equals(subject) && slot.field().startsWith(field))
                .flatMap(slot -> shown(slot).stream())
                .toList();
    }

    /** Slots in which different values stand, by subject. The same value given twice is no conflict. */
    Map<String, List<Contested>> contested() {
        return standing.entrySet().stream()
                .filter(each -> each.getValue().stream()
                                .map(named -> named.event().change())
                                .distinct()
                                .count()
                        > 1)
                .map(each -> new Contested(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing((Contested each) -> each.slot().subject())
                        .thenComparing(each -> each.slot().field()))
                .collect(Collectors.groupingBy(each -> each.slot().subject(), LinkedHashMap::new, Collectors.toList()));
    }
}
