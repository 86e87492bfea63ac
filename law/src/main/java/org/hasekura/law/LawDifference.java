package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is different in law between two days: what began and ended, and what that did to plain flows of personal data.
 *
 * @param changes in the order of their days
 * @param moved cells of the matrix with another outcome or other grounds
 */
public record LawDifference(
        LocalDate before, LocalDate after, String lawData, List<Change> changes, List<Moved> moved) {

    /** What happened. */
    public enum Kind {
        BEGAN,
        ENDED,
        JOINED,
        LEFT,
        EVENT
    }

    /**
     * One change.
     *
     * @param day first day on which it shows
     * @param id of the row of the law data, or country
     */
    public record Change(LocalDate day, Kind kind, String id, String textEn, String textJa, Confidence confidence) {}

    /**
     * A pair of countries for which something else holds.
     *
     * @param cause ids of grounds that stand on one of the two days only
     */
    public record Moved(Matrix.Cell before, Matrix.Cell after, List<String> cause) {
        public boolean isOutcome() {
            return !before.ruling().outcome().equals(after.ruling().outcome());
        }
    }

    public LawDifference {
        changes = List.copyOf(changes);
        moved = List.copyOf(moved);
    }

    /**
     * Compares the two days.
     *
     * @param before the earlier day; {@code after} may be the same, then nothing is different
     */
    public static LawDifference between(Law law, LocalDate before, LocalDate after) {
        List<Change> changes = Stream.of(rows(law.data()), memberships(law.data()), events(law.data()))
                .flatMap(each -> each)
                .filter(change -> change.day().isAfter(before) && !change.day().isAfter(after))
                .sorted(Comparator.comparing(Change::day)
                        .thenComparing(Change::id)
                        .thenComparing(Change::kind))
                .toList();
        Matrix first = Matrix.personal(law, before);
        Matrix second = Matrix.personal(law, after);
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < first.cells().size(); i++) {
            Matrix.Cell one = first.cells().get(i);
            Matrix.Cell other = second.cells().get(i);
            if (!tokens(one.ruling()).equals(tokens(other.ruling()))
                    || !one.ruling().outcome().equals(other.ruling().outcome())) {
                moved.add(new Moved(one, other, cause(one.ruling(), other.ruling())));
            }
        }
        return new LawDifference(before, after, law.lawDataVersion(), changes, moved);
    }

    private static Stream<Change> rows(LawData law) {
        Stream<Provision> acts = law.decisionIds().stream()
                .flatMap(id -> law.decision(id).stream())
                .map(Decision::act);
        return Stream.concat(acts, law.provisions().values().stream())
                .flatMap(row -> Stream.concat(
                        row.inForceFrom().map(day -> change(day, Kind.BEGAN, row)).stream(),
                        row.inForceTo().map(day -> change(day.plusDays(1), Kind.ENDED, row)).stream()));
    }

    private static Change change(LocalDate day, Kind kind, Provision row) {
        return new Change(
                day,
                kind,
                row.token(),
                row.citation() + " – " + row.nameEn(),
                row.citation(Locale.JAPANESE) + " – " + row.nameJa(),
                row.confidence());
    }

    private static Stream<Change> memberships(LawData law) {
        return law.memberships().values().stream()
                .flatMap(List::stream)
                .flatMap(one -> Stream.concat(
                        Stream.of(membership(one.from(), Kind.JOINED, one)),
                        one.to().map(day -> membership(day.plusDays(1), Kind.LEFT, one)).stream()));
    }

    private static Change membership(LocalDate day, Kind kind, Membership one) {
        String group = one.inUnion() ? "EU" : "EEA";
        return new Change(day, kind, one.iso(), group, group, one.confidence());
    }

    private static Stream<Change> events(LawData law) {
        return law.countries().values().stream()
                .flatMap(country -> country.events().stream()
                        .map(event -> new Change(
                                event.day(),
                                Kind.EVENT,
                                country.iso(),
                                event.what(),
                                event.what(),
                                event.confidence())));
    }

    private static List<String> tokens(Ruling ruling) {
        return ruling.grounds().stream().map(Provision::token).toList();
    }

    /** Grounds of one day that the other does not have, those that are acts or decisions first. */
    private static List<String> cause(Ruling before, Ruling after) {
        List<Provision> all = Stream.concat(before.grounds().stream(), after.grounds().stream())
                .toList();
        return all.stream()
                .filter(ground ->
                        before.grounds().contains(ground) != after.grounds().contains(ground))
                .sorted(Comparator.comparing(Provision::isBasis))
                .map(Provision::token)
                .distinct()
                .toList();
    }

    /** The cell that a pair of countries has on the later day, if anything about it is different. */
    public Optional<Moved> moved(String from, String to) {
        return moved.stream()
                .filter(one ->
                        one.after().from().equals(from) && one.after().to().equals(to))
                .findFirst();
    }
}
