package org.hasekura.law;

import java.util.List;
import java.util.Locale;

/**
 * One question that was asked on the way to a ruling.
 *
 * @param order the legal order that asked, such as {@code EU} or {@code JP}
 * @param question what was asked, such as {@code adequacy}
 * @param answer what the facts and the law data answered, such as {@code yes}
 * @param values what the text of the answer has a place for, such as the citation of the decision
 * @param valuesJa the same for the text in Japanese
 */
public record Step(String order, String question, String answer, List<String> values, List<String> valuesJa) {
    public Step {
        values = List.copyOf(values);
        valuesJa = List.copyOf(valuesJa);
    }

    /** One whose values read the same in every language. */
    public Step(String order, String question, String answer, List<String> values) {
        this(order, question, answer, values, values);
    }

    /** The values as they stand in a text of that language. */
    List<String> values(Locale language) {
        return language.getLanguage().equals("ja") ? valuesJa : values;
    }
}
