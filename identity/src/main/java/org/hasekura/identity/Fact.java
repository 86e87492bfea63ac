package org.hasekura.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing the exporter holds to be true of a participant, with its source and its days.
 *
 * @param source where the exporter knows it from: an address, a contract, a register entry; never the participant's own claim
 * @param from the first day it is true
 * @param to the last day it is true; absent while it goes on
 * @param recordedAt when it was written into the register
 */
public record Fact(Name name, String value, String source, LocalDate from, Optional<LocalDate> to, Instant recordedAt) {

    public Fact {
        if (value.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("fact `" + name.text() + "` needs a value and a source");
        }
        if (to.filter(last -> last.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException("fact `" + name.text() + "` ends on " + to.get() + ", before " + from);
        }
    }

    /** What can be known of a participant: the facts of a party that the law asks for. */
    public enum Name {
        NAME("name"),
        COUNTRY("country"),
        ROLE("role"),
        KIND("kind"),
        SECTOR("sector"),
        CERTIFIED_UNDER("certifiedUnder"),
        SUBJECT_TO("subjectTo"),
        RELATION("relation"),
        /** A membership or certification that terms may ask for; one that the law asks for is {@link #CERTIFIED_UNDER}. */
        CREDENTIAL("credential"),
        /** Whose equipment or services its connection rests on. */
        SUPPLIER("supplier");

        private final String text;

        Name(String text) {
            this.text = text;
        }

        /** As written in registers and case files. */
        public String text() {
            return text;
        }

        /** The values it can have; empty when it takes any words. */
        public List<String> codes() {
            return switch (this) {
                case ROLE -> PartyVocabulary.ROLES;
                case KIND -> PartyVocabulary.KINDS;
                case RELATION -> PartyVocabulary.RELATIONS;
                case NAME, COUNTRY, SECTOR, CERTIFIED_UNDER, SUBJECT_TO, CREDENTIAL, SUPPLIER -> List.of();
            };
        }

        /** Whether several values can be true on one day. */
        public boolean isPlural() {
            return this == CERTIFIED_UNDER || this == SUBJECT_TO || this == CREDENTIAL || this == SUPPLIER;
        }

        public static List<String> texts() {
            return Stream.of(values()).map(Name::text).toList();
        }

        static Optional<Name> of(String text) {
            return Stream.of(values()).filter(name -> name.text.equals(text)).findFirst();
        }
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether neither of the two can be told to hold: of a later recording the later holds. */
    boolean contradicts(Fact other) {
        return name == other.name
                && !name.isPlural()
                && !value.equals(other.value)
                && recordedAt.equals(other.recordedAt)
                && (inForceOn(other.from) || other.inForceOn(from));
    }
}
