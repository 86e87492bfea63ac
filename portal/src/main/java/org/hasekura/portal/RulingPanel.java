package org.hasekura.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.law.Condition;
import org.hasekura.law.Duty;
import org.hasekura.law.Provision;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;

/**
 * A ruling as people read it: the verdict; because of what; what has to be done; what would change it. A refusal by law is
 * no error: it is an answer with grounds.
 */
final class RulingPanel {

    private RulingPanel() {}

    static Html html(Ruling ruling, View view) {
        Words words = view.words();
        return Html.of(
                """
                <p class="verdict">{}</p>
                <p class="faint">{}</p>
                {}
                {}
                {}""",
                chip(ruling, words),
                words.html(
                        "ruling.judged",
                        "day",
                        view.day(ruling.judgedFor()),
                        "lawData",
                        ruling.lawData(),
                        "confidence",
                        words.word("ruling.confidence", ruling.confidence())),
                because(ruling.grounds(), view),
                duties(ruling.duties(), words),
                changes(ruling, words));
    }

    static Html chip(Ruling ruling, Words words) {
        return switch (ruling) {
            case Ruling.Permitted permitted ->
                permitted.duties().isEmpty()
                        ? chip("good", words.say("ruling.permitted"))
                        : chip(
                                "good",
                                words.count(
                                        "ruling.permitted-with-duties",
                                        permitted.duties().size()));
            case Ruling.PermittedIf _ -> chip("warn", words.say("ruling.permitted-if"));
            case Ruling.Forbidden _ -> chip("bad", words.say("ruling.forbidden"));
            case Ruling.Undecided _ -> chip("warn", words.say("ruling.undecided"));
        };
    }

    /** The last ruling that the evidence has. */
    static Optional<Entry.RulingGiven> given(List<Dossier.Recorded> evidence) {
        return evidence.reversed().stream()
                .map(Dossier.Recorded::entry)
                .filter(Entry.RulingGiven.class::isInstance)
                .map(Entry.RulingGiven.class::cast)
                .findFirst();
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

    static Html chip(Entry.Outcome outcome, Words words) {
        return switch (outcome) {
            case PERMITTED -> chip("good", words.say("ruling.permitted"));
            case PERMITTED_IF -> chip("warn", words.say("ruling.permitted-if"));
            case FORBIDDEN -> chip("bad", words.say("ruling.forbidden"));
            case UNDECIDED -> chip("warn", words.say("ruling.undecided"));
        };
    }

    private static Html chip(String kind, String word) {
        return Html.of("<span class=\"chip big {}\">{}</span>", kind, word);
    }

    private static Html because(List<Provision> grounds, View view) {
        Words words = view.words();
        return Html.when(
                !grounds.isEmpty(),
                () -> Html.of(
                        "<h3>{}</h3><ul class=\"grounds\">{}</ul>",
                        words.say("ruling.because"),
                        Html.each(grounds, (Provision ground) -> ground(ground, view))));
    }

    private static Html ground(Provision ground, View view) {
        Words words = view.words();
        boolean isJapanese = words.language() == Language.JA;
        return Html.of(
                "<li><strong>{}</strong> <span class=\"faint\">{}</span><br>{}<span class=\"hint\">{}{}{}</span></li>",
                isJapanese ? ground.nameJa() : ground.nameEn(),
                ground.citation(),
                Html.when(
                        isJapanese ? Optional.of(ground.nameEn()) : Optional.<String>empty(),
                        english -> Html.of("<span lang=\"en\" class=\"hint\">{}</span> ", english)),
                Html.when(ground.inForceFrom(), from -> words.html("ruling.in-force-from", "day", view.day(from))),
                Html.when(
                        ground.inForceTo(),
                        to -> Html.of(" {}", words.html("ruling.in-force-to", "day", view.day(to)))),
                Html.when(
                        ground.url().flatMap(Links::outside),
                        url -> Html.of(
                                " · <a href=\"{}\" rel=\"noreferrer\">{}</a>",
                                url,
                                words.say("ruling.official-text"))));
    }

    private static Html duties(List<Duty> duties, Words words) {
        return Html.when(
                !duties.isEmpty(),
                () -> Html.of(
                        "<h3>{}</h3><ul class=\"tasks\">{}</ul>",
                        words.say("ruling.duties"),
                        Html.each(duties, (Duty duty) -> duty(duty, words))));
    }

    private static Html duty(Duty duty, Words words) {
        boolean isJapanese = words.language() == Language.JA;
        return Html.of(
                "<li><div>{}<p class=\"hint\">{} · {}</p></div><span class=\"chip plain\">{}</span></li>",
                isJapanese ? duty.whatJa() : duty.whatEn(),
                duty.provision().citation(),
                words.say(
                        "terms.until",
                        "until",
                        isJapanese ? duty.until().textJa() : duty.until().textEn()),
                TermsPanel.who(duty.who(), words));
    }

    private static Html changes(Ruling ruling, Words words) {
        return switch (ruling) {
            case Ruling.Permitted _ -> Html.NOTHING;
            case Ruling.PermittedIf permitted ->
                conditions(words.say("ruling.conditions"), permitted.conditions(), words);
            case Ruling.Forbidden forbidden -> conditions(words.say("ruling.cures"), forbidden.cures(), words);
            case Ruling.Undecided undecided ->
                Html.of(
                        "<h3>{}</h3><ul>{}</ul>",
                        words.say("ruling.missing"),
                        Html.each(
                                undecided.missingFacts(),
                                (Question question) -> Html.of(
                                        "<li>{}</li>",
                                        words.language() == Language.JA ? question.textJa() : question.textEn())));
        };
    }

    private static Html conditions(String head, List<Condition> conditions, Words words) {
        return Html.when(
                !conditions.isEmpty(),
                () -> Html.of(
                        "<h3>{}</h3><ul class=\"tasks\">{}</ul>",
                        head,
                        Html.each(
                                conditions,
                                (Condition condition) -> Html.of(
                                        "<li><div>{}<p class=\"hint\">{}</p></div></li>",
                                        words.language() == Language.JA ? condition.textJa() : condition.textEn(),
                                        condition.provision().citation()))));
    }

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
