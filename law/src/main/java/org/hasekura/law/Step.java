package org.hasekura.law;

import java.util.List;

/**
 * One question that was asked on the way to a ruling.
 *
 * @param order the legal order that asked, such as {@code EU} or {@code JP}
 * @param question what was asked, such as {@code adequacy}
 * @param answer what the facts and the law data answered, such as {@code yes}
 * @param values what the text of the answer has a place for, such as the citation of the decision
 */
public record Step(String order, String question, String answer, List<String> values) {
    public Step {
        values = List.copyOf(values);
    }
}
