package org.hasekura.portal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hasekura.exchange.Description;

/** The form of a dataset: what it is, where it lies, who may have it on which terms. */
final class PublishForm {

    private PublishForm() {}

    static Html html(PublishPage page, List<String> answerings, View view) {
        Words words = view.words();
        return view.fileForm(
                "/publish",
                Html.of(
                        """
                        <button class="hidden" tabindex="-1" aria-hidden="true"></button>
                        {}<h2>{}</h2>{}
                        <h2>{}</h2><p>{}</p>{}
                        <h2>{}</h2><p>{}</p>{}
                        <h2>{}</h2>{}
                        <h2>{}</h2>{}
                        <div class="acts"><button>{}</button><button class="second" name="save" value="yes">{}</button></div>""",
                        opened(page.form()),
                        words.say("publish.describe"),
                        described(page, view),
                        words.say("publish.source"),
                        words.say("publish.source-why"),
                        source(page, view),
                        words.say("records.title"),
                        words.say("records.why"),
                        records(page, view),
                        words.say("publish.terms"),
                        terms(page, answerings, view),
                        words.say("seen.title"),
                        page.publication()
                                .onlookers()
                                .html(page.register(), view, page.problems().contains("seen-by")),
                        words.say("publish.to-check"),
                        words.say("publish.save")));
    }

