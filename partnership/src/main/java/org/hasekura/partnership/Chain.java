package org.hasekura.partnership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A promise with those it goes back to and those that go on from it.
 *
 * @param steps by the day they were made; the links say which follows which
 */
public record Chain(String of, List<Entry> steps, List<Link> links) {

    public Chain {
        steps = List.copyOf(steps);
        links = List.copyOf(links);
    }

    /** From every promise that goes back to none and that others go on from, the longest first. */
    public static List<Chain> all(Register register) {
        return register.all().stream()
                .filter(each -> each.links().isEmpty())
                .flatMap(each -> of(register, each.id()).stream())
                .filter(each -> each.steps().size() > 1)
                .sorted(Comparator.comparingInt((Chain each) -> -each.steps().size())
                        .thenComparing(each -> each.of()))
                .toList();
    }

    /** Nothing where there is no such promise. */
    public static Optional<Chain> of(Register register, String id) {
        return register.entry(id).map(entry -> {
            Set<String> ids = new HashSet<>(Set.of(id));
            walk(register, id, ids, true);
            walk(register, id, ids, false);
            return of(register, id, ids);
        });
    }

    private static Chain of(Register register, String id, Set<String> ids) {
        List<Entry> steps = ids.stream()
                .flatMap(each -> register.entry(each).stream())
                .sorted(Comparator.comparing(
                                (Entry each) -> each.commitment().made().first())
                        .thenComparing(Entry::id))
                .toList();
        var links = new ArrayList<Link>();
        for (Entry step : steps) {
            step.links().stream()
                    .map(Told::what)
                    .filter(link -> ids.contains(link.to()) && !links.contains(link))
                    .forEach(links::add);
        }
        return new Chain(id, steps, links);
    }

    /** Only backwards or only forwards, so that a chain does not spread over all that one promise began. */
    private static void walk(Register register, String id, Set<String> seen, boolean isBack) {
        List<String> next = isBack
                ? register.entry(id).stream()
                        .flatMap(each -> each.links().stream())
                        .map(told -> told.what().to())
                        .toList()
                : register.all().stream()
                        .filter(each -> each.links().stream()
                                .anyMatch(told -> told.what().to().equals(id)))
                        .map(Entry::id)
                        .toList();
        for (String each : next) {
            if (seen.add(each)) {
                walk(register, each, seen, isBack);
            }
        }
    }
}
