package org.hasekura.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.exchange.Description;
import org.hasekura.identity.Did;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.law.Ruling;
import org.hasekura.law.StatedFlow;
import org.hasekura.policy.Assessor;
import org.hasekura.policy.Terms;

/** All answers about a dataset before it is published: who will see it, the terms as a sentence, and what the law says. */
final class PublishCheck {

    /** What belongs to one step alone, and is not carried on to the next. */
    private static final Set<String> OF_ONE_STEP = Set.of(
            "csrf", "confirmed", "change", "save", "more", "authorization", "upload-refused", "propose", "unproposed");

    private PublishCheck() {}

    private record Said(String term, Html said) {}

    static Html html(PublishPage page, View view) {
        Words words = view.words();
        Publication publication = page.publication();
        return Html.of(
                """
                <dl class="facts">{}</dl>
                {}<h2>{}</h2>{}
                <h2>{}</h2><p class="card">{}</p>
                <h2>{}</h2>{}
                {}""",
                Html.each(answers(publication, view), pair -> Html.of("<dt>{}</dt><dd>{}</dd>", pair.term, pair.said)),
                Records.toCheck(publication.records().shape(), view),
                words.say("publish.terms"),
                Html.each(
                        publication.offers(),
                        each -> Html.of("<p class=\"card\">{}</p>", Shown.terms(each, view.language()))),
                words.say("seen.title"),
                Onlookers.sentence(publication.onlookers().visibility(), page.register(), view),
                words.say("publish.law"),
                law(page, view),
                view.form(
                        "/publish",
                        Html.of(
                                """
                                {}{}
                                <div class="acts"><button name="confirmed" value="yes">{}</button><button class="second" name="save" value="yes">{}</button><button class="second" name="change" value="yes">{}</button></div>""",
                                hidden(page.form()),
                                authorization(publication, words),
                                words.say("publish.publish"),
                                words.say("publish.save"),
                                words.say("publish.change"))));
    }

    private static List<Said> answers(Publication publication, View view) {
        Words words = view.words();
        var answers = new ArrayList<Said>();
        answers.add(new Said(words.say("find.id"), Html.text(publication.id())));
        publication
                .titles()
                .forEach((tag, text) ->
                        answers.add(new Said(words.say("publish.title-in", "language", tag), inLanguage(tag, text))));
        publication
                .descriptions()
                .forEach((tag, text) -> answers.add(
                        new Said(words.say("publish.description-in", "language", tag), inLanguage(tag, text))));
        answers.add(new Said(
                words.say("send.data"),
                Html.text(
                        publication.areFactsKept()
                                ? words.say("publish.as-described")
                                : publication
                                        .what()
                                        .map(each -> words.word("what", each))
                                        .orElse(""))));
        publication
                .theme()
                .ifPresent(
                        each -> answers.add(new Said(words.say("facet.theme"), Html.text(Shown.theme(each, words)))));
        publication.licence().ifPresent(each -> answers.add(new Said(words.say("facet.licence"), Html.text(each))));
        publication
                .source()
                .ifPresent(each -> answers.add(new Said(words.say("publish.source"), Html.text(source(each, words)))));
        answers.add(new Said(
                words.say("publish.answering"), Html.text(words.say("publish.answering." + publication.answering()))));
        return answers;
    }

    private static Html inLanguage(String tag, String text) {
        return Html.of("<span lang=\"{}\">{}</span>", tag, text);
    }

    static String source(Description.Source source, Words words) {
        return switch (source) {
            case Description.Source.File(String path) -> path;
            case Description.Source.Folder(String path) -> path + "/";
            case Description.Source.Api(var address, var _) -> address.toString();
            case Description.Source.Kept(var _, String name) -> name;
            case Description.Source.Typed(String text) ->
                words.count("publish.lines", text.lines().count());
        };
    }

