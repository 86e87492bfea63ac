package org.hasekura.portal;

import java.util.Map;
import java.util.Set;

/** Pieces that several pages are made of. */
final class Parts {

    private static final Set<String> ANSWERS = Set.of("csrf", "confirmed", "change");

    private Parts() {}

    /**
     * What is wrong with a form, at its top: read first, with a way to each field.
     *
     * @param wrong the words by the id of the field they are about
     */
    static Html errors(Map<String, String> wrong, Words words) {
        return Html.when(
                !wrong.isEmpty(),
                () -> Html.of(
                        "<div class=\"notice errors\" role=\"alert\" tabindex=\"-1\"><h2>{}</h2><ul>{}</ul></div>",
                        words.say("form.problem"),
                        Html.each(
                                wrong.entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .toList(),
                                (Map.Entry<String, String> each) ->
                                        Html.of("<li><a href=\"#{}\">{}</a></li>", each.getKey(), each.getValue()))));
    }

    /** What was typed, carried on by a form that only asks whether to go on: everything but the answers to that. */
    static Html hidden(Fields typed) {
        return Html.each(
                typed.values().entrySet().stream()
                        .filter(each -> !ANSWERS.contains(each.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .toList(),
                each -> Html.of(
                        "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                        each.getKey(),
                        each.getValue().getFirst()));
    }
}
