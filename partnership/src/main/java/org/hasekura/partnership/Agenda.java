package org.hasekura.partnership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a meeting is to look at, made from the register: what is overdue, disputed, in conflict or stalled; which documents
 * nobody could read; what the last meeting decided.
 *
 * @param carriedOver decisions of the last meeting before, with the promises they became
 */
public record Agenda(LocalDate day, List<Judged> items, List<Instrument> gaps, Optional<Held> carriedOver) {

    public Agenda {
        items = List.copyOf(items);
        gaps = List.copyOf(gaps);
    }

    public static Agenda of(Register register, Evaluation evaluation) {
        return new Agenda(
                evaluation.day(),
                evaluation.forAgenda(),
                register.instruments().values().stream()
                        .filter(each -> !each.isTextAtHand())
                        .toList(),
                register.meetings().stream()
                        .filter(each -> each.meeting().day().isBefore(evaluation.day()))
                        .max(Comparator.comparing(each -> each.meeting().day())));
    }
}
