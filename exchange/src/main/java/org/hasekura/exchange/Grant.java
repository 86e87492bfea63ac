package org.hasekura.exchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantFacts;
import org.hasekura.policy.Reading;

/** Somebody to whom a dataset is shown that not everybody sees: one participant, or all of whom the register says one thing. */
public sealed interface Grant {

    /** Of one grant, as it is written. */
    int TEXT_MAX = 300;

    /** How it is written: a DID, or the name of a fact, a colon and its value, as {@code country:JP}. */
    String text();

    /** The participant of this DID, whether the register knows it already or only later. */
    record ToParticipant(String did) implements Grant {
        @Override
        public String text() {
            return did;
        }
    }

    /** All participants of whom the register says this on the day on which they ask. */
    record ToHolders(Fact.Name fact, String value) implements Grant {
        @Override
        public String text() {
            return held(fact, value);
        }
    }

    /** Reads one as it is written; the path is empty. */
    static Reading<Grant> parse(String text) {
        if (text.length() > TEXT_MAX || text.chars().anyMatch(each -> each < ' ' || each == 0x7f)) {
            return refused("takes at most " + TEXT_MAX + " characters, none of them a control character");
        }
        if (text.matches("did:[a-z0-9]+:\\S+")) {
            return new Reading.Read<>(new ToParticipant(text));
        }
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1).strip();
        Optional<Fact.Name> fact = Stream.of(Fact.Name.values())
                .filter(each -> each.text().equals(name))
                .findFirst();
        if (fact.isEmpty() || value.isEmpty()) {
            return refused("`" + text + "` names nobody; it takes a DID or a fact of the register with its value, as"
                    + " `country:JP`; facts are " + String.join(", ", Fact.Name.texts()));
        }
        return fact.get() == Fact.Name.COUNTRY ? ofCountry(value) : ofCode(fact.get(), value);
    }

    private static Reading<Grant> ofCountry(String value) {
        return Place.of(value)
                .<Reading<Grant>>map(code -> new Reading.Read<>(new ToHolders(Fact.Name.COUNTRY, code)))
                .orElseGet(() -> refused("`" + value + "` is no country; it takes codes of ISO 3166-1, as `JP`"));
    }

    private static Reading<Grant> ofCode(Fact.Name fact, String value) {
        return fact.codes().isEmpty() || fact.codes().contains(value)
                ? new Reading.Read<>(new ToHolders(fact, value))
                : refused("`" + value + "` is no `" + fact.text() + "`; it takes " + String.join(", ", fact.codes()));
    }

    private static Reading<Grant> refused(String words) {
        return new Reading.Refused<>("", words);
    }

    /** Every grant that would show something to this participant on the day, as they are written. */
    static NavigableSet<String> heldBy(Participant participant, LocalDate day) {
        ParticipantFacts facts = participant.on(day);
        return Stream.of(
                        Stream.of(participant.did().text()),
                        held(Fact.Name.NAME, facts.name().stream().toList()),
                        held(Fact.Name.COUNTRY, facts.country().stream().toList()),
                        held(Fact.Name.ROLE, facts.role().stream().toList()),
                        held(Fact.Name.KIND, facts.kind().stream().toList()),
                        held(Fact.Name.SECTOR, facts.sector().stream().toList()),
                        held(Fact.Name.CERTIFIED_UNDER, facts.certifiedUnder()),
                        held(Fact.Name.SUBJECT_TO, facts.subjectTo()),
                        held(Fact.Name.RELATION, facts.relation().stream().toList()),
                        held(Fact.Name.CREDENTIAL, facts.credentials()),
                        held(Fact.Name.SUPPLIER, facts.suppliers()))
                .flatMap(each -> each)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> held(Fact.Name fact, Collection<String> values) {
        return values.stream().map(value -> held(fact, value));
    }

    private static String held(Fact.Name fact, String value) {
        return fact.text() + ":" + value;
    }
}
