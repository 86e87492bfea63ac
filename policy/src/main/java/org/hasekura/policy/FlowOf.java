package org.hasekura.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantFacts;
import org.hasekura.law.Flow;
import org.hasekura.law.FlowData;
import org.hasekura.law.Operation;
import org.hasekura.law.Party;
import org.hasekura.law.Question;
import org.hasekura.law.Safeguard;

/**
 * The flow that would happen under terms, told from what this node knows: facts of the dataset, of both parties in the
 * participant register on that day, and the purpose in the terms. Nothing is taken from what the recipient says of itself.
 */
public sealed interface FlowOf {

    /** One flow for each purpose the terms allow, sorted by purpose code; never empty. */
    record Known(List<Flow> flows) implements FlowOf {
        public Known {
            flows = List.copyOf(flows);
        }
    }

    /** What has to be known first. */
    record Unknown(List<Question> missing) implements FlowOf {
        public Unknown {
            missing = List.copyOf(missing);
        }
    }

    /**
     * The flow on that day.
     *
     * @param self the exporter, this node's own entry in the register
     * @param importer the recipient as the register knows it; absent if it does not
     */
    static FlowOf flow(
            DataFacts.Described dataset, Participant self, Optional<Participant> importer, Terms terms, LocalDate day) {
        List<Question> missing = new ArrayList<>();
        Party exporter = RegisterFacts.party("exporter", self.on(day), missing);
        Optional<ParticipantFacts> known = importer.map(participant -> participant.on(day));
        List<Safeguard> safeguards =
                known.map(facts -> RegisterFacts.safeguards(facts, missing)).orElse(List.of());
        Optional<Party> recipient = known.map(facts -> RegisterFacts.party("importer", facts, missing));
        if (recipient.isEmpty()) {
            missing.add(Questions.importer());
        }
        List<String> purposes = purposes(dataset.data(), terms, missing);
        Operation operation = operation(dataset, exporter, recipient, missing);
        if (!missing.isEmpty()) {
            return new Unknown(missing);
        }
        return new Known(purposes.stream()
                .map(purpose -> new Flow(
                        operation,
                        exporter,
                        recipient.orElseThrow(),
                        dataset.data(),
                        purpose,
                        Set.of(),
                        safeguards,
                        dataset.onward()))
                .toList());
    }

    /** Terms that leave the purpose open would allow personal data for a purpose nobody has judged. */
    private static List<String> purposes(FlowData data, Terms terms, List<Question> missing) {
        Optional<List<String>> allowed = Purposes.allowed(terms);
        if (allowed.isEmpty() && isPersonal(data)) {
            missing.add(Questions.purpose());
        }
        return allowed.orElse(List.of("general"));
    }

    private static Operation operation(
            DataFacts.Described dataset, Party exporter, Optional<Party> importer, List<Question> missing) {
        boolean isFromEurope = Set.of("EU", "UK").contains(dataset.data().originRegime());
        boolean goesOn = exporter.country().equals("JP") && isFromEurope && isPersonal(dataset.data());
        if (goesOn && dataset.onward().isEmpty()) {
            missing.add(Questions.onward());
        }
        if (importer.filter(party -> party.country().equals(exporter.country())).isPresent()) {
            return Operation.DOMESTIC_PROVISION;
        }
        return goesOn ? Operation.ONWARD : Operation.TRANSFER;
    }

    private static boolean isPersonal(FlowData data) {
        return data.personal()
                || data.pseudonymised()
                || data.mixed().isPresent()
                || data.appiClass().isPresent();
    }
}
