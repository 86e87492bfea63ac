package org.hasekura.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.exchange.Described;
import org.hasekura.exchange.Qualification;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Terms;
import org.hasekura.policy.TermsText;

/** How what is on offer stands on pages: titles in the reader's language, terms as a sentence, whether one qualifies. */
final class Shown {

    private Shown() {}

    /** What is said in this language; if nothing is, in another, marked with its own. */
    static Html text(Map<String, String> byLanguage, String otherwise, Language language) {
        return Stream.of(language.code(), "en", "ja", "und")
                .filter(byLanguage::containsKey)
                .findFirst()
                .or(() -> byLanguage.keySet().stream().sorted().findFirst())
                .map(tag -> tag.equals(language.code()) || tag.equals("und")
                        ? Html.text(byLanguage.getOrDefault(tag, otherwise))
                        : Html.of("<span lang=\"{}\">{}</span>", tag, byLanguage.getOrDefault(tag, otherwise)))
                .orElseGet(() -> Html.text(otherwise));
    }

    static Html title(Described dataset, Language language) {
        return text(dataset.titles(), dataset.id(), language);
    }

    static String terms(Offer offer, Language language) {
        return language == Language.JA ? TermsText.japanese(offer.terms()) : TermsText.english(offer.terms());
    }

    /** A theme by its code; one of another list by its address. */
    static String theme(String theme, Words words) {
        String key = "theme." + theme.toLowerCase(Locale.ROOT).replace('_', '-');
        return words.knows(key) ? words.say(key) : theme;
    }

    static Html chip(Optional<Qualification> qualification, Words words) {
        return Html.when(qualification, each -> switch (each) {
            case Qualification.Qualifies _ ->
                Html.of("<span class=\"chip good\">{}</span>", words.say("find.qualifies"));
            case Qualification.Open _ -> Html.of("<span class=\"chip warn\">{}</span>", words.say("find.open"));
            case Qualification.Refused _ -> Html.of("<span class=\"chip bad\">{}</span>", words.say("find.refused"));
        });
    }

    /** What follows, what is missing, or why not. */
    static Html why(Qualification qualification, List<Terms> terms, Words words) {
        return switch (qualification) {
            case Qualification.Qualifies(var duties) -> list("find.duties", duties, terms, words);
            case Qualification.Open(var missing) -> list("find.missing", missing, terms, words);
            case Qualification.Refused(var reasons) -> list("find.reasons", reasons, terms, words);
        };
    }

    /** The sentences are those of evidence and messages. */
    private static Html list(String key, List<String> sentences, List<Terms> terms, Words words) {
        return Html.when(
                !sentences.isEmpty(),
                () -> Html.of(
                        "<p>{}</p><ul>{}</ul>",
                        words.say(key),
                        Html.each(
                                sentences, sentence -> Html.of("<li>{}</li>", Reasons.html(sentence, terms, words)))));
    }
}
