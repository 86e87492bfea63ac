package org.hasekura.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An explanation as lines for people: the flow, the questions with their answers, the ruling with what it rests on and asks. */
public final class ExplanationText {
    private static final String INDENT = "  ";

    private final Phrasebook words;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Phrasebook words) {
        this.words = words;
    }

    /** The lines, in the language of the words. */
    public static List<String> lines(Explanation explanation, Phrasebook words) {
        ExplanationText text = new ExplanationText(words);
        text.lines.addAll(FlowText.lines(explanation.flow(), explanation.day(), words));
        text.questions(explanation.orders());
        text.ruling(explanation.ruling());
        return List.copyOf(text.lines);
    }

    private void questions(List<Explanation.Asked> orders) {
        heading(0, "questions");
        for (Explanation.Asked order : orders) {
            line(1, words.order(order.order()));
            for (Step step : order.steps()) {
                line(2, words.question(step) + " " + words.answer(step));
            }
            order.answer().ifPresent(answer -> line(2, "→ " + words.answer(answer)));
        }
    }

    private void ruling(Ruling ruling) {
        lines.add("");
        line(0, words.say("ruling", words.say("outcome-" + ruling.outcome())));
        section("because", ruling.grounds().stream().map(this::ground).toList());
        List<String> conditions = CaseReportJson.conditions(ruling).stream()
                .map(condition -> words.of(condition.textEn(), condition.textJa())
                        + source(condition.provision().citation(words.language())))
                .toList();
        section(ruling instanceof Ruling.Forbidden ? "cures" : "conditions", conditions);
        section(
                "missing",
                CaseReportJson.questions(ruling).stream()
                        .map(question -> words.of(question.textEn(), question.textJa()))
                        .toList());
        section(
                ruling.allows() ? "duties" : "duties-if",
                ruling.duties().stream().map(this::duty).toList());
        lines.add("");
        line(
                0,
                words.say(
                        "footer",
                        words.code(ruling.confidence().code()),
                        ruling.lawData(),
                        ruling.software(),
                        ruling.judgedFor()));
        line(0, words.say("not-advice"));
    }

    private String ground(Provision ground) {
        return ground.citation(words.language()) + " – " + words.of(ground.nameEn(), ground.nameJa())
                + period(ground.inForceFrom(), ground.inForceTo())
                + (ground.confidence() == Confidence.CERTAIN
                        ? ""
                        : " [" + words.code(ground.confidence().code()) + "]");
    }

    private String period(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (to.isPresent()) {
            return words.say("period", from.map(LocalDate::toString).orElse(""), to.get());
        }
        return from.map(day -> words.say("since", day)).orElse("");
    }

    private String duty(Duty duty) {
        return words.code(duty.who()) + ": " + words.of(duty.whatEn(), duty.whatJa())
                + words.say(
                        "until", words.of(duty.until().textEn(), duty.until().textJa()))
                + source(duty.provision().citation(words.language()));
    }

    private String source(String citation) {
        return " [" + citation + "]";
    }

    private void section(String heading, List<String> entries) {
        if (!entries.isEmpty()) {
            line(1, words.say(heading));
            lines.addAll(entries.stream()
                    .distinct()
                    .map(entry -> INDENT.repeat(2) + "· " + FieldsJson.printable(entry))
                    .collect(Collectors.toList()));
        }
    }

    private void heading(int depth, String phrase) {
        lines.add("");
        line(depth, words.say(phrase));
    }

    private void line(int depth, String text) {
        lines.add(INDENT.repeat(depth) + FieldsJson.printable(text));
    }
}
