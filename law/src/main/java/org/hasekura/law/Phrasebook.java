package org.hasekura.law;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the law speaks to people in one language: headings, what codes mean, names of countries, the questions of a trace. */
public final class Phrasebook {
    private final Words words;
    private final Map<String, Phrase> codes;
    private final TraceTexts traces;

    /** The same in both languages. */
    record Phrase(String en, String ja) {}

    Phrasebook(Words words, Map<String, Phrase> codes, TraceTexts traces) {
        this.words = words;
        this.codes = codes;
        this.traces = traces;
    }

    /** Japanese for that language, otherwise English. */
    public static Phrasebook load(Locale language) {
        try {
            return PhrasebookJson.packaged(language);
        } catch (LawDataException e) {
            throw new IllegalStateException("the packaged meanings of codes are broken: " + e.getMessage(), e);
        }
    }

    /** The phrase of that name, with its blanks filled in; a name that is not there is our own error. */
    String say(String name, Object... values) {
        return words.say(
                "explain." + name, Arrays.stream(values).map(Object::toString).toArray());
    }

    /** What a code of the vocabulary means; a code without words stands for itself. */
    public String code(String code) {
        return Optional.ofNullable(codes.get(code))
                .map(phrase -> of(phrase.en(), phrase.ja()))
                .orElse(code);
    }

    boolean hasCode(String code) {
        return codes.containsKey(code);
    }

    /** One of two texts, such as the two names of a provision. */
    String of(String english, String japanese) {
        return words.japanese() ? japanese : english;
    }

    /** Name of a country by its code of two letters. */
    String country(String iso) {
        return switch (iso) {
            case "EPO", "XK" -> say("country-" + iso);
            default -> Locale.of("", iso).getDisplayCountry(language());
        };
    }

    /** The legal order that asked: by its own name, or by that of its country. */
    String order(String order) {
        return traces.hasOrder(order) ? traces.order(order, language()) : country(order);
    }

    String question(Step step) {
        String question = traces.question(step, language());
        return words.japanese() ? question + "？" : question;
    }

    String answer(Step step) {
        return traces.answer(step, language());
    }

    Locale language() {
        return words.language();
    }
}
