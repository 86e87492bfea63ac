package org.hasekura.exchange;

import java.util.List;
import java.util.Optional;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;

/**
 * That a person has permitted what the law left open. It stands as the reason of the negotiation and holds as long as
 * nothing else is open than what the person saw, for the agreement and for the transfers under it.
 */
final class PersonsPermit {

    static final String CODE = "permitted-by-person";

    private PersonsPermit() {}

    /** The permit, with the ids of the questions that were open. */
    static Reason of(Ruling ruling) {
        return new Reason(CODE, questions(ruling));
    }

    /** The ids of the questions that the ruling leaves open. */
    static List<String> questions(Ruling ruling) {
        return ruling instanceof Ruling.Undecided undecided
                ? undecided.missingFacts().stream().map(Question::id).toList()
                : List.of();
    }

    /** Whether a person has permitted it in spite of everything that this ruling leaves open. */
    static boolean covers(Optional<Reason> reason, Ruling.Undecided ruling) {
        return reason.filter(each -> each.code().equals(CODE))
                .filter(each -> each.sentences().containsAll(questions(ruling)))
                .isPresent();
    }

    /** The same for what was permitted in a transfer; nobody has permitted what nobody was asked. */
    static boolean covers(List<String> permitted, Ruling.Undecided ruling) {
        return !permitted.isEmpty() && permitted.containsAll(questions(ruling));
    }
}
