package org.hasekura.partnership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What everybody may see: each item that is late or disputed, with each side's answer or its absence. */
public record Publication(LocalDate day, List<Item> items) {

    public Publication {
        items = List.copyOf(items);
    }

    public record Item(Judged judged, List<Answer> answers) {
        public Item {
            answers = List.copyOf(answers);
        }
    }

    /** What a side answered, or that it did not. */
    public sealed interface Answer {
        Side side();

        record Given(Side side, Told<Explanation> explanation) implements Answer {}

        /** Its time runs until that day. */
        record Awaited(Side side, LocalDate until) implements Answer {}

        record Absent(Side side, LocalDate since) implements Answer {}
    }

    public static Publication of(Evaluation evaluation) {
        return new Publication(
                evaluation.day(),
                evaluation.forAgenda().stream()
                        .filter(each -> each.has(Finding.Overdue.class) || each.has(Finding.Disputed.class))
                        .map(each -> new Item(each, answers(each)))
                        .toList());
    }

    private static List<Answer> answers(Judged judged) {
        var answers = new ArrayList<Answer>();
        for (Side side : Side.values()) {
            answer(judged, side).ifPresent(answers::add);
        }
        return answers;
    }

    private static Optional<Answer> answer(Judged judged, Side side) {
        for (Finding finding : judged.findings()) {
            switch (finding) {
                case Finding.Unanswered(Side of, LocalDate by)
                when of == side -> {
                    return Optional.of(new Answer.Absent(side, by));
                }
                case Finding.Asked(Side of, LocalDate by)
                when of == side -> {
                    return Optional.of(new Answer.Awaited(side, by));
                }
                default -> {}
            }
        }
        return judged.entry().explanations().stream()
                .filter(told -> told.what().side() == side)
                .reduce((_, last) -> last)
                .map(told -> new Answer.Given(side, told));
    }

    /** Of a side's verifiable promises with a deadline that passed, how many are late: the scoreboard's row. */
    public record Score(Side side, int late, int unanswered) {}

    public List<Score> scores() {
        return Arrays.stream(Side.values())
                .map(side -> new Score(
                        side,
                        count(each -> each.judged().has(Finding.Overdue.class)
                                && !each.judged()
                                        .entry()
                                        .commitment()
                                        .owners()
                                        .of(side)
                                        .isEmpty()),
                        count(each -> each.answers().stream()
                                .anyMatch(answer -> answer instanceof Answer.Absent(Side of, var _) && of == side))))
                .toList();
    }

    private int count(java.util.function.Predicate<Item> what) {
        return Math.toIntExact(items.stream().filter(what).count());
    }
}
