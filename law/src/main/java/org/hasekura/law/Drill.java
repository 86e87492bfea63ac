package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * A legal fire drill: decisions are supposed to end, and every flow is judged the day before and from each end on. Where a flow may
 * not go on, remedies are put in place one by one and the law is asked again: a cure is what it allows. Not legal advice.
 *
 * <p>Flows with the same facts are judged once, so a hundred thousand of them cost about as much as reading them.
 */
public final class Drill {
    /** More flows are refused, so that a mistake does not fill the memory. */
    public static final int FLOWS_MAX = 1_000_000;

    /** Ends at most. */
    public static final int ENDS_MAX = 100;

    private static final int FLOWS_BETWEEN_SIGNS = 1_000;

    private final Law law;
    private final Law changed;
    private final List<DecisionEnd> ends;
    private final Set<String> ended;
    private final List<LocalDate> days;
    private final List<Remedy> remedies;

    /**
     * A drill on that law.
     *
     * @param ends at least one; of two ends of a decision the earlier counts
     */
    public Drill(Law law, List<DecisionEnd> ends) {
        if (ends.isEmpty() || ends.size() > ENDS_MAX) {
            throw new IllegalArgumentException("a drill supposes 1 to " + ENDS_MAX + " ends, not " + ends.size());
        }
        this.law = law;
        this.ends = ends.stream()
                .collect(Collectors.toMap(
                        DecisionEnd::decision,
                        each -> each,
                        (one, other) -> one.day().isAfter(other.day()) ? other : one))
                .values()
                .stream()
                .sorted(java.util.Comparator.comparing(DecisionEnd::day).thenComparing(DecisionEnd::decision))
                .toList();
        Law supposed = law;
        for (DecisionEnd end : this.ends) {
            supposed = supposed.withEnd(end.decision(), end.lastDay());
        }
        this.changed = supposed;
        this.ended = this.ends.stream().map(DecisionEnd::decision).collect(Collectors.toUnmodifiableSet());
        this.days = this.ends.stream().map(DecisionEnd::day).distinct().toList();
        this.remedies = RemediesJson.packaged(law.data());
    }

    /** The drill on these flows. */
    public DrillReport on(List<DrillFlow> flows) {
        return on(flows, _ -> {});
    }

    /**
     * The drill on these flows.
     *
     * @param progress told now and then how many flows are done
     */
    public DrillReport on(List<DrillFlow> flows, IntConsumer progress) {
        Map<Flow, Finding> found = new HashMap<>();
        List<DrillResult> results = new ArrayList<>(flows.size());
        for (DrillFlow each : flows) {
            results.add(found.computeIfAbsent(each.flow().withoutDescription(), this::find)
                    .of(each));
            if (results.size() % FLOWS_BETWEEN_SIGNS == 0) {
                progress.accept(results.size());
            }
        }
        return new DrillReport(law.lawDataVersion(), ends, results);
    }

    /** What is found of all flows with the same facts. */
    private record Finding(
            Fate fate,
            Harm harm,
            LocalDate day,
            Ruling before,
            Ruling after,
            List<Provision> causes,
            List<Cure> cures,
            List<Condition> advice) {
        DrillResult of(DrillFlow flow) {
            return new DrillResult(flow, fate, harm, day, before, after, causes, cures, advice);
        }
    }

    private Finding find(Flow flow) {
        Ruling before = law.rule(flow, days.getFirst().minusDays(1));
        Ruling after = before;
        for (LocalDate day : days) {
            after = changed.rule(flow, day);
            if (before.allows() && !after.allows()) {
                break;
            }
        }
        Fate fate = fate(before, after);
        boolean work = fate.asksForWork();
        List<Cure> cures = work ? cures(flow, after.judgedFor()) : List.of();
        List<Condition> advice = work && cures.isEmpty() ? named(after) : List.of();
        List<Provision> causes = work || fate == Fate.HOLDS_OTHERWISE ? causes(before, after) : List.of();
        return new Finding(fate, Harm.of(flow.data()), after.judgedFor(), before, after, causes, cures, advice);
    }

    private Fate fate(Ruling before, Ruling after) {
        if (!before.allows()) {
            return Fate.NOT_ALLOWED_BEFORE;
        }
        if (after.allows()) {
            return lost(before, after).isEmpty() ? Fate.UNTOUCHED : Fate.HOLDS_OTHERWISE;
        }
        return after instanceof Ruling.Undecided ? Fate.UNDECIDED : Fate.FALLS;
    }

    /** The decisions it rested on that have ended by then. */
    private List<Provision> lost(Ruling before, Ruling after) {
        return before.grounds().stream()
                .filter(ground -> ended.contains(ground.token()))
                .filter(ground ->
                        !after.grounds().stream().anyMatch(each -> each.token().equals(ground.token())))
                .toList();
    }

    private List<Provision> causes(Ruling before, Ruling after) {
        List<Provision> lost = lost(before, after);
        return !lost.isEmpty()
                ? lost
                : after.grounds().stream()
                        .filter(ground -> ground.inForceFrom()
                                .filter(after.judgedFor()::equals)
                                .isPresent())
                        .toList();
    }

    private List<Cure> cures(Flow flow, LocalDate day) {
        List<Cure> cures = new ArrayList<>();
        for (Remedy remedy : remedies) {
            Optional<Flow> tried = remedy.tried(flow, day);
            if (tried.isPresent()) {
                Ruling ruling = changed.rule(tried.get(), day);
                if (ruling.allows()) {
                    cures.add(new Cure(
                            remedy.id(),
                            remedy.effort(),
                            remedy.textEn(),
                            remedy.textJa(),
                            remedy.provision(),
                            ruling));
                }
            }
        }
        return List.copyOf(cures);
    }

    private static List<Condition> named(Ruling ruling) {
        return ruling instanceof Ruling.Forbidden forbidden ? forbidden.cures() : List.of();
    }
}
