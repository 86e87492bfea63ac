package org.hasekura.law;

import java.util.List;

/**
 * A fact that is missing, or a code that is not known: what has to be established before anyone may decide.
 *
 * @param name of its kind
 * @param about what this one is about; whoever has answered it is not asked again
 * @param values what a ruling fills into the wording, such as the day
 */
public record Question(String name, List<String> about, Wording wording, List<String> values) {

    /** A question in its own words, as others than the law ask it. */
    public static Question of(String id, String textEn, String textJa) {
        return new Question(id, List.of(), new Wording(textEn, textJa), List.of());
    }

    /** The name with what it is about, such as {@code 49-fact:occasional}. */
    public String id() {
        return about.isEmpty() ? name : name + ":" + String.join(":", about);
    }

    /** In English. */
    public String textEn() {
        return wording.en(values);
    }

    /** In Japanese. */
    public String textJa() {
        return wording.ja(values);
    }

    /** The same question, about no more than this: a day or a text that only tells more makes no new question. */
    Question about(String what) {
        return new Question(name, List.of(what), wording, values);
    }
}
