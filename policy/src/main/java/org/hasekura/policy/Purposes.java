package org.hasekura.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hasekura.policy.Understanding.Understood;

/** Which purposes terms allow. */
final class Purposes {

    private Purposes() {}

    /** The codes of all purposes that some permission allows, sorted; absent if one leaves the purpose open. */
    static Optional<List<String>> allowed(Terms terms) {
        Set<String> codes = new TreeSet<>();
        for (Permission permission : terms.permissions()) {
            Optional<Set<String>> some = allowed(permission);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            some.get().stream().map(Purpose::code).forEach(codes::add);
        }
        return codes.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(codes));
    }

    /** Every purpose that is stated in some permission, as it is stated, sorted. */
    static List<String> stated(Terms terms) {
        return terms.permissions().stream()
                .flatMap(permission -> allowed(permission).stream())
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Set<String>> allowed(Permission permission) {
        return !permission.constraints().isEmpty()
                        && Understanding.ofAll(permission.constraints()) instanceof Understood(Condition condition)
                ? allowed(condition)
                : Optional.empty();
    }

    /** The purposes under which the condition can hold; absent if there is no end to them. */
    private static Optional<Set<String>> allowed(Condition condition) {
        return switch (condition) {
            case Codes codes -> listed(codes);
            case Condition.Span _, Condition.Count _, Since _ -> Optional.empty();
            case Condition.AllOf(List<Condition> parts) -> {
                Optional<Set<String>> common = Optional.empty();
                for (Condition part : parts) {
                    Optional<Set<String>> some = allowed(part);
                    Optional<Set<String>> before = common;
                    common = some.map(set ->
                                    before.map(held -> intersection(held, set)).orElse(set))
                            .or(() -> before);
                }
                yield common;
            }
            case Condition.AnyOf(List<Condition> parts) -> union(parts);
            case Condition.OneOf(List<Condition> parts) -> union(parts);
        };
    }

    private static Optional<Set<String>> union(List<Condition> parts) {
        Set<String> all = new HashSet<>();
        for (Condition part : parts) {
            Optional<Set<String>> some = allowed(part);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(some.get());
        }
        return Optional.of(all);
    }

    /** Whoever may do it for any such purpose may do it for these; those around a purpose have no end. */
    private static Optional<Set<String>> listed(Codes codes) {
        boolean isList = codes.operand() == Operand.PURPOSE
                && codes.quantifier() != Codes.Quantifier.NONE
                && codes.matches().stream().noneMatch(match -> match.relation() == Codes.Relation.AROUND);
        return isList
                ? Optional.of(codes.matches().stream().map(Codes.Match::code).collect(Collectors.toSet()))
                : Optional.empty();
    }

    /** Of a purpose and one that belongs to it the narrower stays. */
    private static Set<String> intersection(Set<String> left, Set<String> right) {
        Set<String> both = new HashSet<>();
        for (String one : left) {
            for (String other : right) {
                if (Purpose.broader(one).contains(other)) {
                    both.add(one);
                } else if (Purpose.broader(other).contains(one)) {
                    both.add(other);
                }
            }
        }
        return both;
    }

    /** Where permissions let the recipient pass the data on to: it binds itself to these. Not known where none says it. */
    static Known onward(Terms terms) {
        Set<String> places = new HashSet<>();
        for (Permission permission : terms.permissions()) {
            if (Understanding.ofAll(permission.constraints()) instanceof Understood(Condition condition)) {
                gather(condition, places);
            }
        }
        return places.isEmpty() ? Known.nothing() : new Known(places, true);
    }

    private static void gather(Condition condition, Set<String> places) {
        switch (condition) {
            case Codes codes
            when codes.operand() == Operand.ONWARD -> codes.matches().forEach(match -> places.add(match.code()));
            case Condition.AllOf(List<Condition> parts) -> parts.forEach(part -> gather(part, places));
            case Condition.AnyOf(List<Condition> parts) -> parts.forEach(part -> gather(part, places));
            case Condition.OneOf(List<Condition> parts) -> parts.forEach(part -> gather(part, places));
            case Codes _, Since _, Condition.Span _, Condition.Count _ -> {}
        }
    }
}
