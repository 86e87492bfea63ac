package org.hasekura.exchange;

import java.util.List;
import java.util.Optional;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Terms;

/**
 * A rule by which requests for a dataset are answered without a person. It never overrides the law: what the law forbids is
 * refused and what it leaves open waits for a person before any rule is asked.
 *
 * @param id its name, for the evidence
 * @param terms how the terms asked for have to stand to the template; duties that the law adds count for nothing
 * @param template the terms to compare with; absent for those of the offer that is asked for
 * @param when what has to hold of the recipient and of the ruling, as the constraints of a permission say it; all of it
 * @param then what is done where it fits
 * @param reason what the peer is told where that is a refusal
 */
public record AnswerRule(
        String id, Match terms, Optional<Terms> template, List<Constraint> when, Then then, Optional<String> reason) {

    public AnswerRule {
        when = List.copyOf(when);
    }

    /** How terms have to stand to a template. */
    public enum Match {
        /** They are the same. */
        EQUAL,
        /** They are the same or narrower. */
        WITHIN,
        /** They may be any. */
        ANY
    }

    /** What a rule does. */
    public enum Then {
        /** Agrees at once where the consumer has asked for exactly what would be agreed; otherwise offers that. */
        AGREE,
        /** Offers what can be agreed, so that the consumer accepts it knowingly. */
        OFFER,
        /** Leaves it to a person. */
        ASK,
        /** Refuses. */
        REFUSE
    }

    /** For whatever terms and recipient. */
    static AnswerRule always(String id, Then then) {
        return new AnswerRule(id, Match.ANY, Optional.empty(), List.of(), then, Optional.empty());
    }
}
