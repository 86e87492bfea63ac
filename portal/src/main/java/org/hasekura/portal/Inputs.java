package org.hasekura.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form, each with its label, what was typed, and what is wrong with it.
 *
 * @param typed as it came back; where nothing came, what was there before is shown
 * @param wrong the words by the name of the field, which is its id, too
 */
record Inputs(Fields typed, Map<String, String> wrong) {

    Inputs {
        wrong = Map.copyOf(wrong);
    }

    static final Inputs FRESH = new Inputs(Fields.NONE, Map.of());

    /** What can be chosen: what is sent, and what is shown. */
    record Choice(String value, String shown) {}

    Html text(String name, String label, String before) {
        return field(
                name,
                label,
                Html.of(
                        "<input type=\"text\" id=\"{}\" name=\"{}\" value=\"{}\" maxlength=\"1000\">",
                        name,
                        name,
                        value(name, before)));
    }

    /** A text with suggestions; anything else may be written, too. */
    Html suggested(String name, String label, List<String> suggestions) {
        return field(
                name,
                label,
                Html.of(
                        "<input type=\"text\" id=\"{}\" name=\"{}\" value=\"{}\" maxlength=\"1000\" list=\"{}-list\"><datalist id=\"{}-list\">{}</datalist>",
                        name,
                        name,
                        value(name, ""),
                        name,
                        name,
                        Html.each(suggestions, each -> Html.of("<option value=\"{}\"></option>", each))));
    }

    Html area(String name, String label, String before) {
        return field(
                name,
                label,
                Html.of(
                        "<textarea id=\"{}\" name=\"{}\" maxlength=\"4000\">{}</textarea>",
                        name,
                        name,
                        value(name, before)));
    }

    Html day(String name, String label, String before) {
        return field(
                name,
                label,
                Html.of("<input type=\"date\" id=\"{}\" name=\"{}\" value=\"{}\">", name, name, value(name, before)));
    }

    Html file(String name, String label, String accept) {
        return field(
                name, label, Html.of("<input type=\"file\" id=\"{}\" name=\"{}\" accept=\"{}\">", name, name, accept));
    }

    Html select(String name, String label, List<Choice> choices, String before) {
        String chosen = value(name, before);
        return field(
                name,
                label,
                Html.of(
                        "<select id=\"{}\" name=\"{}\">{}</select>",
                        name,
                        name,
                        Html.each(
                                choices,
                                each -> Html.of(
                                        "<option value=\"{}\"{}>{}</option>",
                                        each.value(),
                                        Html.when(each.value().equals(chosen), () -> Html.of(" selected")),
                                        each.shown()))));
    }

    Html check(String name, String label, boolean before) {
        boolean isOn = typed.values().isEmpty() ? before : typed.has(name);
        return Html.of(
                "<div class=\"choice\"><input type=\"checkbox\" id=\"{}\" name=\"{}\" value=\"yes\"{}><label for=\"{}\">{}</label></div>",
                name,
                name,
                Html.when(isOn, () -> Html.of(" checked")),
                name,
                label);
    }

    private String value(String name, String before) {
        return typed.values().isEmpty() ? before : typed.text(name).orElse("");
    }

    private Html field(String name, String label, Html input) {
        Optional<String> bad = Optional.ofNullable(wrong.get(name));
        return Html.of(
                "<div class=\"field{}\"><label for=\"{}\">{}</label>{}{}</div>",
                bad.isPresent() ? " wrong" : "",
                name,
                label,
                Html.when(bad, each -> Html.of("<p class=\"wrong-words\">{}</p>", each)),
                input);
    }
}
