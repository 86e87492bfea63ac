package org.hasekura.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is about to be done, and what is known of it, for terms to be asked whether they allow it.
 *
 * @param known by operand whose values are codes; what is not there is not known, which never helps
 * @param uses how the agreement has been used; absent where there is none yet
 * @param agreed when the agreement was made; absent where there is none yet
 */
public record Situation(
        Action action, Instant now, Map<Operand, Known> known, Optional<Uses> uses, Optional<Instant> agreed) {

    public Situation {
        Known purpose = known.get(Operand.PURPOSE);
        if (purpose != null) {
            known = new HashMap<>(known);
            known.put(
                    Operand.PURPOSE,
                    new Known(
                            purpose.values().stream().map(Purpose::compact).collect(Collectors.toSet()),
                            purpose.isAll()));
        }
        known = Map.copyOf(known);
    }

    /** Something to be done of which nothing else is known yet. */
    public static Situation of(Action action, Instant now) {
        return new Situation(action, now, Map.of(), Optional.empty(), Optional.empty());
    }

    /** Use, for a purpose, in a country. */
    public static Situation use(String purpose, String country, Instant now) {
        return of(Action.USE, now)
                .with(Operand.PURPOSE, Known.exactly(purpose))
                .with(Operand.PLACE, Known.exactly(country));
    }

    public Situation with(Operand operand, Known value) {
        Map<Operand, Known> more = new EnumMap<>(Operand.class);
        more.putAll(known);
        more.put(operand, value);
        return new Situation(action, now, more, uses, agreed);
    }

    public Situation with(Uses value) {
        return new Situation(action, now, known, Optional.of(value), agreed);
    }

    public Situation agreedAt(Instant value) {
        return new Situation(action, now, known, uses, Optional.of(value));
    }

    /** What is known of the operand. */
    public Known of(Operand operand) {
        return known.getOrDefault(operand, Known.nothing());
    }

    /** The day of the question, UTC. */
    LocalDate day() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
