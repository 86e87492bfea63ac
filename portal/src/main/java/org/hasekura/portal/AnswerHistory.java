package org.hasekura.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.law.Law;
import org.hasekura.law.LawDifference;
import org.hasekura.law.Ruling;
import org.hasekura.law.StatedFlow;

/**
 * How the answer to one question changed as the law did: the flow is judged anew on every day on which anything in the law data began or
 * ended.
 */
record AnswerHistory(List<Span> spans) {

    /** Before the first decision: what held then began earlier. */
    static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /**
     * Days on which one answer held, on the same grounds.
     *
     * @param to last day; empty while it goes on
     */
    record Span(LocalDate from, Optional<LocalDate> to, Ruling ruling) {}

    AnswerHistory {
        spans = List.copyOf(spans);
    }

    /** The days on which the law data change, from 2000 on; the same for every question. */
    static List<LocalDate> days(Law law) {
        var days = new ArrayList<LocalDate>();
        days.add(FIRST);
        LawDifference.between(law, FIRST, law.asOf()).changes().stream()
                .map(LawDifference.Change::day)
                .distinct()
                .forEach(days::add);
        return List.copyOf(days);
    }

    static AnswerHistory of(Law law, Sending sending, List<LocalDate> days) {
        var spans = new ArrayList<Span>();
        for (LocalDate day : days) {
            if (!(law.read(sending.on(day).statement()) instanceof StatedFlow.Valid(var flow, var on))) {
                continue;
            }
            Ruling ruling = law.rule(flow, on);
            if (!spans.isEmpty() && isSame(spans.getLast().ruling(), ruling)) {
                continue;
            }
            if (!spans.isEmpty()) {
                Span before = spans.removeLast();
                spans.add(new Span(before.from(), Optional.of(day.minusDays(1)), before.ruling()));
            }
            spans.add(new Span(day, Optional.empty(), ruling));
        }
        return new AnswerHistory(spans);
    }

    private static boolean isSame(Ruling one, Ruling other) {
        return LawTexts.verdict(one).equals(LawTexts.verdict(other))
                && one.basis().equals(other.basis());
    }
}
