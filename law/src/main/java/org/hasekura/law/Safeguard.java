package org.hasekura.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An instrument that is in place for a flow: standard clauses, a consent, a licence. Made with {@link #of(String)}.
 *
 * @param type {@code SCC}, {@code BCR}, {@code explicit-consent}, …
 * @param set for standard clauses: {@code 2021/914}, {@code 2010/87/EU}, …
 * @param module for the clauses of 2021: 1 to 4
 * @param tia outcome of the transfer impact assessment: {@code positive}, {@code positive-with-measures}, {@code negative}
 * @param tiaDate day of that assessment
 * @param obtained day of a consent under the Japanese act
 * @param affirmed yes-or-no attributes stated as yes, such as {@code approved} or {@code authorisedBySA}
 * @param denied yes-or-no attributes stated as no; an attribute in neither set is not stated
 */
public record Safeguard(
        String type,
        Optional<String> set,
        OptionalInt module,
        Optional<LocalDate> signed,
        Optional<String> tia,
        Optional<LocalDate> tiaDate,
        Optional<String> supplementaryMeasures,
        Optional<String> ref,
        Optional<String> form,
        Optional<String> scope,
        Optional<LocalDate> obtained,
        Optional<String> periodicCheck,
        OptionalInt filedWithinDays,
        Set<String> affirmed,
        Set<String> denied) {

    static final Comparator<Safeguard> ORDER =
            Comparator.comparing(Safeguard::type).thenComparing(Safeguard::toString);

    public Safeguard {
        affirmed = Codes.copyOf(affirmed);
        denied = Codes.copyOf(denied);
    }

    /** A safeguard of that type without further statements. */
    public static Safeguard just(String type) {
        return of(type).build();
    }

    /** Begins a safeguard of that type. */
    public static Builder of(String type) {
        return new Builder(type);
    }

    /** The same instrument with a positive assessment made on the day. */
    Safeguard assessed(LocalDate day) {
        return new Safeguard(
                type,
                set,
                module,
                signed,
                Optional.of("positive"),
                Optional.of(day),
                supplementaryMeasures,
                ref,
                form,
                scope,
                obtained,
                periodicCheck,
                filedWithinDays,
                affirmed,
                denied);
    }

    /** The same instrument made on the day: clauses signed, a consent obtained, its assessment dated. */
    Safeguard datedOn(LocalDate day) {
        return new Safeguard(
                type,
                set,
                module,
                set.map(_ -> day),
                tia,
                tia.map(_ -> day),
                supplementaryMeasures,
                ref,
                form,
                scope,
                scope.map(_ -> day),
                periodicCheck,
                filedWithinDays,
                affirmed,
                denied);
    }

    boolean affirms(String attribute) {
        return affirmed.contains(attribute);
    }

    boolean denies(String attribute) {
        return denied.contains(attribute);
    }

    /** Gathers the attributes; what is not set is not stated. */
    public static final class Builder {
        private final String type;
        private Optional<String> set = Optional.empty();
        private OptionalInt module = OptionalInt.empty();
        private Optional<LocalDate> signed = Optional.empty();
        private Optional<String> tia = Optional.empty();
        private Optional<LocalDate> tiaDate = Optional.empty();
        private Optional<String> supplementaryMeasures = Optional.empty();
        private Optional<String> ref = Optional.empty();
        private Optional<String> form = Optional.empty();
        private Optional<String> scope = Optional.empty();
        private Optional<LocalDate> obtained = Optional.empty();
        private Optional<String> periodicCheck = Optional.empty();
        private OptionalInt filedWithinDays = OptionalInt.empty();
        private final Set<String> affirmed = new LinkedHashSet<>();
        private final Set<String> denied = new LinkedHashSet<>();

        private Builder(String type) {
            this.type = type;
        }

        public Builder set(String code) {
            set = Optional.of(code);
            return this;
        }

        public Builder module(int number) {
            module = OptionalInt.of(number);
            return this;
        }

        public Builder signed(LocalDate day) {
            signed = Optional.of(day);
            return this;
        }

        public Builder tia(String outcome) {
            tia = Optional.of(outcome);
            return this;
        }

        public Builder tiaDate(LocalDate day) {
            tiaDate = Optional.of(day);
            return this;
        }

        public Builder supplementaryMeasures(String code) {
            supplementaryMeasures = Optional.of(code);
            return this;
        }

        public Builder ref(String code) {
            ref = Optional.of(code);
            return this;
        }

        public Builder form(String code) {
            form = Optional.of(code);
            return this;
        }

        public Builder scope(String code) {
            scope = Optional.of(code);
            return this;
        }

        public Builder obtained(LocalDate day) {
            obtained = Optional.of(day);
            return this;
        }

        public Builder periodicCheck(String code) {
            periodicCheck = Optional.of(code);
            return this;
        }

        public Builder filedWithinDays(int days) {
            filedWithinDays = OptionalInt.of(days);
            return this;
        }

        /** States a yes-or-no attribute such as {@code authorisedBySA}. */
        public Builder states(String attribute, boolean value) {
            (value ? affirmed : denied).add(attribute);
            return this;
        }

        /** The safeguard with the attributes set so far. */
        public Safeguard build() {
            return new Safeguard(
                    type,
                    set,
                    module,
                    signed,
                    tia,
                    tiaDate,
                    supplementaryMeasures,
                    ref,
                    form,
                    scope,
                    obtained,
                    periodicCheck,
                    filedWithinDays,
                    affirmed,
                    denied);
        }
    }
}
