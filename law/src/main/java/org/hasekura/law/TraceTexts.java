package org.hasekura.law;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the steps of a {@link Trace} say to people, in English and Japanese. The texts are data; a step that has none is shown by its
 * ids, and a test holds every step of the rules to having one.
 */
public final class TraceTexts {
    private final Map<String, Words> orders;
    private final Map<String, Asked> questions;

    /** One text in both languages. */
    record Words(String en, String ja) {
        String in(Locale language) {
            return language.getLanguage().equals("ja") ? ja : en;
        }
    }

    /** A question with its answers by id. */
    record Asked(Words question, Map<String, Words> answers) {}

    TraceTexts(Map<String, Words> orders, Map<String, Asked> questions) {
        this.orders = Map.copyOf(orders);
        this.questions = Map.copyOf(questions);
    }

    /** The packaged texts. */
    public static TraceTexts load() {
        try {
            return TraceTextsJson.packaged();
        } catch (LawDataException e) {
            throw new IllegalStateException("the packaged texts are broken: " + e.getMessage(), e);
        }
    }

    /** The legal order that asked; the code itself for one that has no text. Japanese for that language, else English. */
    public String order(String order, Locale language) {
        return Optional.ofNullable(orders.get(order))
                .map(words -> words.in(language))
                .orElse(order);
    }

    /** What was asked. */
    public String question(Step step, Locale language) {
        return Optional.ofNullable(questions.get(step.question()))
                .map(asked -> asked.question().in(language))
                .orElse(step.question());
    }

    /** What was answered, with its values filled in. */
    public String answer(Step step, Locale language) {
        return words(step)
                .map(words -> filled(words.in(language), step.values(language)))
                .orElseGet(() -> step.values().isEmpty() ? step.answer() : step.answer() + " " + step.values());
    }

    /** Whether the step has texts of its own. */
    boolean has(Step step) {
        return words(step).isPresent();
    }

    boolean hasOrder(String order) {
        return orders.containsKey(order);
    }

    private Optional<Words> words(Step step) {
        return Optional.ofNullable(questions.get(step.question()))
                .flatMap(asked -> Optional.ofNullable(asked.answers().get(step.answer())));
    }

    private static String filled(String template, List<String> values) {
        String text = template;
        for (int i = 0; i < values.size(); i++) {
            text = text.replace("{" + i + "}", values.get(i));
        }
        return text;
    }
}