    /** With what it was opened. */
    private static Html opened(Fields form) {
        return Html.each(
                List.of(PublishPage.DRAFT, PublishPage.OFFERED),
                name -> Html.when(
                        form.text(name), id -> Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, id)));
    }

    private static Html described(PublishPage page, View view) {
        Words words = view.words();
        Fields form = page.form();
        return Html.all(
                input(page, "id", "find.id", "publish.id-hint", view),
                input(page, "title-en", "publish.title-en", "", view),
                input(page, "title-ja", "publish.title-ja", "", view),
                area(form, "description-en", "publish.description-en", view),
                area(form, "description-ja", "publish.description-ja", view),
                languages(page, view),
                what(page, view),
                select(
                        "theme",
                        "facet.theme",
                        with(PublishPage.themes()),
                        form.text("theme").orElse(""),
                        each -> each.isEmpty() ? words.say("send.none") : Shown.theme(each, words),
                        view),
                input(page, "licence", "facet.licence", "publish.licence-hint", view));
    }

    /** Nothing is chosen beforehand: by what the data are the law decides, and no kind of them may be taken for another. */
    private static Html what(PublishPage page, View view) {
        Words words = view.words();
        Html select = select(
                "what",
                "send.data",
                orAsDescribed(
                        page,
                        "what",
                        with(Stream.of(What.values()).map(Sending::slug).toList())),
                page.publication().areFactsKept()
                        ? Publication.AS_DESCRIBED
                        : page.publication().what().map(Sending::slug).orElse(""),
                each -> each.isEmpty()
                        ? words.say("publish.choose")
                        : each.equals(Publication.AS_DESCRIBED)
                                ? words.say("publish.as-described")
                                : words.word(
                                        "what",
                                        What.valueOf(
                                                each.toUpperCase(Locale.ROOT).replace('-', '_'))),
                view);
        return page.problems().contains("what")
                ? Html.of(
                        "<div class=\"wrong\"><p class=\"wrong-words\">{}</p>{}</div>",
                        words.say("publish.wrong.what"),
                        select)
                : select;
    }

    /** A row for each language that has no fields of its own, and one more when it was asked for. */
    private static Html languages(PublishPage page, View view) {
        Fields form = page.form();
        Words words = view.words();
        int filled = 0;
        for (int row = 0; row < Publication.ROWS_MAX; row++) {
            if (form.has("language-" + row) || form.has("title-" + row) || form.has("description-" + row)) {
                filled = row + 1;
            }
        }
        int rows = Math.min(Publication.ROWS_MAX, filled + (form.has("more") ? 1 : 0));
        return Html.of(
                "<div id=\"language\">{}</div><div class=\"acts\"><button class=\"second\" name=\"more\" value=\"yes\" formnovalidate>{}</button></div>",
                Html.each(IntStream.range(0, rows).boxed().toList(), row -> language(page, row, view)),
                words.say("publish.more-languages"));
    }

    private static Html language(PublishPage page, int row, View view) {
        Words words = view.words();
        Fields form = page.form();
        return Html.of(
                """
                <fieldset class="{}"><legend>{}</legend>{}
                <div class="field"><label for="language-{}">{}</label><p class="hint" id="language-{}-hint">{}</p><input id="language-{}" name="language-{}" value="{}" maxlength="35" aria-describedby="language-{}-hint"></div>
                <div class="field"><label for="title-{}">{}</label><input id="title-{}" name="title-{}" value="{}" maxlength="2000"></div>
                <div class="field"><label for="description-{}">{}</label><textarea id="description-{}" name="description-{}">{}</textarea></div></fieldset>""",
                page.problems().contains("language") ? "field wrong" : "",
                words.say("publish.other-language"),
                Html.when(
                        page.problems().contains("language"),
                        () -> Html.of("<p class=\"wrong-words\">{}</p>", words.say("publish.wrong.language"))),
                row,
                words.say("publish.language"),
                row,
                words.say("publish.language-hint"),
                row,
                row,
                form.text("language-" + row).orElse(""),
                row,
                row,
                words.say("publish.title-other"),
                row,
                row,
                form.text("title-" + row).orElse(""),
                row,
                words.say("publish.description-other"),
                row,
                row,
                form.text("description-" + row).orElse(""));
    }

    private static Html source(PublishPage page, View view) {
        Fields form = page.form();
        return Html.all(
                Html.when(
                        page.publication().source(),
                        each -> each instanceof Description.Source.Kept(String sha256, String name)
                                ? kept(sha256, name, view)
                                : Html.NOTHING),
                Html.of(
                        """
                        <div class="field{}" id="upload"><label for="upload-file">{}</label>{}<p class="hint" id="upload-hint">{}</p>
                        <input type="file" id="upload-file" name="upload" aria-describedby="upload-hint" data-upload="{}" data-done="{}" data-failed="{}" data-going="{}">
                        <div class="upload-progress" role="status" aria-live="polite"></div></div>""",
                        page.problems().contains("upload") ? " wrong" : "",
                        view.words().say("publish.upload"),
                        Html.when(
                                form.text("upload-refused"),
                                each -> Html.of("<p class=\"wrong-words\">{}</p>", Reasons.html(each, view.words()))),
                        view.words().say("publish.upload-hint"),
                        view.href("/publish/upload"),
                        view.words().say("publish.upload-done"),
                        view.words().say("publish.upload-failed"),
                        view.words().say("publish.upload-going")),
                input(page, "file", "publish.file", "publish.file-hint", view),
                input(page, "folder", "publish.folder", "publish.folder-hint", view),
                area(form, "text", "publish.text", view),
                input(page, "address", "publish.address", "publish.address-hint", view));
    }

    /** What the records look like: written by hand, or proposed from the data and then looked at. */
    private static Html records(PublishPage page, View view) {
        Words words = view.words();
        Fields form = page.form();
        boolean isWrong = page.problems().contains("columns");
        return Html.of(
                """
                <div class="acts"><button class="second" name="propose" value="yes">{}</button></div>{}
                <div class="field{}"><label for="columns">{}</label><p class="hint" id="columns-hint">{}</p>{}
                <textarea id="columns" name="columns" rows="6" aria-describedby="columns-hint">{}</textarea></div>
                <div class="field"><label for="sample">{}</label><p class="hint" id="sample-hint">{}</p>
                <textarea id="sample" name="sample" rows="5" aria-describedby="sample-hint">{}</textarea></div>""",
                words.say("records.propose"),
                Html.when(
                        form.has("unproposed"),
                        () -> Html.of("<p role=\"status\">{}</p>", words.say("records.unproposed"))),
                isWrong ? " wrong" : "",
                words.say("records.columns"),
                words.say("records.columns-hint"),
                Html.when(
                        page.publication().records().wrong().filter(_ -> isWrong),
                        each -> Html.of(
                                "<p class=\"wrong-words\">{} {}</p>",
                                words.say("publish.wrong.columns"),
                                Reasons.html(each, words))),
                form.text("columns").orElse(""),
                words.say("records.sample"),
                words.say("records.sample-hint"),
                form.text("sample").orElse(""));
    }

    private static Html kept(String sha256, String name, View view) {
        return Html.of(
                "<p class=\"card\">{}<input type=\"hidden\" name=\"kept\" value=\"{}\"><input type=\"hidden\" name=\"kept-name\" value=\"{}\"></p>",
                view.words().say("publish.kept", "name", name),
                sha256,
                name);
    }

    private static Html terms(PublishPage page, List<String> answerings, View view) {
        Words words = view.words();
        return Html.all(
                select(
                        "purpose",
                        "publish.purpose",
                        orAsDescribed(page, "purpose", with(page.law().codes("purposeCode"))),
                        page.publication().purpose(),
                        each -> each.isEmpty()
                                ? words.say("publish.any")
                                : each.equals(Publication.AS_DESCRIBED)
                                        ? words.say("publish.terms-as-described")
                                        : LawTexts.code(view.language(), each),
                        view),
                countries(page, view),
                Html.of(
                        "<div class=\"field{}\"><label for=\"until\">{}</label>{}<input type=\"date\" id=\"until\" name=\"until\" value=\"{}\"></div>",
                        page.problems().contains("until") ? " wrong" : "",
                        words.say("publish.until"),
                        Html.when(
                                page.problems().contains("until"),
                                () -> Html.of("<p class=\"wrong-words\">{}</p>", words.say("publish.wrong.until"))),
                        page.publication().until().map(LocalDate::toString).orElse("")),
                select(
                        "answering",
                        "publish.answering",
                        orAsDescribed(page, "answering", answerings),
                        page.publication().answering(),
                        each -> words.say("publish.answering." + each),
                        view));
    }

    /** Where a description says what the form cannot, that is a choice of its own. */
    private static List<String> orAsDescribed(PublishPage page, String name, List<String> choices) {
        boolean isSo = page.publication().kept().isPresent()
                && page.form()
                        .text(name)
                        .filter(Publication.AS_DESCRIBED::equals)
                        .isPresent();
        return isSo
                ? Stream.concat(Stream.of(Publication.AS_DESCRIBED), choices.stream())
                        .toList()
                : choices;
    }

    private static List<String> with(Collection<String> codes) {
        return Stream.concat(Stream.of(""), codes.stream()).toList();
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
            String name, String key, List<String> values, String chosen, Function<String, String> shown, View view) {
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

    /** Our own country, those of everybody in the register, some that are often asked about, and what was chosen before. */
    static List<String> choices(PublishPage page, View view) {
        return Stream.of(
                        Stream.of(view.about().country()),
                        page.register().stream().flatMap(each -> each.on(view.today()).country().stream()),
                        Publication.TRIED.stream(),
                        page.publication().countries().stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private static Html countries(PublishPage page, View view) {
        Words words = view.words();
        return Html.of(
                "<fieldset id=\"country\"><legend>{}</legend><p class=\"hint\">{}</p><div class=\"choices\">{}</div></fieldset>",
                words.say("publish.countries"),
                words.say("publish.countries-hint"),
                Html.each(
                        choices(page, view),
                        each -> Html.of(
                                "<div class=\"choice\"><input type=\"checkbox\" id=\"in-{}\" name=\"country\" value=\"{}\"{}><label for=\"in-{}\">{}</label></div>",
                                each,
                                each,
                                page.publication().countries().contains(each) ? Html.of(" checked") : "",
                                each,
                                words.country(each))));
    }
}
