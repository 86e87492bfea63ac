package org.hasekura.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Purpose;

/**
 * The purposes of a constraint, chosen in words: those of the law, those that stand there already, and any other as its own
 * identifier. Where the constraint takes one purpose it is one of a list, otherwise each has a box.
 */
final class PurposeChoice {

    private static final String OTHER = "-other";

    private PurposeChoice() {}

    static boolean isOf(Constraint.Atomic constraint) {
        return constraint.leftOperand().equals("purpose");
    }

    /** What was chosen, in one text as a field would have it; where one is taken, that of one's own words comes first. */
    static String typed(String field, Constraint.Atomic constraint, Fields form) {
        Stream<String> own = form.text(field + OTHER).stream();
        if (!takesMany(constraint)) {
            return Stream.concat(own, form.all(field).stream()).findFirst().orElse("");
        }
        return Stream.concat(form.all(field).stream(), own)
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static boolean takesMany(Constraint.Atomic constraint) {
        return switch (constraint.operator()) {
            case IS_ANY_OF, IS_ALL_OF, IS_NONE_OF -> true;
            default -> constraint.rightOperand().size() > 1;
        };
    }

    /** A purpose in the reader's words: what the parties have said more exactly than the law stands behind its code. */
    static String shown(String purpose, Collection<String> known, Language language) {
        String code = purpose.startsWith(Purpose.IRI) ? purpose.substring(Purpose.IRI.length()) : purpose;
        String[] parts = code.split(":", 2);
        if (!known.contains(parts[0])) {
            return purpose;
        }
        String words = LawTexts.code(language, parts[0]);
        if (parts.length < 2) {
            return words;
        }
        // The general purpose says nothing beside the parties' own words, as in the sentence of the terms.
        return parts[0].equals("general") ? parts[1] : words + ": " + parts[1];
    }

    /**
     * The fields.
     *
     * @param known the purposes of the law, as codes
     */
    static Html html(String field, Constraint.Atomic constraint, Collection<String> known, Words words) {
        var choices = new LinkedHashSet<>(constraint.rightOperand());
        List<String> there =
                constraint.rightOperand().stream().map(Purpose::compact).toList();
        known.stream()
                .filter(each -> !there.contains(each))
                .map(each -> Purpose.IRI + each)
                .forEach(choices::add);
        return Html.all(
                takesMany(constraint)
                        ? boxes(field, constraint, choices, known, words)
                        : list(field, constraint, choices, known, words),
                Html.of(
                        "<div class=\"field\"><label for=\"{}{}\">{}</label><input type=\"text\" id=\"{}{}\" name=\"{}{}\" maxlength=\"300\"></div>",
                        field,
                        OTHER,
                        words.say("counter.purpose-other"),
                        field,
                        OTHER,
                        field,
                        OTHER));
    }

    private static Html list(
            String field,
            Constraint.Atomic constraint,
            Collection<String> choices,
            Collection<String> known,
            Words words) {
        var options = new ArrayList<Html>();
        for (String each : choices) {
            options.add(Html.of(
                    "<option value=\"{}\"{}>{}</option>",
                    each,
                    Html.when(constraint.rightOperand().contains(each), () -> Html.of(" selected")),
                    shown(each, known, words.language())));
        }
        options.add(Html.of(
                "<option value=\"\"{}>{}</option>",
                Html.when(constraint.rightOperand().isEmpty(), () -> Html.of(" selected")),
                words.say("counter.purpose-any")));
        return Html.of(
                "<select id=\"{}\" name=\"{}\" aria-describedby=\"{}-hint\">{}</select>",
                field,
                field,
                field,
                Html.all(options));
    }

    /** The empty value goes first, so that no box at all is an answer, too. */
    private static Html boxes(
            String field,
            Constraint.Atomic constraint,
            Collection<String> choices,
            Collection<String> known,
            Words words) {
        var boxes = new ArrayList<Html>();
        for (String each : choices) {
            String id = field + "-" + boxes.size();
            boxes.add(Html.of(
                    "<div class=\"choice\"><input type=\"checkbox\" id=\"{}\" name=\"{}\" value=\"{}\"{}><label for=\"{}\">{}</label></div>",
                    id,
                    field,
                    each,
                    Html.when(constraint.rightOperand().contains(each), () -> Html.of(" checked")),
                    id,
                    shown(each, known, words.language())));
        }
        return Html.of(
                "<input type=\"hidden\" name=\"{}\" value=\"\"><div class=\"choices\" id=\"{}\" role=\"group\" aria-describedby=\"{}-hint\">{}</div>",
                field,
                field,
                field,
                Html.all(boxes));
    }
}
