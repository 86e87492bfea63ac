package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a fire drill found.
 *
 * @param lawData version of the law data
 * @param results in the order of the flows
 */
public record DrillReport(String lawData, List<DecisionEnd> ends, List<DrillResult> results) {
    /** The day, the worst harm, the most flows, the counterparty, the least effort; what has no known cure comes last of these. */
    private static final Comparator<DrillWork> URGENCY = Comparator.comparing(DrillWork::by)
            .thenComparing(DrillWork::harm)
            .thenComparing(
                    Comparator.<DrillWork>comparingInt(each -> each.flows().size())
                            .reversed())
            .thenComparing(DrillWork::counterparty)
            .thenComparing(each -> each.cure().isEmpty())
            .thenComparing(each -> each.cure().map(Cure::effort).orElse(Effort.GROUP_RULES));

    public DrillReport {
        ends = List.copyOf(ends);
        results = List.copyOf(results);
    }

    /** How many flows have each fate; every fate is there. */
    public Map<Fate, Integer> counts() {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        for (Fate fate : Fate.values()) {
            counts.put(fate, 0);
        }
        results.forEach(result -> counts.merge(result.fate(), 1, Integer::sum));
        return counts;
    }

    /** What to do, the first first: the day, the worst harm, the most flows, the counterparty, the least effort. */
    public List<DrillWork> work() {
        Map<Key, List<String>> flows = new LinkedHashMap<>();
        Map<Key, DrillWork> kinds = new LinkedHashMap<>();
        for (DrillResult result : results) {
            if (result.fate().asksForWork()) {
                Optional<Cure> cure = result.cures().stream().findFirst();
                Key key = new Key(result.day(), result.flow().counterparty(), cure.map(Cure::id));
                flows.computeIfAbsent(key, _ -> new ArrayList<>())
                        .add(result.flow().id());
                DrillWork own =
                        new DrillWork(result.harm(), result.flow().counterparty(), cure, result.day(), List.of());
                kinds.merge(key, own, (one, other) -> one.harm().compareTo(other.harm()) <= 0 ? one : other);
            }
        }
        return kinds.entrySet().stream()
                .map(entry -> with(entry.getValue(), flows.getOrDefault(entry.getKey(), List.of())))
                .sorted(URGENCY)
                .toList();
    }

    private record Key(LocalDate day, String counterparty, Optional<String> cure) {}

    private static DrillWork with(DrillWork work, List<String> flows) {
        return new DrillWork(work.harm(), work.counterparty(), work.cure(), work.by(), flows);
    }
}
