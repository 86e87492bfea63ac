package org.hasekura.law;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words around a ruling, in one language: headings, codes of facts, names of countries. They stand in {@code words.json}. */
public final class Wording {
    private final Locale language;
    private final Map<String, Phrase> phrases;
    private final Map<String, Phrase> codes;
    private final TraceTexts traces;

    /** The same in both languages. */
    record Phrase(String en, String ja) {
        String in(Locale language) {
            return language.getLanguage().equals("ja") ? ja : en;
        }
    }

    Wording(Locale language, Map<String, Phrase> phrases, Map<String, Phrase> codes, TraceTexts traces) {
        this.language = language.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
        this.phrases = phrases;
        this.codes = codes;
        this.traces = traces;
    }

    /** Japanese for that language, otherwise English. */
    public static Wording load(Locale language) {
        try {
            return WordingJson.packaged(language);
        } catch (LawDataException e) {
            throw new IllegalStateException("the packaged words are broken: " + e.getMessage(), e);
        }
    }

    public boolean isJapanese() {
        return language.equals(Locale.JAPANESE);
    }

    /** The phrase of that id, with {@code {0}}, {@code {1}} … filled in; an id that is not there is our own error. */
    public String say(String id, Object... values) {
        Phrase phrase = phrases.get(id);
        if (phrase == null) {
            throw new IllegalStateException("words.json has no phrase `" + id + "`");
        }
        String text = phrase.in(language);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    /** What a code of the vocabulary means; a code without words stands for itself. */
    public String code(String code) {
        return Optional.ofNullable(codes.get(code))
                .map(phrase -> phrase.in(language))
                .orElse(code);
    }

    boolean hasCode(String code) {
        return codes.containsKey(code);
    }

    /** One of two texts, such as the two names of a provision. */
    public String of(String english, String japanese) {
        return isJapanese() ? japanese : english;
    }

    /** Name of a country by its code of two letters. */
    public String country(String iso) {
        return switch (iso) {
            case "EPO" -> say("country-EPO");
            case "XK" -> say("country-XK");
            default -> Locale.of("", iso).getDisplayCountry(language);
        };
    }

    /** The legal order that asked: by its own name, or by that of its country. */
    public String order(String order) {
        return traces.hasOrder(order) ? traces.order(order, language) : country(order);
    }

    public String question(Step step) {
        return traces.question(step, language);
    }

    public String answer(Step step) {
        return traces.answer(step, language);
    }

    Locale language() {
        return language;
    }
}
