package org.hasekura.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hasekura.policy.Condition.Truth;

/**
 * Terms as they are understood: compiled once, asked often. Immutable.
 *
 * <p>First everything in them must be understood, then no prohibition may apply, then one permission must. What no rule
 * speaks of is not allowed, a prohibition goes before a permission, and what is not known never helps: it leaves a
 * permission and a prohibition open. Source: ODRL 2.2 §2.6, with the conflict strategy {@code prohibit}.
 */
public final class Policy {

    /** A rule with its constraints, each by the place where it stands. */
    private record Rule<R>(R written, Action action, String path, List<Clause> clauses) {

        Truth in(Situation situation) {
            Truth all = Truth.HOLDS;
            for (Clause clause : clauses) {
                Truth one = clause.condition().in(situation);
                if (one == Truth.FAILS) {
                    return Truth.FAILS;
                }
                all = one == Truth.OPEN ? one : all;
            }
            return all;
        }
    }

    private final Terms terms;
    private final List<Finding> faults = new ArrayList<>();
    private final List<Rule<Permission>> permissions = new ArrayList<>();
    private final List<Rule<Prohibition>> prohibitions = new ArrayList<>();

    private Policy(Terms terms) {
        this.terms = terms;
        for (int i = 0; i < terms.permissions().size(); i++) {
            Permission rule = terms.permissions().get(i);
            String at = "permission[" + i + "]";
            action(at, rule.action());
            permissions.add(new Rule<>(rule, rule.action(), at, clauses(at, rule.constraints())));
            duties(at + ".duty", rule.duties());
        }
        for (int i = 0; i < terms.prohibitions().size(); i++) {
            Prohibition rule = terms.prohibitions().get(i);
            String at = "prohibition[" + i + "]";
            action(at, rule.action());
            prohibitions.add(new Rule<>(rule, rule.action(), at, clauses(at, rule.constraints())));
            duties(at + ".remedy", rule.remedies());
        }
        duties("obligation", terms.obligations());
    }

    /** The terms, compiled. What is not understood is among the {@link #faults}. */
    public static Policy of(Terms terms) {
        return new Policy(terms);
    }

    public Terms terms() {
        return terms;
    }

    /** Everything in the terms that is not understood, each with the place where it stands. */
    public List<Finding> faults() {
        return List.copyOf(faults);
    }

    /** What the terms say. Pure: the same situation gets the same decision. */
    public Decision decide(Situation situation) {
        if (!faults.isEmpty() || !Actions.isKnown(situation.action())) {
            List<Finding> what = new ArrayList<>(faults);
            if (!Actions.isKnown(situation.action())) {
                what.add(unknown("action", situation.action()));
            }
            return new Decision.NotUnderstood(what);
        }
        List<Finding> forbidden = new ArrayList<>();
        Unknowns unknowns = new Unknowns(situation);
        for (Rule<Prohibition> rule : prohibitions) {
            if (Actions.forbids(rule.action(), situation.action())) {
                switch (rule.in(situation)) {
                    case HOLDS ->
                        forbidden.add(Reasons.forbids(rule.path(), rule.written(), rule.clauses(), situation));
                    case OPEN -> unknowns.mayForbid(rule.path(), rule.written(), rule.clauses());
                    case FAILS -> {}
                }
            }
        }
        return forbidden.isEmpty() ? permitted(situation, unknowns) : new Decision.Refused(forbidden);
    }

