package org.hasekura.portal;

import java.util.List;
import org.hasekura.law.Condition;
import org.hasekura.law.Confidence;
import org.hasekura.law.Duty;
import org.hasekura.law.Provision;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;

/** A ruling for people: the verdict in words, because of what, what follows, what would change it, and how sure we are. */
final class RulingView {

    private RulingView() {}

    /** The verdict as a word with its shape and colour. */
    static Html chip(Ruling ruling, Words words) {
        return Html.of(
                "<span class=\"chip {}\">{}</span>",
                LawTexts.look(ruling),
                words.say("verdict." + LawTexts.verdict(ruling)));
    }

    static Html because(Ruling ruling, View view) {
        return Html.of(
                "<ol class=\"grounds\">{}</ol>",
                Html.each(distinct(ruling.grounds()), (Provision ground) -> ground(ground, view)));
    }

    private static Html ground(Provision ground, View view) {
        Words words = view.words();
        return Html.of(
                """
                <li><p><a href="{}"><strong>{}</strong></a> {}</p>
                <p class="hint">{} {} {}</p></li>""",
                view.href(LawTexts.page(ground.token())),
                ground.citation(),
                LawTexts.name(view.language(), ground),
                inForce(ground, view),
                Html.when(
                        LawTexts.official(ground),
                        link -> Html.of("<a href=\"{}\" rel=\"noreferrer\">{}</a>", link, words.say("law.official"))),
                sure(ground.confidence(), words));
    }

    static Html inForce(Provision one, View view) {
        Words words = view.words();
        return one.inForceFrom()
                .map(from -> one.inForceTo()
                        .map(to -> words.html("law.from-to", "from", view.day(from), "to", view.day(to)))
                        .orElseGet(() -> words.html("law.since", "from", view.day(from))))
                .orElseGet(() -> one.inForceTo()
                        .map(to -> words.html("law.until", "to", view.day(to)))
                        .orElse(Html.NOTHING));
    }

    /** Says so where a fact was not checked against its source; a checked one needs no word. */
    static Html sure(Confidence confidence, Words words) {
        return switch (confidence) {
            case CERTAIN -> Html.NOTHING;
            case LIKELY -> Html.of("<span class=\"chip plain\">{}</span>", words.say("law.likely"));
            case CHECK -> Html.of("<span class=\"chip warn\">{}</span>", words.say("law.check"));
        };
    }

    static Html duties(Ruling ruling, View view) {
        return Html.of(
                "<ul class=\"tasks duties\">{}</ul>",
                Html.each(ruling.duties().stream().distinct().toList(), (Duty duty) -> duty(duty, view)));
    }

    private static Html duty(Duty duty, View view) {
        Language language = view.language();
        return Html.of(
                """
                <li><div><strong>{}</strong> {}<p class="hint">{}</p></div>
                <a class="source" href="{}">{}</a></li>""",
                view.words().say("duty-of." + duty.who()),
                LawTexts.either(language, duty.whatEn(), duty.whatJa()),
                LawTexts.either(language, duty.until().textEn(), duty.until().textJa()),
                view.href(LawTexts.page(duty.provision().token())),
                duty.provision().citation());
    }

    /** Conditions to be met first, cures, or missing facts: what the answer hangs on. */
    static Html hangsOn(Ruling ruling, View view) {
        Language language = view.language();
        return switch (ruling) {
            case Ruling.Permitted _ -> Html.NOTHING;
            case Ruling.PermittedIf conditional -> conditions(conditional.conditions(), view);
            case Ruling.Forbidden forbidden -> conditions(forbidden.cures(), view);
            case Ruling.Undecided open ->
                Html.of(
                        "<ul>{}</ul>",
                        Html.each(
                                open.missingFacts(),
                                (Question question) -> Html.of(
                                        "<li>{}</li>",
                                        LawTexts.either(language, question.textEn(), question.textJa()))));
        };
    }

    private static Html conditions(List<Condition> conditions, View view) {
        return Html.of(
                "<ul class=\"tasks\">{}</ul>",
                Html.each(
                        conditions.stream().distinct().toList(),
                        (Condition condition) -> Html.of(
                                "<li><div>{}</div><a class=\"source\" href=\"{}\">{}</a></li>",
                                LawTexts.either(view.language(), condition.textEn(), condition.textJa()),
                                view.href(LawTexts.page(condition.provision().token())),
                                condition.provision().citation())));
    }

    static List<Provision> distinct(List<Provision> grounds) {
        return grounds.stream().distinct().toList();
    }
}
