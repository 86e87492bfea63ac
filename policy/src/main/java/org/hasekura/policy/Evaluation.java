package org.hasekura.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.policy.Condition.Truth;
import org.hasekura.policy.Understanding.NotUnderstood;
import org.hasekura.policy.Understanding.Understood;

/**
 * Whether terms allow something: first everything in them must be understood, then no prohibition may apply, then one
 * permission must. What no rule speaks of is not allowed, and what is not known never helps: it fails a permission and
 * does not escape a prohibition. Source: ODRL 2.2 §2.6 (a prohibition goes before a permission, as with the conflict
 * strategy {@code prohibit}).
 */
public final class Evaluation {

    private Evaluation() {}

    public static Outcome evaluate(Terms terms, Situation situation) {
        List<String> what = new ArrayList<>(notUnderstood(terms));
        if (!Actions.isKnown(situation.action())) {
            what.add(unknown(situation.action()));
        }
        if (!what.isEmpty()) {
            return new Outcome.NotUnderstood(what);
        }
        List<String> forbidden = terms.prohibitions().stream()
                .filter(rule -> Actions.forbids(rule.action(), situation.action()))
                .filter(rule -> rule.constraints().stream()
                        .noneMatch(constraint -> truth(constraint, situation) == Truth.FAILS))
                .map(rule -> "not allowed: " + TermsText.english(rule))
                .toList();
        return forbidden.isEmpty() ? permitted(terms, situation) : new Outcome.Denied(forbidden);
    }

    /** The first instant after {@code now} that the terms name: what they allow may be otherwise from then on. */
    public static Optional<Instant> nextChange(Terms terms, Instant now) {
        Stream<Constraint> all = Stream.concat(
                terms.permissions().stream().flatMap(rule -> rule.constraints().stream()),
                terms.prohibitions().stream().flatMap(rule -> rule.constraints().stream()));
        return all.flatMap(Evaluation::instants)
                .filter(instant -> instant.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private static Stream<Instant> instants(Constraint constraint) {
        return switch (constraint) {
            case Constraint.Logical(var _, List<Constraint> parts) ->
                parts.stream().flatMap(Evaluation::instants);
            case Constraint.Atomic atomic ->
                Understanding.of(atomic) instanceof Understood(Condition.Span(var from, var before))
                        ? Stream.concat(from.stream(), before.stream())
                        : Stream.empty();
        };
    }

    /** Everything in the terms that is not understood, each with the place where it stands. */
    public static List<String> notUnderstood(Terms terms) {
        List<String> what = new ArrayList<>();
        for (int i = 0; i < terms.permissions().size(); i++) {
            Permission rule = terms.permissions().get(i);
            String at = "permission[" + i + "]";
            action(at, rule.action(), what);
            constraints(at, rule.constraints(), what);
            duties(at + ".duty", rule.duties(), what);
        }
        for (int i = 0; i < terms.prohibitions().size(); i++) {
            Prohibition rule = terms.prohibitions().get(i);
            action("prohibition[" + i + "]", rule.action(), what);
            constraints("prohibition[" + i + "]", rule.constraints(), what);
        }
        duties("obligation", terms.obligations(), what);
        return List.copyOf(what);
    }

    private static Outcome permitted(Terms terms, Situation situation) {
        List<String> reasons = new ArrayList<>();
        for (Permission permission : terms.permissions()) {
            if (!Actions.permits(permission.action(), situation.action())) {
                continue;
            }
            List<Constraint> unmet = permission.constraints().stream()
                    .filter(constraint -> truth(constraint, situation) != Truth.HOLDS)
                    .toList();
            if (unmet.isEmpty()) {
                List<Duty> duties = new ArrayList<>(permission.duties());
                duties.addAll(terms.obligations());
                return new Outcome.Allowed(duties.stream().distinct().toList());
            }
            unmet.forEach(constraint -> reasons.add("allowed only " + TermsText.english(constraint)));
        }
        String none = "no permission for " + Words.shown(situation.action().iri());
        return new Outcome.Denied(reasons.isEmpty() ? List.of(none) : reasons);
    }

    private static Truth truth(Constraint constraint, Situation situation) {
        return switch (Understanding.of(constraint)) {
            case Understood(Condition condition) -> condition.in(situation);
            case NotUnderstood _ -> Truth.OPEN;
        };
    }

    private static void duties(String path, List<Duty> duties, List<String> what) {
        for (int i = 0; i < duties.size(); i++) {
            Duty duty = duties.get(i);
            String at = path + "[" + i + "]";
            if (!duty.isFromLaw()) {
                action(at, duty.action(), what);
            }
            // Until when a duty of the law binds is told by its words; it bounds nothing that is permitted here.
            constraints(at, duty.until().isPresent() && duty.isFromLaw() ? List.of() : duty.constraints(), what);
        }
    }

    private static void action(String path, Action action, List<String> what) {
        if (!Actions.isKnown(action)) {
            what.add(path + ".action: " + unknown(action));
        }
    }

    private static void constraints(String path, List<Constraint> constraints, List<String> what) {
        for (int i = 0; i < constraints.size(); i++) {
            if (Understanding.of(constraints.get(i)) instanceof NotUnderstood(List<String> words)) {
                String at = path + ".constraint[" + i + "]: ";
                words.forEach(each -> what.add(at + each));
            }
        }
    }

    private static String unknown(Action action) {
        return Words.unknown("action", action.iri(), Actions.names());
    }
}
