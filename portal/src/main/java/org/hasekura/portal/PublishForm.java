package org.hasekura.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The form of a dataset: what it is, where it lies, who may have it on which terms. */
final class PublishForm {

    private PublishForm() {}

    static Html html(PublishPage page, List<String> answerings, View view) {
        Words words = view.words();
        Fields form = page.form();
        return view.form(
                "/publish",
                Html.of(
                        """
                        <h2>{}</h2>{}{}{}{}{}{}{}{}
                        <h2>{}</h2><p>{}</p>{}{}{}
                        <h2>{}</h2>{}{}{}{}
                        <button>{}</button>""",
                        words.say("publish.describe"),
                        input(page, "id", "find.id", "publish.id-hint", view),
                        input(page, "title-en", "publish.title-en", "", view),
                        input(page, "title-ja", "publish.title-ja", "", view),
                        area(form, "description-en", "publish.description-en", view),
                        area(form, "description-ja", "publish.description-ja", view),
                        select(
                                "what",
                                "send.data",
                                List.of(What.values()).stream()
                                        .map(Sending::slug)
                                        .toList(),
                                Sending.slug(page.publication().what()),
                                each -> words.word(
                                        "what",
                                        What.valueOf(each.toUpperCase(java.util.Locale.ROOT)
                                                .replace('-', '_'))),
                                view),
                        select(
                                "theme",
                                "facet.theme",
                                with(PublishPage.themes()),
                                form.text("theme").orElse(""),
                                each -> each.isEmpty() ? words.say("send.none") : Shown.theme(each, words),
                                view),
                        input(page, "licence", "facet.licence", "publish.licence-hint", view),
                        words.say("publish.source"),
                        words.say("publish.source-why"),
                        input(page, "file", "publish.file", "publish.file-hint", view),
                        area(form, "text", "publish.text", view),
                        input(page, "address", "publish.address", "publish.address-hint", view),
                        words.say("publish.terms"),
                        select(
                                "purpose",
                                "publish.purpose",
                                with(page.law().codes("purposeCode")),
                                page.publication().purpose(),
                                each -> each.isEmpty()
                                        ? words.say("publish.any")
                                        : LawTexts.code(view.language(), each),
                                view),
                        countries(page, view),
                        Html.of(
                                "<div class=\"field\"><label for=\"until\">{}</label><input type=\"date\" id=\"until\" name=\"until\" value=\"{}\"></div>",
                                words.say("publish.until"),
                                page.publication()
                                        .until()
                                        .map(LocalDate::toString)
                                        .orElse("")),
                        select(
                                "answering",
                                "publish.answering",
                                answerings,
                                page.publication().answering(),
                                each -> words.say("publish.answering." + each),
                                view),
                        words.say("publish.to-check")));
    }

    private static List<String> with(java.util.Collection<String> codes) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(""), codes.stream())
                .toList();
    }

    private static Html input(PublishPage page, String name, String key, String hint, View view) {
        Words words = view.words();
        Optional<String> wrong = page.problems().stream()
                .filter(each -> name.equals(each)
                        || name.equals(each + "-en")
                        || (name.equals("file") && each.equals("source")))
                .findFirst();
        return Html.of(
                "<div class=\"field{}\"{}><label for=\"{}\">{}</label>{}{}<input id=\"{}\" name=\"{}\" value=\"{}\" maxlength=\"2000\"></div>",
                wrong.isPresent() ? " wrong" : "",
                Html.when(wrong.filter(each -> !each.equals(name)), each -> Html.of(" id=\"{}\"", each)),
                name,
                words.say(key),
                Html.when(!hint.isEmpty(), () -> Html.of("<p class=\"hint\">{}</p>", words.say(hint))),
                Html.when(
                        wrong, each -> Html.of("<p class=\"wrong-words\">{}</p>", words.say("publish.wrong." + each))),
                name,
                name,
                page.form().text(name).orElse(""));
    }

    private static Html area(Fields form, String name, String key, View view) {
        return Html.of(
                "<div class=\"field\"><label for=\"{}\">{}</label><textarea id=\"{}\" name=\"{}\">{}</textarea></div>",
                name,
                view.words().say(key),
                name,
                name,
                form.text(name).orElse(""));
    }

    private static Html select(
            String name,
            String key,
            List<String> values,
            String chosen,
            java.util.function.Function<String, String> shown,
            View view) {
        return Html.of(
                "<div class=\"field\"><label for=\"{}\">{}</label><select id=\"{}\" name=\"{}\">{}</select></div>",
                name,
                view.words().say(key),
                name,
                name,
                Html.each(
                        values,
                        each -> Html.of(
                                "<option value=\"{}\"{}>{}</option>",
                                each,
                                each.equals(chosen) ? Html.of(" selected") : "",
                                shown.apply(each))));
    }

    private static Html countries(PublishPage page, View view) {
        Words words = view.words();
        List<String> countries = java.util.stream.Stream.concat(
                        Publication.TRIED.stream(), page.publication().countries().stream())
                .distinct()
                .toList();
        return Html.of(
                "<fieldset id=\"country\"><legend>{}</legend><p class=\"hint\">{}</p><div class=\"choices\">{}</div></fieldset>",
                words.say("publish.countries"),
                words.say("publish.countries-hint"),
                Html.each(
                        countries,
                        each -> Html.of(
                                "<div class=\"choice\"><input type=\"checkbox\" id=\"in-{}\" name=\"country\" value=\"{}\"{}><label for=\"in-{}\">{}</label></div>",
                                each,
                                each,
                                page.publication().countries().contains(each) ? Html.of(" checked") : "",
                                each,
                                words.country(each))));
    }
}