    /** @param barred what leaves prohibitions open */
    private Decision permitted(Situation situation, Unknowns barred) {
        List<Finding> against = new ArrayList<>();
        Unknowns unknowns = new Unknowns(situation);
        for (Rule<Permission> rule : permissions) {
            if (!Actions.permits(rule.action(), situation.action())) {
                continue;
            }
            switch (rule.in(situation)) {
                case HOLDS -> {
                    return barred.isEmpty() ? allowed(rule, situation) : barred.decision(List.of());
                }
                case OPEN -> unknowns.leavesOpen(rule.clauses());
                case FAILS -> {}
            }
            rule.clauses().stream()
                    .filter(clause -> clause.condition().in(situation) != Truth.HOLDS)
                    .forEach(clause -> against.add(Reasons.onlyIf(clause, situation)));
        }
        if (!unknowns.isEmpty()) {
            return barred.and(unknowns).decision(against);
        }
        return new Decision.Refused(against.isEmpty() ? List.of(Reasons.noPermission(situation.action())) : against);
    }

    private Decision allowed(Rule<Permission> rule, Situation situation) {
        List<Finding> met = rule.clauses().stream()
                .map(clause -> Reasons.met(clause, situation))
                .toList();
        List<Duty> duties = Stream.concat(rule.written().duties().stream(), terms.obligations().stream())
                .distinct()
                .toList();
        return new Decision.Permitted(
                met.isEmpty() ? List.of(Reasons.unconditional(rule.path(), situation.action())) : met, duties);
    }

    /** The first instant after the question at which the answer may become another while nothing else changes. */
    public Optional<Instant> nextChange(Situation situation) {
        return Stream.concat(permissions.stream(), prohibitions.stream())
                .flatMap(rule -> rule.clauses().stream())
                .flatMap(clause -> clause.condition().instants(situation))
                .filter(instant -> instant.isAfter(situation.now()))
                .min(Comparator.naturalOrder());
    }

    /** What is open, gathered until it is clear that it matters. */
    private static final class Unknowns {
        private final Situation situation;
        private final List<Finding> findings = new ArrayList<>();
        private final Set<Operand> operands = EnumSet.noneOf(Operand.class);

        Unknowns(Situation situation) {
            this.situation = situation;
        }

        boolean isEmpty() {
            return operands.isEmpty();
        }

        void mayForbid(String path, Prohibition rule, List<Clause> clauses) {
            findings.add(Reasons.mayForbid(path, rule, clauses, situation));
            leavesOpen(clauses);
        }

        void leavesOpen(List<Clause> clauses) {
            clauses.forEach(clause -> operands.addAll(clause.condition().missing(situation)));
        }

        Unknowns and(Unknowns others) {
            findings.addAll(others.findings);
            operands.addAll(others.operands);
            return this;
        }

        Decision decision(List<Finding> more) {
            return new Decision.Open(
                    Stream.concat(findings.stream(), more.stream()).toList(),
                    operands.stream().map(Questions::fact).toList());
        }
    }

    private List<Clause> clauses(String path, List<Constraint> constraints) {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < constraints.size(); i++) {
            String at = path + ".constraint[" + i + "]";
            switch (Understanding.of(constraints.get(i), at)) {
                case Understanding.Understood(Condition condition) ->
                    clauses.add(new Clause(constraints.get(i), condition, at));
                case Understanding.NotUnderstood(List<Finding> what) -> faults.addAll(what);
            }
        }
        return List.copyOf(clauses);
    }

    private void duties(String path, List<Duty> duties) {
        for (int i = 0; i < duties.size(); i++) {
            Duty duty = duties.get(i);
            String at = path + "[" + i + "]";
            if (!duty.isFromLaw()) {
                action(at, duty.action());
            }
            // Until when a duty of the law binds is told by its words; it bounds nothing that is permitted here.
            if (!duty.isFromLaw() || duty.until().isEmpty()) {
                clauses(at, duty.constraints());
            }
            duties(at + ".consequence", duty.consequences());
        }
    }

    private void action(String path, Action action) {
        if (!Actions.isKnown(action)) {
            faults.add(unknown(path + ".action", action));
        }
    }

    private static Finding unknown(String path, Action action) {
        return new Finding(
                path, Words.unknown("action", action.iri(), Actions.names()), "不明な行為" + Words.shown(action.iri()));
    }
}
