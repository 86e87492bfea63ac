package org.hasekura.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.exchange.Reason;
import org.hasekura.law.Law;
import org.hasekura.law.Provision;
import org.hasekura.law.ProvisionSearch;
import org.hasekura.law.Wording;
import org.hasekura.policy.FindingText;
import org.hasekura.policy.Terms;

/**
 * Why something ended or waits, in the reader's language. The protocol speaks English, also between two nodes whose people do
 * not: a sentence that an engine says is known again by the English message {@code says.…}, and said in the other language
 * with what stood in its places. What people have written, and what other software says, stays as it is and is marked as such.
 */
final class Reasons {

    /** Longer ones are none of ours. */
    private static final int SENTENCE_MAX = 2_000;

    /** A sentence with fewer letters of its own says only what stands in its places, and would fit any other. */
    private static final int FIRM_MIN = 8;

    /** Places in which a word of ours stands: {@code term.…} names it. */
    private static final Set<String> TERMS = Set.of("fact", "message", "process", "role", "side", "state", "what");

    /** The place in which a provision stands as the law data cite it in English. */
    private static final String CITATION = "citation";

    private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z]*|[0-9])\\}");

    private Reasons() {}

    /** The sentences of an engine and of the law; made when the first is looked for. */
    private static final class Sentences {
        static final List<Known> ALL = Stream.concat(
                        Words.in(Language.EN).messages().entrySet().stream()
                                .filter(each -> each.getKey().startsWith("says."))
                                .map(each -> known(
                                        each.getValue(),
                                        new InWords(each.getKey().substring("says.".length())))),
                        Law.load().wordings().stream()
                                .filter(each ->
                                        PLACE.matcher(each.en()).replaceAll("").length() >= FIRM_MIN)
                                .map(each -> known(each.en(), new OfLaw(each))))
                // Words that stand firm come before those that any text fits.
                .sorted(Comparator.comparingInt((Known each) -> each.places().size())
                        .thenComparingInt(each -> -each.sentence().pattern().length()))
                .toList();
    }

    /** How Japanese cites what English cites so; made when the first is looked for. */
    private static final class Cited {
        static final Map<String, String> IN_JAPANESE = ProvisionSearch.everything(Law.load()).stream()
                .map(ProvisionSearch.Found::provision)
                .collect(Collectors.toUnmodifiableMap(
                        Provision::citation, each -> each.citation(Locale.JAPANESE), (first, _) -> first));
    }

    /**
     * A sentence that is known.
     *
     * @param places their names, in the order of the English sentence
     */
    private record Known(Pattern sentence, List<String> places, Otherwise otherwise) {}

    /** How a known sentence is said, with what stands in its places. */
    private sealed interface Otherwise {
        String say(Map<String, String> values, Words words);
    }

    /** By a message of the catalogue. */
    private record InWords(String name) implements Otherwise {
        @Override
        public String say(Map<String, String> values, Words words) {
            var places = new ArrayList<Object>();
            values.forEach((name, value) -> {
                places.add(name);
                places.add(value);
            });
            return words.say("says." + name, places.toArray());
        }
    }

    /** By the law data. */
    private record OfLaw(Wording wording) implements Otherwise {
        @Override
        public String say(Map<String, String> values, Words words) {
            return PLACE.matcher(LawTexts.either(words.language(), wording.en(), wording.ja()))
                    .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
        }
    }

    private static Known known(String message, Otherwise otherwise) {
        var pattern = new StringBuilder();
        var places = new ArrayList<String>();
        Matcher place = PLACE.matcher(message);
        int from = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(message.substring(from, place.start())))
                    .append("(.{1,2000}?)");
            places.add(place.group(1));
            from = place.end();
        }
        pattern.append(Pattern.quote(message.substring(from)));
        return new Known(Pattern.compile(pattern.toString(), Pattern.DOTALL), places, otherwise);
    }

    /** What the sentence says in this language; empty when it is none of ours. */
    static Optional<String> said(String sentence, Words words) {
        if (sentence.length() > SENTENCE_MAX) {
            return Optional.empty();
        }
        for (Known each : Sentences.ALL) {
            Matcher match = each.sentence().matcher(sentence);
            if (match.matches()) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int at = 0; at < each.places().size(); at++) {
                    String value = match.group(at + 1);
                    values.put(each.places().get(at), within(each.places().get(at), value, words));
                }
                return Optional.of(each.otherwise().say(values, words));
            }
        }
        return Optional.empty();
    }

    /** What stands in a place: a word of ours, another sentence, as a refusal has what would cure it, or a text as it is. */
    private static String within(String place, String value, Words words) {
        String term = "term." + value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        if (TERMS.contains(place) && words.knows(term)) {
            return words.say(term);
        }
        if (place.equals(CITATION) && words.language() == Language.JA) {
            return Cited.IN_JAPANESE.getOrDefault(value, value);
        }
        return value.indexOf(' ') < 0 ? value : said(value, words).orElse(value);
    }

    /** A sentence about terms that are at hand; otherwise as {@link #html(String, Words)}. */
    static Html html(String sentence, List<Terms> terms, Words words) {
        Optional<String> finding = words.language() == Language.JA
                ? terms.stream()
                        .flatMap(each -> FindingText.japanese(sentence, each).stream())
                        .findFirst()
                : Optional.empty();
        return finding.map(Html::text).orElseGet(() -> html(sentence, words));
    }

    /** As one text, for a place that has no marks. */
    static String text(Reason reason, Words words) {
        return reason.sentences().stream()
                .map(each -> text(each, words))
                .collect(Collectors.joining(words.say("list.semicolon")));
    }

    /** A sentence, as one text, for a place that has no marks. */
    static String text(String sentence, Words words) {
        return said(sentence, words).orElse(sentence);
    }

    /** A sentence; marked as foreign where it is not in the reader's language. */
    static Html html(String sentence, Words words) {
        return said(sentence, words)
                .map(Html::text)
                .orElseGet(() -> isJapanese(sentence)
                        ? Html.of("<span lang=\"ja\">{}</span>", sentence)
                        : Html.of("<span lang=\"en\">{}</span>", sentence));
    }

    private static boolean isJapanese(String text) {
        return text.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .anyMatch(each -> each == Character.UnicodeScript.HIRAGANA
                        || each == Character.UnicodeScript.KATAKANA
                        || each == Character.UnicodeScript.HAN);
    }
}
