package org.hasekura.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.identity.Participant;
import org.hasekura.law.Confidence;
import org.hasekura.law.Flow;
import org.hasekura.law.Law;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;

/**
 * Judges terms that are asked for: are they within what was published, and may the data flow under them?
 *
 * <p>Pure: the same inputs and the same law data give the same assessment, so that it can be made again at any time and
 * compared with the evidence.
 *
 * @param self this node's own entry in the participant register: the exporter
 */
public record Assessor(Law law, Participant self) {

    /**
     * The assessment on that day.
     *
     * @param dataFacts what is stated on the dataset, see {@link DataFacts}
     * @param importer the recipient as the participant register knows it; absent if it does not
     */
    public Assessment assess(
            Map<String, String> dataFacts,
            Optional<Participant> importer,
            Terms published,
            Terms asked,
            LocalDate day) {
        Terms wanted = LawDuties.without(asked, published);
        List<String> beyond = beyond(wanted, published);
        boolean isWithin = beyond.isEmpty();
        Terms base = isWithin ? wanted : published;
        return switch (flow(dataFacts, importer, base, day)) {
            case FlowOf.Unknown(List<Question> missing) ->
                assessment(Optional.empty(), undecided(missing, day), isWithin, beyond, base, importer, day);
            case FlowOf.Known(List<Flow> flows) -> {
                List<Ruling> rulings =
                        flows.stream().map(flow -> law.rule(flow, day)).toList();
                boolean isOne = rulings.size() == 1;
                Ruling ruling = isOne ? rulings.getFirst() : Rulings.strictest(rulings);
                Flow judged = isOne ? flows.getFirst() : flows.get(Rulings.indexOfStrictest(rulings));
                Terms terms = ruling.allows() ? base.obliging(LawDuties.of(ruling)) : base;
                yield assessment(Optional.of(judged), ruling, isWithin, beyond, terms, importer, day);
            }
        };
    }

    private static List<String> beyond(Terms wanted, Terms published) {
        return !wanted.equals(published)
                        && Within.compare(wanted, published) instanceof Within.Beyond(List<String> what)
                ? what
                : List.of();
    }

    private static Assessment assessment(
            Optional<Flow> flow,
            Ruling ruling,
            boolean isWithin,
            List<String> beyond,
            Terms terms,
            Optional<Participant> importer,
            LocalDate day) {
        return new Assessment(flow, day, ruling, isWithin, beyond, terms, importer.map(each -> each.on(day)));
    }

    private FlowOf flow(Map<String, String> dataFacts, Optional<Participant> importer, Terms terms, LocalDate day) {
        List<Finding> notUnderstood = Policy.of(terms).faults();
        if (!notUnderstood.isEmpty()) {
            return new FlowOf.Unknown(List.of(Questions.terms(notUnderstood)));
        }
        return switch (DataFacts.parse(dataFacts)) {
            case DataFacts.Described dataset -> FlowOf.flow(dataset, self, importer, terms, day);
            case DataFacts.Incomplete(List<Question> missing) -> new FlowOf.Unknown(missing);
            case DataFacts.Wrong(List<String> errors) ->
                new FlowOf.Unknown(errors.stream().map(Questions::wrongData).toList());
        };
    }

    /** That the law could not be asked. Nothing is known of the law's doubts, so none is added. */
    private Ruling undecided(List<Question> missing, LocalDate day) {
        return new Ruling.Undecided(
                List.of(), List.of(), missing, new Ruling.Judgement(Confidence.CERTAIN, law.lawDataVersion(), day));
    }
}
