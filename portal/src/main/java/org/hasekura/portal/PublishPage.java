package org.hasekura.portal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Theme;
import org.hasekura.law.Law;
import org.hasekura.law.Ruling;
import org.hasekura.law.StatedFlow;

/**
 * Publishes a dataset in two steps: describe it, where it lies, on which terms; then check all answers and what the law says for some
 * countries, before anybody else sees it.
 *
 * @param isCheck whether the answers are shown to be checked
 * @param problems what is wrong, by field
 * @param why what the node said against it
 */
record PublishPage(
        Law law, Fields form, Publication publication, boolean isCheck, List<String> problems, Optional<String> why)
        implements Page {

    static final Set<Role> PUBLISHING = Set.of(Role.PROVIDER);

    private static final List<String> ANSWERINGS = List.of("confirm", "direct", "manual");

    PublishPage {
        problems = List.copyOf(problems);
    }

    static Reply read(Law law) {
        return Reply.page(
                new PublishPage(law, Fields.NONE, Publication.read(Fields.NONE), false, List.of(), Optional.empty()));
    }

    /** Shows the answers with what terms and law make of them; or publishes, once they were checked. */
    static Reply take(Asked asked, Market market, Law law) throws StoreFailed {
        Publication publication = Publication.read(asked.form());
        List<String> problems = publication.problems(law);
        String regime = law.regime(asked.view().about().country(), asked.view().today());
        Optional<String> fault = publication.faults(regime).stream().findFirst();
        if (!problems.isEmpty() || fault.isPresent() || asked.form().has("change")) {
            var page = new PublishPage(law, asked.form(), publication, false, problems, fault);
            return problems.isEmpty() && fault.isEmpty() ? Reply.page(page) : Reply.refused(page);
        }
        if (!asked.form().has("confirmed")) {
            return Reply.page(new PublishPage(law, asked.form(), publication, true, List.of(), Optional.empty()));
        }
        return switch (market.publish(publication.offering(regime))) {
            case Market.Published.Done _ -> Reply.done("/offers", "published");
            case Market.Published.Refused(String words) ->
                Reply.refused(new PublishPage(law, asked.form(), publication, false, List.of(), Optional.of(words)));
        };
    }

    @Override
    public String title(Words words) {
        return words.say(isCheck ? "publish.check-title" : "publish.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say(isCheck ? "publish.check-lead" : "publish.lead"));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb("/offers", words.say("offers.title")));
    }

    @Override
    public boolean hasErrors() {
        return !problems.isEmpty() || why.isPresent();
    }

    @Override
    public Html content(View view) {
        return isCheck ? check(view) : Html.all(errors(view.words()), PublishForm.html(this, ANSWERINGS, view));
    }

    private Html errors(Words words) {
        return Html.when(
                hasErrors(),
                () -> Html.of(
                        "<div class=\"notice errors\" tabindex=\"-1\" role=\"alert\"><h2>{}</h2><ul>{}{}</ul></div>",
                        words.say("send.problem"),
                        Html.each(
                                problems,
                                each -> Html.of(
                                        "<li><a href=\"#{}\">{}</a></li>", each, words.say("publish.wrong." + each))),
                        Html.when(why, each -> Html.of("<li lang=\"en\">{}</li>", each))));
    }

    private Html check(View view) {
        Words words = view.words();
        return Html.of(
                """
                <dl class="facts">{}</dl>
                <h2>{}</h2><p class="card">{}</p>
                <h2>{}</h2><p>{}</p><ul class="tasks">{}</ul>
                {}""",
                Html.each(answers(words), pair -> Html.of("<dt>{}</dt><dd>{}</dd>", pair.term, pair.said)),
                words.say("publish.terms"),
                Shown.terms(publication.offer(), view.language()),
                words.say("publish.law"),
                words.say("publish.law-why"),
                Html.each(tried(view), country -> ruled(country, view)),
                view.form(
                        "/publish",
                        Html.of(
                                """
                                {}{}
                                <div class="acts"><button name="confirmed" value="yes">{}</button><button class="second" name="change" value="yes">{}</button></div>""",
                                hidden(),
                                authorization(words),
                                words.say("publish.publish"),
                                words.say("publish.change"))));
    }

    private record Said(String term, String said) {}

    private List<Said> answers(Words words) {
        var answers = new ArrayList<Said>();
        answers.add(new Said(words.say("find.id"), publication.id()));
        publication
                .titles()
                .forEach((language, text) ->
                        answers.add(new Said(words.say("publish.title-in", "language", language), text)));
        publication
                .descriptions()
                .forEach((language, text) ->
                        answers.add(new Said(words.say("publish.description-in", "language", language), text)));
        answers.add(new Said(words.say("send.data"), words.word("what", publication.what())));
        publication
                .theme()
                .ifPresent(each -> answers.add(new Said(words.say("facet.theme"), Shown.theme(each, words))));
        publication.licence().ifPresent(each -> answers.add(new Said(words.say("facet.licence"), each)));
        answers.add(new Said(
                words.say("publish.source"),
                switch (publication.source()) {
                    case Market.Source.File(String path) -> path;
                    case Market.Source.Api(var address, var _) -> address.toString();
                    case Market.Source.Typed(String text) ->
                        words.count("publish.lines", text.lines().count());
                }));
        answers.add(
                new Said(words.say("publish.answering"), words.say("publish.answering." + publication.answering())));
        return answers;
    }

    private List<String> tried(View view) {
        var countries = new LinkedHashSet<>(publication.countries());
        if (countries.isEmpty()) {
            countries.addAll(Publication.TRIED);
        }
        countries.remove(view.about().country());
        return List.copyOf(countries);
    }

    private Html ruled(String country, View view) {
        Words words = view.words();
        Sending sending = Sending.of(law, view.about().country(), country, publication.what(), view.today());
        return switch (law.read(sending.statement())) {
            case StatedFlow.Valid(var flow, var day) -> {
                Ruling ruling = law.rule(flow, day);
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
                Html.of("<li>{} <span lang=\"en\">{}</span></li>", words.country(country), String.join("; ", reasons));
        };
    }

    /** Asked for at the last step alone, so that it never stands in a page. */
    private Html authorization(Words words) {
        return Html.when(
                publication.source() instanceof Market.Source.Api,
                () -> Html.of("""
                        <div class="field"><label for="authorization">{}</label><p class="hint" id="authorization-hint">{}</p>
                        <input type="password" id="authorization" name="authorization" autocomplete="off" maxlength="2000" aria-describedby="authorization-hint"></div>""", words.say("publish.authorization"), words.say("publish.authorization-hint")));
    }

    /** Everything that was answered, carried on to the next step. */
    private Html hidden() {
        var pairs = new ArrayList<Said>();
        form.values().forEach((name, values) -> {
            if (!Set.of("csrf", "confirmed", "change", "authorization").contains(name)) {
                values.forEach(value -> pairs.add(new Said(name, value)));
            }
        });
        pairs.sort(java.util.Comparator.comparing(Said::term));
        return Html.each(
                pairs, pair -> Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", pair.term, pair.said));
    }

    static List<String> themes() {
        return Theme.CODES;
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("id", publication.id(), "problems", problems);
    }
}
