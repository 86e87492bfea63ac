package org.hasekura.policy;

import java.util.List;

/** What may, may not and must be done: the rules that an offer proposes and an agreement fixes. ODRL 2.2 §2.1. */
public record Terms(List<Permission> permissions, List<Prohibition> prohibitions, List<Duty> obligations) {
    public Terms {
        permissions = List.copyOf(permissions);
        prohibitions = List.copyOf(prohibitions);
        obligations = List.copyOf(obligations);
    }

    public static Terms permitting(Permission... permissions) {
        return new Terms(List.of(permissions), List.of(), List.of());
    }

    public Terms prohibiting(Prohibition... more) {
        return new Terms(permissions, join(prohibitions, List.of(more)), obligations);
    }

    public Terms obliging(List<Duty> more) {
        return new Terms(permissions, prohibitions, join(obligations, more));
    }

    /** Whether these are the other terms, but for duties that the law has added to them. */
    public boolean isButForLaw(Terms other) {
        return LawDuties.without(this, other).equals(other);
    }

    /** Whether these are the other terms or narrower, but for duties that the law has added to them. */
    public boolean isWithin(Terms other) {
        return Within.compare(LawDuties.without(this, other), other) instanceof Within.Inside;
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream())
                .distinct()
                .toList();
    }
}
