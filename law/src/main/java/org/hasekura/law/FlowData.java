package org.hasekura.law;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Facts about the data of a flow. Made with {@link #ofPersonal(String)} or {@link #ofNonPersonal()} and a {@link Builder}.
 *
 * @param personal stated to be personal data
 * @param originRegime whose law attached to the data first: {@code EU}, {@code JP}, …; {@code none} for no personal data, or {@link Party#UNSTATED}
 * @param categories describes only; no rule asks it
 * @param special types of GDPR Art. 9, such as {@code health}
 * @param criminal data on criminal convictions and offences
 * @param appiClass class of the Japanese act: {@code personally-referable}, {@code pseudonymously-processed}, {@code anonymously-processed}
 * @param automated whether any stage of the processing is automated
 * @param mixed {@code inextricable} for personal and non-personal data that cannot be parted
 * @param nationalId {@code JP-my-number}, …
 * @param protectedAs {@code commercially-confidential}: protected data of a public body
 * @param methodInfoDeleted whether the information on the method of anonymisation is deleted
 * @param unknown what the source of the facts stated and this record has no word for; each leads to an undecided ruling that names it
 */
public record FlowData(
        boolean personal,
        String originRegime,
        Set<String> categories,
        Set<String> special,
        boolean criminal,
        boolean pseudonymised,
        boolean anonymised,
        boolean nonPersonal,
        boolean industrial,
        Optional<ControlledTech> controlledTech,
        boolean children,
        boolean governmentId,
        boolean hr,
        boolean creditInformation,
        boolean passengerNameRecord,
        boolean automated,
        boolean methodInfoDeleted,
        Optional<String> appiClass,
        Optional<String> mixed,
        Optional<String> nationalId,
        Optional<String> protectedAs,
        Optional<String> classification,
        Optional<String> system,
        Set<String> unknown) {

    public FlowData {
        categories = Codes.copyOf(categories);
        special = Codes.copyOf(special);
        unknown = Codes.copyOf(unknown);
    }

    /** Personal data to which the law of that regime attached first ({@code EU}, {@code JP}, {@code UK}, …). */
    public static Builder ofPersonal(String originRegime) {
        return new Builder().originRegime(originRegime).personal(true);
    }

    /** Data that never were personal, such as a register of laws or readings of a machine. */
    public static Builder ofNonPersonal() {
        return new Builder().originRegime("none").nonPersonal(true);
    }

    /** Nothing stated yet. */
    public static Builder builder() {
        return new Builder();
    }

    FlowData withoutCategories() {
        return new FlowData(
                personal,
                originRegime,
                Set.of(),
                special,
                criminal,
                pseudonymised,
                anonymised,
                nonPersonal,
                industrial,
                controlledTech,
                children,
                governmentId,
                hr,
                creditInformation,
                passengerNameRecord,
                automated,
                methodInfoDeleted,
                appiClass,
                mixed,
                nationalId,
                protectedAs,
                classification,
                system,
                unknown);
    }

    /** Whether European law treats the data as personal: stated so, pseudonymised, or inseparable from personal data. */
    boolean isPersonal() {
        return personal || pseudonymised || mixed.isPresent();
    }

    /** Whether the facts say outright that the data are not personal, and nothing else contradicts it. Silence is not enough. */
    boolean isStatedNonPersonal() {
        boolean aboutPersons = !special.isEmpty() || criminal || children || hr || governmentId || creditInformation;
        return !isPersonal()
                && nationalId.isEmpty()
                && (anonymised || (!aboutPersons && (nonPersonal || originRegime.equals("none"))));
    }

    boolean appiClassIs(String code) {
        return appiClass.isPresent() && appiClass.get().equals(code);
    }

    /** Gathers the facts; what is not set is absent. */
    public static final class Builder {
        private boolean personal;
        private String originRegime = Party.UNSTATED;
        private Set<String> categories = Set.of();
        private Set<String> special = Set.of();
        private boolean criminal;
        private boolean pseudonymised;
        private boolean anonymised;
        private boolean nonPersonal;
        private boolean industrial;
        private Optional<ControlledTech> controlledTech = Optional.empty();
        private boolean children;
        private boolean governmentId;
        private boolean hr;
        private boolean creditInformation;
        private boolean passengerNameRecord;
        private boolean automated = true;
        private boolean methodInfoDeleted;
        private Optional<String> appiClass = Optional.empty();
        private Optional<String> mixed = Optional.empty();
        private Optional<String> nationalId = Optional.empty();
        private Optional<String> protectedAs = Optional.empty();
        private Optional<String> classification = Optional.empty();
        private Optional<String> system = Optional.empty();
        private final Set<String> unknown = new LinkedHashSet<>();

        private Builder() {}

        public Builder personal(boolean value) {
            personal = value;
            return this;
        }

        public Builder originRegime(String code) {
            originRegime = code;
            return this;
        }

        public Builder categories(Set<String> words) {
            categories = words;
            return this;
        }

        public Builder special(Set<String> codes) {
            special = codes;
            return this;
        }

        public Builder special(String... codes) {
            return special(Set.of(codes));
        }

        public Builder criminal(boolean value) {
            criminal = value;
            return this;
        }

        public Builder pseudonymised(boolean value) {
            pseudonymised = value;
            return this;
        }

        public Builder anonymised(boolean value) {
            anonymised = value;
            return this;
        }

        public Builder nonPersonal(boolean value) {
            nonPersonal = value;
            return this;
        }

        public Builder industrial(boolean value) {
            industrial = value;
            return this;
        }

        public Builder controlledTech(ControlledTech value) {
            controlledTech = Optional.of(value);
            return this;
        }

        public Builder children(boolean value) {
            children = value;
            return this;
        }

        public Builder governmentId(boolean value) {
            governmentId = value;
            return this;
        }

        public Builder hr(boolean value) {
            hr = value;
            return this;
        }

        public Builder creditInformation(boolean value) {
            creditInformation = value;
            return this;
        }

        public Builder passengerNameRecord(boolean value) {
            passengerNameRecord = value;
            return this;
        }

        public Builder automated(boolean value) {
            automated = value;
            return this;
        }

        public Builder methodInfoDeleted(boolean value) {
            methodInfoDeleted = value;
            return this;
        }

        public Builder appiClass(String code) {
            appiClass = Optional.of(code);
            return this;
        }

        public Builder mixed(String code) {
            mixed = Optional.of(code);
            return this;
        }

        public Builder nationalId(String code) {
            nationalId = Optional.of(code);
            return this;
        }

        public Builder protectedAs(String code) {
            protectedAs = Optional.of(code);
            return this;
        }

        public Builder classification(String code) {
            classification = Optional.of(code);
            return this;
        }

        public Builder system(String code) {
            system = Optional.of(code);
            return this;
        }

        /** A statement of the source that has no field here, named as the source named it. */
        public Builder unknown(String statement) {
            unknown.add(statement);
            return this;
        }

        /** The facts set so far. */
        public FlowData build() {
            return new FlowData(
                    personal,
                    originRegime,
                    categories,
                    special,
                    criminal,
                    pseudonymised,
                    anonymised,
                    nonPersonal,
                    industrial,
                    controlledTech,
                    children,
                    governmentId,
                    hr,
                    creditInformation,
                    passengerNameRecord,
                    automated,
                    methodInfoDeleted,
                    appiClass,
                    mixed,
                    nationalId,
                    protectedAs,
                    classification,
                    system,
                    unknown);
        }
    }
}
