package org.hasekura.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        return Understanding.ofAll(permission.constraints()) instanceof Understood(Condition condition)
                ? allowed(condition)
                : Optional.empty();
    }

    /** The purposes under which the condition can hold; absent if there is no end to them. */
    private static Optional<Set<String>> allowed(Condition condition) {
        return switch (condition) {
            case Condition.Values values ->
                values.operand() == Condition.Operand.PURPOSE && values.among()
                        ? Optional.of(values.values())
                        : Optional.empty();
            case Condition.Span _ -> Optional.empty();
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

    private static Set<String> intersection(Set<String> left, Set<String> right) {
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        return both;
    }
}
