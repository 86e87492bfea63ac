package org.hasekura.identity;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the exporter's own register knows of a participant, every fact with source and days. Never self-asserted.
 *
 * <p>Facts are added and ended, not overwritten: what was known on an earlier day can still be told.
 */
public record Participant(Did did, List<Fact> facts, List<Safeguard> safeguards) {

    public Participant {
        facts = List.copyOf(facts);
        safeguards = List.copyOf(safeguards);
        for (int i = 0; i < facts.size(); i++) {
            for (Fact other : facts.subList(i + 1, facts.size())) {
                if (facts.get(i).contradicts(other)) {
                    throw new IllegalArgumentException("two values of `"
                            + other.name().text() + "` for the same days, `"
                            + facts.get(i).value() + "` and `" + other.value() + "`, recorded at the same time");
                }
            }
        }
    }

    /** The facts in force on the day; of several values of one single fact the one recorded last holds. */
    public ParticipantFacts on(LocalDate day) {
        return new ParticipantFacts(
                did,
                day,
                one(Fact.Name.NAME, day),
                one(Fact.Name.COUNTRY, day),
                one(Fact.Name.ROLE, day),
                one(Fact.Name.KIND, day),
                one(Fact.Name.SECTOR, day),
                all(Fact.Name.CERTIFIED_UNDER, day),
                all(Fact.Name.SUBJECT_TO, day),
                one(Fact.Name.RELATION, day),
                all(Fact.Name.CREDENTIAL, day),
                all(Fact.Name.SUPPLIER, day),
                safeguards.stream()
                        .filter(safeguard -> safeguard.inForceOn(day))
                        .toList());
    }

    /** The next day after {@code day} from which other facts or safeguards are in force. */
    public Optional<LocalDate> changesAfter(LocalDate day) {
        Stream<LocalDate> begins = Stream.concat(
                facts.stream().map(Fact::from), safeguards.stream().map(Safeguard::from));
        Stream<LocalDate> lasts = Stream.concat(
                facts.stream().flatMap(fact -> fact.to().stream()),
                safeguards.stream().flatMap(safeguard -> safeguard.to().stream()));
        return Stream.concat(begins, lasts.map(last -> last.plusDays(1)))
                .filter(change -> change.isAfter(day))
                .min(Comparator.naturalOrder());
    }

    private Optional<String> one(Fact.Name name, LocalDate day) {
        return facts.stream()
                .filter(fact -> fact.name() == name && fact.inForceOn(day))
                .max(Comparator.comparing(Fact::recordedAt).thenComparing(Fact::from))
                .map(Fact::value);
    }

    private Set<String> all(Fact.Name name, LocalDate day) {
        return facts.stream()
                .filter(fact -> fact.name() == name && fact.inForceOn(day))
                .map(Fact::value)
                .collect(Collectors.toUnmodifiableSet());
    }
}
