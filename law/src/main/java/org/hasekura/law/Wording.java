package org.hasekura.law;

import java.util.List;

/**
 * What is said in both languages, with the places {@code {0}}, {@code {1}} and so on for values. They are filled when somebody
 * reads, since most rulings are never read.
 */
public record Wording(String en, String ja) {

    /** In English. Without values the places stay as they are. */
    String en(List<String> values) {
        return fill(en, values);
    }

    /** In Japanese. */
    String ja(List<String> values) {
        return fill(ja, values);
    }

    private static String fill(String template, List<String> values) {
        int open = values.isEmpty() ? -1 : template.indexOf('{');
        if (open < 0) {
            return template;
        }
        StringBuilder text = new StringBuilder(template.length() + 32 * values.size());
        int done = 0;
        for (; open >= 0; open = template.indexOf('{', done)) {
            int close = template.indexOf('}', open);
            text.append(template, done, open).append(values.get(Integer.parseInt(template, open + 1, close, 10)));
            done = close + 1;
        }
        return text.append(template, done, template.length()).toString();
    }
}