    private static Html law(PublishPage page, View view) {
        Words words = view.words();
        return Html.of(
                "<p>{}</p>{}<ul class=\"tasks\">{}</ul>",
                words.say("publish.law-why"),
                Html.when(
                        page.publication().isPurposeOpen(),
                        () -> Html.of(
                                "<div class=\"notice warn\"><p>{}</p></div>", words.say("publish.law-no-purpose"))),
                Html.each(
                        tried(page, view),
                        country -> page.publication().areFactsKept()
                                ? ruledAsDescribed(page, country, view)
                                : ruled(page, country, view)));
    }

    /** What the node would answer a business of that country that decides on its own, with nothing signed. */
    private static Html ruledAsDescribed(PublishPage page, String country, View view) {
        Words words = view.words();
        Terms terms = page.publication().offers().getFirst().terms();
        Ruling ruling = new Assessor(page.law(), somebody(view.about().country(), view))
                .assess(page.publication().facts(""), Optional.of(somebody(country, view)), terms, terms, view.today())
                .ruling();
        return Html.of(
                "<li><span>{}</span><span>{} {}</span></li>",
                words.country(country),
                RulingView.chip(ruling, words),
                ruling.duties().isEmpty()
                        ? ""
                        : words.count("publish.duties", ruling.duties().size()));
    }

    /** As somebody stands in the register of whom nothing special is known. */
    private static Participant somebody(String country, View view) {
        return new Participant(
                new Did("did:web:somebody.example"),
                List.of(
                        fact(Fact.Name.COUNTRY, country, view),
                        fact(Fact.Name.ROLE, "controller", view),
                        fact(Fact.Name.KIND, "business", view)),
                List.of());
    }

    private static Fact fact(Fact.Name name, String value, View view) {
        return new Fact(name, value, "presumed", view.today(), Optional.empty(), view.now());
    }

    private static List<String> tried(PublishPage page, View view) {
        Publication publication = page.publication();
        var countries = new LinkedHashSet<>(
                publication.countries().isEmpty() ? PublishForm.choices(page, view) : publication.countries());
        countries.remove(view.about().country());
        return List.copyOf(countries);
    }

    private static Html ruled(PublishPage page, String country, View view) {
        Words words = view.words();
        Sending sending = Sending.of(
                page.law(),
                view.about().country(),
                country,
                page.publication().what().orElseThrow(),
                view.today());
        return switch (page.law().read(sending.statement())) {
            case StatedFlow.Valid(var flow, var day) -> {
                Ruling ruling = page.law().rule(flow, day);
                yield Html.of(
                        "<li><a href=\"{}\">{}</a><span>{} {}</span></li>",
                        view.href("/send") + "?" + sending.query(),
                        words.country(country),
                        RulingView.chip(ruling, words),
                        ruling.duties().isEmpty()
                                ? ""
                                : words.count("publish.duties", ruling.duties().size()));
            }
            case StatedFlow.Refused(var reasons) ->
                Html.of(
                        "<li>{} <ul>{}</ul></li>",
                        words.country(country),
                        Html.each(reasons, each -> Html.of("<li>{}</li>", Reasons.html(each, words))));
        };
    }

    /** Asked for at the last step alone, so that it never stands in a page. */
    private static Html authorization(Publication publication, Words words) {
        return Html.when(
                publication.source().filter(Description.Source.Api.class::isInstance),
                _ -> Html.of("""
                        <div class="field"><label for="authorization">{}</label><p class="hint" id="authorization-hint">{}</p>
                        <input type="password" id="authorization" name="authorization" autocomplete="off" maxlength="2000" aria-describedby="authorization-hint"></div>""", words.say("publish.authorization"), words.say("publish.authorization-hint")));
    }

    private record Pair(String name, String value) {}

    /** Everything that was answered, carried on to the next step. */
    private static Html hidden(Fields form) {
        var pairs = new ArrayList<Pair>();
        form.values().forEach((name, values) -> {
            if (!OF_ONE_STEP.contains(name)) {
                values.forEach(value -> pairs.add(new Pair(name, value)));
            }
        });
        pairs.sort(Comparator.comparing(Pair::name));
        return Html.each(
                pairs, pair -> Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", pair.name, pair.value));
    }
}
