package org.hasekura.exchange;

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
        return ruling instanceof Ruling.Undecided undecided
                ? new Reason(
                        CODE,
                        undecided.missingFacts().stream().map(Question::id).toList())
                : Reason.of(CODE);
    }

    /** Whether a person has permitted it in spite of everything that this ruling leaves open. */
    static boolean covers(Optional<Reason> reason, Ruling.Undecided ruling) {
        return reason.filter(each -> each.code().equals(CODE))
                .filter(each -> ruling.missingFacts().stream()
                        .allMatch(question -> each.sentences().contains(question.id())))
                .isPresent();
    }
}
