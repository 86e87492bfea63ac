package org.hasekura.law;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The end of a decision, as a drill supposes it.
 *
 * @param decision id in the law data, such as {@code EU-JP-2019}
 * @param day first day on which no flow can rely on it any more: for a judgment, its day
 */
public record DecisionEnd(String decision, LocalDate day) {
    private static final int TEXT_CHARACTERS_MAX = 100;

    /** The last day on which a flow may rely on it. */
    public LocalDate lastDay() {
        return day.minusDays(1);
    }

    /**
     * Reads {@code DECISION@DAY}. The id may leave parts out as long as one decision is meant: {@code EU-US-2016} is
     * {@code EU-US-PS-2016}.
     *
     * @throws LawDataException saying what is wrong, when it is not of that form, means no decision, or lies outside its days
     */
    public static DecisionEnd parse(String text, Law law) throws LawDataException {
        int at = text.indexOf('@');
        if (at <= 0 || text.length() > TEXT_CHARACTERS_MAX) {
            throw new LawDataException("an end is written `DECISION@DAY`, such as `EU-JP-2019@2026-11-01`, not `"
                    + text.substring(0, Math.min(text.length(), TEXT_CHARACTERS_MAX)) + "`");
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text.substring(at + 1));
        } catch (DateTimeParseException e) {
            throw new LawDataException(
                    "the end `" + text + "` must name a day such as `2026-11-01`, not `" + text.substring(at + 1) + "`",
                    e);
        }
        return of(decision(text.substring(0, at), law.data()), day);
    }

    private static DecisionEnd of(Decision decision, LocalDate day) throws LawDataException {
        LocalDate first = decision.act().inForceFrom().orElse(LocalDate.MIN);
        Optional<LocalDate> last = decision.act().inForceTo();
        if (!day.isAfter(first)) {
            throw new LawDataException("`" + decision.id() + "` begins on " + first + "; it cannot end on " + day);
        }
        if (last.isPresent() && day.isAfter(last.get().plusDays(1))) {
            throw new LawDataException("`" + decision.id() + "` was last in force on " + last.get()
                    + "; suppose an end on " + last.get().plusDays(1) + " or before");
        }
        return new DecisionEnd(decision.id(), day);
    }

    private static Decision decision(String id, LawData law) throws LawDataException {
        Optional<Decision> exact = law.decision(id);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<String> meant =
                law.decisionIds().stream().filter(each -> isShortFor(id, each)).toList();
        if (meant.size() == 1) {
            return law.decision(meant.getFirst()).orElseThrow();
        }
        throw new LawDataException(
                meant.isEmpty()
                        ? "there is no decision `" + id + "`; there are " + String.join(", ", law.decisionIds())
                        : "`" + id + "` can mean " + String.join(", ", meant) + "; write one of these");
    }

    /** Whether the id is the other with parts left out, their order kept. */
    private static boolean isShortFor(String id, String full) {
        List<String> left = new ArrayList<>(List.of(id.split("-", -1)));
        for (String part : full.split("-", -1)) {
            if (!left.isEmpty() && left.getFirst().equals(part)) {
                left.removeFirst();
            }
        }
        return left.isEmpty() && !id.isEmpty();
    }
}
