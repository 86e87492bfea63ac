package org.hasekura.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hasekura.identity.ParticipantFacts;
import org.hasekura.law.Flow;
import org.hasekura.law.Ruling;

/**
 * What policy and law say to terms that are asked for, on a day.
 *
 * @param flow what was judged; of several purposes the one that was judged most strictly; absent where not enough is known
 * @param within whether the asked terms stay within the published ones
 * @param beyond if not, where they go beyond, each a sentence
 * @param recipient what the participant register says of the recipient on that day; absent if it does not know it
 * @param terms what an agreement has to say: the asked terms if within, otherwise the published ones, and the duties and
 *     conditions of the ruling where it allows the flow
 */
public record Assessment(
        Optional<Flow> flow,
        LocalDate day,
        Ruling ruling,
        boolean within,
        List<String> beyond,
        Terms terms,
        Optional<ParticipantFacts> recipient) {

    public Assessment {
        beyond = List.copyOf(beyond);
    }

    /** Whether the law allows an agreement. An undecided ruling never does. */
    public boolean mayAgree() {
        return switch (ruling) {
            case Ruling.Permitted _, Ruling.PermittedIf _ -> true;
            case Ruling.Forbidden _, Ruling.Undecided _ -> false;
        };
    }

    /**
     * The purpose that was judged, as the terms say it: what the recipient binds itself to, for a {@link Situation}.
     * Where the law could not be asked it is the first that the terms name; whoever permits in spite of that permits for
     * these. Absent where the terms leave it open.
     */
    public Optional<String> purpose() {
        return Purposes.stated(terms).stream()
                .filter(purpose -> flow.isEmpty()
                        || Purpose.code(purpose).equals(flow.get().purposeCode()))
                .findFirst();
    }

    /**
     * Use by this recipient at that instant, with all that is known of it: from the register, from the law, and what the
     * recipient binds itself to by the terms.
     *
     * @param byPerson whether a person has permitted what the law left open
     */
    public Situation situation(Instant now, boolean byPerson) {
        Situation known = new Situation(
                        Action.USE, now, RegisterFacts.known(recipient), Optional.empty(), Optional.empty())
                .with(Operand.RULING, Known.exactly(byPerson ? RulingCode.BY_PERSON : ruling.outcome()))
                .with(Operand.ONWARD, Purposes.onward(terms));
        return purpose()
                .map(purpose -> known.with(Operand.PURPOSE, Known.exactly(purpose)))
                .orElse(known);
    }

    /** The words behind the duties that the law adds to the terms, for {@link TermsText}. */
    public List<DutyText> dutyTexts() {
        return LawDuties.texts(ruling);
    }
}
