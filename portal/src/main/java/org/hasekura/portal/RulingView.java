package org.hasekura.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hasekura.evidence.Entry;
import org.hasekura.law.Condition;
import org.hasekura.law.Confidence;
import org.hasekura.law.Duty;
import org.hasekura.law.Provision;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;

/** A ruling for people: the verdict in words, because of what, what follows, what would change it, and how sure we are. */
final class RulingView {

    private RulingView() {}

    /**
     * All of it: the verdict; because of what; what has to be done; what would change it. A refusal by law is no error: it is an
     * answer with grounds.
     */
    static Html html(Ruling ruling, View view) {
        Words words = view.words();
        return Html.of(
                """
                <p class="verdict">{}</p>
                <p class="faint">{}</p>
                {}
                {}
                {}""",
                verdict(ruling, words),
                words.html(
                        "ruling.judged",
                        "day",
                        view.day(ruling.judgedFor()),
                        "lawData",
                        ruling.lawData(),
                        "confidence",
                        words.word("ruling.confidence", ruling.confidence())),
                under("ruling.because", !ruling.grounds().isEmpty(), because(ruling, view), words),
                under("ruling.duties", !ruling.duties().isEmpty(), duties(ruling, view), words),
                switch (ruling) {
                    case Ruling.Permitted _ -> Html.NOTHING;
                    case Ruling.PermittedIf _ -> under("ruling.conditions", true, hangsOn(ruling, view), words);
                    case Ruling.Forbidden forbidden ->
                        under("ruling.cures", !forbidden.cures().isEmpty(), hangsOn(ruling, view), words);
                    case Ruling.Undecided _ -> under("ruling.missing", true, hangsOn(ruling, view), words);
                });
    }

    private static Html under(String key, boolean isThere, Html what, Words words) {
        return Html.when(isThere, () -> Html.of("<h3>{}</h3>{}", words.say(key), what));
    }

    /** The verdict, large, with how many duties follow. */
    private static Html verdict(Ruling ruling, Words words) {
        boolean hasDuties =
                ruling instanceof Ruling.Permitted && !ruling.duties().isEmpty();
        return Html.of(
                "<span class=\"chip big {}\">{}</span>",
                LawTexts.look(ruling),
                hasDuties
                        ? words.count(
                                "ruling.permitted-with-duties", ruling.duties().size())
                        : words.say("verdict." + LawTexts.verdict(ruling)));
    }

    /** The verdict that stands in the evidence, which says no more of it. */
    static Html chip(Entry.Outcome outcome, Words words) {
        return switch (outcome) {
            case PERMITTED -> chip("good", words.say("verdict.free"));
            case PERMITTED_IF -> chip("warn", words.say("verdict.conditions"));
            case FORBIDDEN -> chip("bad", words.say("verdict.no"));
            case UNDECIDED -> chip("warn", words.say("verdict.open"));
        };
    }

    private static Html chip(String kind, String word) {
        return Html.of("<span class=\"chip big {}\">{}</span>", kind, word);
    }

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

    /** What a ruling rests on, by names and in one line. */
    static String names(Ruling ruling, View view) {
        return distinct(ruling.grounds()).stream()
                .map(each -> LawTexts.citation(view.language(), each) + " " + LawTexts.name(view.language(), each))
                .collect(Collectors.joining(view.words().say("list.comma")));
    }

    private static Html ground(Provision ground, View view) {
        Words words = view.words();
        return Html.of(
                """
                <li><p><a href="{}"><strong>{}</strong></a> {}</p>
                <p class="hint">{} {} {}</p></li>""",
                view.href(LawTexts.page(ground.token())),
                LawTexts.citation(view.language(), ground),
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
                LawTexts.citation(view.language(), duty.provision()));
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
                                LawTexts.citation(view.language(), condition.provision()))));
    }

    static List<Provision> distinct(List<Provision> grounds) {
        return grounds.stream().distinct().toList();
    }

    /** The last ruling that the evidence has. */
    static Optional<Entry.RulingGiven> given(List<Dossier.Recorded> evidence) {
        return evidence.reversed().stream()
                .map(Dossier.Recorded::entry)
                .filter(Entry.RulingGiven.class::isInstance)
                .map(Entry.RulingGiven.class::cast)
                .findFirst();
    }

    /** A ruling as it was given: the verdict, for which day, by which data and provisions. */
    static Html given(Entry.RulingGiven given, View view) {
        Words words = view.words();
        return Html.of(
                "<p>{} {}</p>",
                chip(given.outcome(), words),
                words.html(
                        "exchange.given",
                        "day",
                        view.day(given.judgedFor()),
                        "lawData",
                        given.lawDataVersion(),
                        "provisions",
                        given.provisions().isEmpty() ? "–" : String.join(words.say("list.comma"), given.provisions())));
    }

    /** Whether the verdict is that of the ruling that was given. */
    static boolean isSame(Entry.RulingGiven given, Ruling now) {
        return given.outcome()
                == switch (now) {
                    case Ruling.Permitted _ -> Entry.Outcome.PERMITTED;
                    case Ruling.PermittedIf _ -> Entry.Outcome.PERMITTED_IF;
                    case Ruling.Forbidden _ -> Entry.Outcome.FORBIDDEN;
                    case Ruling.Undecided _ -> Entry.Outcome.UNDECIDED;
                };
    }

    /** For programs. */
    static Map<String, Object> data(Ruling ruling) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("outcome", ruling.outcome());
        data.put("judgedFor", ruling.judgedFor());
        data.put("lawData", ruling.lawData());
        data.put("confidence", ruling.confidence());
        data.put(
                "grounds",
                ruling.grounds().stream()
                        .map(each -> Map.of(
                                "token", each.token(),
                                "citation", each.citation(),
                                "citationJa", each.citationJa(),
                                "en", each.nameEn(),
                                "ja", each.nameJa()))
                        .toList());
        data.put(
                "duties",
                ruling.duties().stream()
                        .map(each ->
                                Map.of("id", each.id(), "who", each.who(), "en", each.whatEn(), "ja", each.whatJa()))
                        .toList());
        switch (ruling) {
            case Ruling.Permitted _ -> {}
            case Ruling.PermittedIf permitted -> data.put("conditions", data(permitted.conditions()));
            case Ruling.Forbidden forbidden -> data.put("cures", data(forbidden.cures()));
            case Ruling.Undecided undecided ->
                data.put(
                        "missing",
                        undecided.missingFacts().stream()
                                .map(each -> Map.of("id", each.id(), "en", each.textEn(), "ja", each.textJa()))
                                .toList());
        }
        return data;
    }

    private static List<Map<String, Object>> data(List<Condition> conditions) {
        return conditions.stream()
                .map(each -> Map.<String, Object>of("id", each.id(), "en", each.textEn(), "ja", each.textJa()))
                .toList();
    }
}
