package org.hasekura.law;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether a flow may take place on a day. Pure: the same flow, day and law data always get the same ruling. Every legal order that
 * claims the flow is asked; the strictest answer wins. What is not covered is {@link Ruling.Undecided}. Not legal advice.
 */
public final class Law {
    private static final LegalOrder[] ORDERS = {
        new EuropeanUnion(),
        new Japan(),
        new UnitedKingdom(),
        new Switzerland(),
        new Equivalence(),
        new OutboundLaw(),
        new TravellingLaw(),
        new NotHeld(),
        new JapaneseLayers(),
        new ExportControl(),
        new EuropeanDataLaw(),
        new NonPersonal()
    };

    private final LawData data;
    private final Places places;
    private final Vocabulary vocabulary;

    private Law(LawData data) {
        this.data = data;
        this.places = new Places(data);
        this.vocabulary = new Vocabulary(data, places);
    }

    /** The law of the packaged data files. */
    public static Law load() {
        try {
            return new Law(LawDataJson.packaged());
        } catch (LawDataException e) {
            throw new IllegalStateException("the packaged law data are broken: " + e.getMessage(), e);
        }
    }

    /** Where the bytes of each law data file come from, by its name. */
    @FunctionalInterface
    public interface Files {

        /**
         * The bytes of that file.
         *
         * @throws IOException if it cannot be read, in words
         */
        byte[] bytes(String file) throws IOException;
    }

    /**
     * The law of other data files than the packaged ones, in the same form.
     *
     * @throws LawDataException if one of them is missing or wrong, with file, entry and field
     */
    public static Law read(Files files) throws LawDataException {
        return new Law(LawDataJson.read(files::bytes));
    }

    /** The law of other data, such as the packaged ones with a change. */
    static Law of(LawData data) {
        return new Law(data);
    }

    /** Version of the law data, apart from that of the software. */
    public String lawDataVersion() {
        return data.version();
    }

    /**
     * The law as it would be if that decision ended with that day, as a library user or a fire drill supposes.
     *
     * @param decision id of a decision of the law data, such as {@code EU-JP-2019}; another is our caller's error
     */
    public Law withEnd(String decision, LocalDate lastDay) {
        return new Law(data.withEnd(decision, Optional.of(lastDay)));
    }

    /**
     * The law as people knew it on that day: what was adopted later does not count, and what had no known end goes on. A flow after that
     * day is judged as flows after the last day of the data are. Its version says so.
     */
    public Law asKnownOn(LocalDate day) {
        try {
            return new Law(AsKnown.on(day, data, KnowledgeJson.packaged(data.asOf())));
        } catch (LawDataException e) {
            throw new IllegalStateException("the packaged law data are broken: " + e.getMessage(), e);
        }
    }

    LawData data() {
        return data;
    }

    /** The duty of that id, so that an agreement that names it can be read later. */
    public Optional<Duty> duty(String id) {
        return Optional.ofNullable(data.duties().get(id));
    }

    /** The condition of that id; where a ruling fills something in, such as a module, the text has {@code {0}}. */
    public Optional<Condition> condition(String id) {
        return Optional.ofNullable(data.conditions().get(id));
    }

    /**
     * The words of every condition and every question that a ruling may name, with their places: for whoever got one of them in
     * one language and would read it in the other.
     */
    public List<Wording> wordings() {
        return Stream.concat(
                        data.conditions().values().stream().map(Condition::wording),
                        data.questions().values().stream().map(Question::wording))
                .distinct()
                .toList();
    }

    /** The last day that the law data speak of; a later day is judged on the law known then. */
    public LocalDate asOf() {
        return data.asOf();
    }

    /** The codes of a field of the vocabulary, such as {@code purposeCode}, in alphabetical order; empty for a field that is none. */
    public SortedSet<String> codes(String field) {
        return new TreeSet<>(data.codes().getOrDefault(field, Set.of()));
    }

    /** Whose law attaches first to data that come from that country on the day: {@code EU} for all of the EEA. */
    public String regime(String country, LocalDate day) {
        return data.regime(country, day);
    }

    /** The laws under which a decision for that country asks its recipients to be, such as {@code APPI} for Japan. */
    public Set<String> recipientLaws(String country) {
        return PlainFlow.namedLaws(data, country);
    }

    /** Whether it is a code of a country in which facts may be stated. */
    public boolean isCountry(String iso) {
        return places.hold(iso);
    }

    /** Reads a flow that is stated in words; what is no code of the vocabulary is refused. */
    public StatedFlow read(FlowStatement stated) {
        return FlowReading.read(data, places, stated);
    }

    /** Judges the flow for the day. */
    public Ruling rule(Flow flow, LocalDate day) {
        return rule(flow, day, Trace.off());
    }

    /** Judges the flow for the day and writes each question with its answer to the trace. */
    public Ruling rule(Flow flow, LocalDate day, Trace trace) {
        Matter matter = new Matter(flow, day, data, places, trace);
        List<String> unknown = vocabulary.unknown(flow);
        if (!unknown.isEmpty()) {
            trace.step("all", "vocabulary", "unknown", String.join(", ", unknown));
            Opinion open = matter.undecided();
            unknown.forEach(code -> open.question("unknown-code", code));
            return open.ruling();
        }
        if (flow.operation() == Operation.MEASURE) {
            trace.step("trade", "measure", "asked");
            return TradeMeasures.rule(matter).ruling();
        }
        List<Opinion> opinions = new ArrayList<>(2);
        boolean ruledAsSuch = false;
        for (LegalOrder order : ORDERS) {
            if (order.claims(matter)) {
                Opinion opinion = resting(matter, order, order.rule(matter));
                trace.step(order.name(), "answer", opinion.outcome().code());
                opinions.add(opinion);
                ruledAsSuch |= !order.isLayer();
            }
        }
        if (!ruledAsSuch) {
            trace.step("all", "legal-orders", "none");
            opinions.add(matter.notCovered(flow.exporter().country()));
        }
        return together(matter, opinions).ruling();
    }

    /** An answer that rests on nothing in force on the day is none: the law data do not reach back to it. A layer may have nothing to say. */
    private static Opinion resting(Matter matter, LegalOrder order, Opinion opinion) {
        boolean isFinal =
                !opinion.is(Opinion.Outcome.UNDECIDED) && !(order.isLayer() && opinion.is(Opinion.Outcome.PERMITTED));
        return isFinal && !opinion.hasBasis()
                ? matter.notCovered(matter.exporter().country())
                : opinion;
    }

    /** What the opinions say together: those that decide first, then what the milder ones add. */
    private static Opinion together(Matter matter, List<Opinion> opinions) {
        if (opinions.size() == 1) {
            return opinions.getFirst();
        }
        Opinion.Outcome strictest = Opinion.Outcome.PERMITTED;
        for (Opinion opinion : opinions) {
            strictest = strictest.stricter(opinion.outcome());
        }
        Opinion together = new Opinion(matter.law(), matter.day(), strictest);
        for (Opinion opinion : opinions) {
            if (opinion.is(strictest)) {
                together.join(opinion);
            }
        }
        for (Opinion opinion : opinions) {
            if (!opinion.is(strictest)) {
                together.join(opinion);
            }
        }
        return together;
    }
}
