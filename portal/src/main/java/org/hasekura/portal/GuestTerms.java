package org.hasekura.portal;

import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Transfer;
import org.hasekura.policy.Terms;

/** The second step of a guest: the terms with the ruling, their answer, and what stands in the way of one. */
final class GuestTerms {

    private GuestTerms() {}

    private static Html ruling(GuestPage page, View view) {
        return Html.when(
                page.judged(),
                judged -> Html.of(
                        "<h2>{}</h2>{}", view.words().say("exchange.ruling"), RulingView.html(judged.ruling(), view)));
    }

    static Html barred(GuestPage page, View view) {
        Words words = view.words();
        return Html.of(
                "<section class=\"card now\" id=\"barred\"><h2>{}</h2><p>{}</p>{}</section>{}",
                words.say("guest.barred"),
                words.say("guest.barred-why", "organisation", view.about().organisation()),
                view.form(
                        page.path() + "/offer",
                        Html.of("<button class=\"second\">{}</button>", words.say("guest.ask-again"))),
                ruling(page, view));
    }

    static Html read(GuestPage page, View view) {
        Words words = view.words();
        Optional<String> wrong = Optional.ofNullable(page.trouble().get("authority"));
        Optional<String> wrongReason = Optional.ofNullable(page.trouble().get("reason"));
        return Html.of(
                """
                <h2>{}</h2>{}
                {}
                <section class="card now"><h2>{}</h2>
                {}
                <details{}><summary>{}</summary>
                {}
                </details></section>""",
                words.say("exchange.terms"),
                Html.when(page.dossier(), each -> TermsPanel.html(each, view)),
                ruling(page, view),
                words.say("guest.decide"),
                view.form(
                        page.path() + "/accept",
                        Html.of(
                                """
                                <div class="field{}">{}<div class="choice"><input type="checkbox" id="authority" name="authority" value="yes"><label for="authority">{}</label></div></div>
                                <button>{}</button>""",
                                wrong.isPresent() ? " wrong" : "",
                                Html.when(wrong, each -> Html.of("<p class=\"wrong-words\">{}</p>", each)),
                                words.say(
                                        "guest.authority",
                                        "organisation",
                                        page.invitation().guest().organisation()),
                                words.say("guest.accept"))),
                wrongReason.isPresent() ? Html.of(" open") : "",
                words.say("guest.refuse-instead"),
                view.form(
                        page.path() + "/refuse",
                        Html.of(
                                """
                                <div class="field{}"><label for="reason">{}</label><p class="hint" id="reason-hint">{}</p>{}
                                <textarea id="reason" name="reason" maxlength="1000" aria-describedby="reason-hint"></textarea></div>
                                <button class="danger">{}</button>""",
                                wrongReason.isPresent() ? " wrong" : "",
                                words.say("act.reason"),
                                words.say(
                                        "guest.reason-hint",
                                        "organisation",
                                        view.about().organisation()),
                                Html.when(wrongReason, each -> Html.of("<p class=\"wrong-words\">{}</p>", each)),
                                words.say("guest.refuse"))));
    }

    static Html waiting(GuestPage page, View view) {
        Words words = view.words();
        return Html.of(
                "<section class=\"card now\"><h2>{}</h2><p>{}</p>{}<p><a class=\"button second\" href=\"{}\">{}</a></p></section>",
                words.say("guest.waiting"),
                words.say("guest.waiting-why", "organisation", view.about().organisation()),
                Html.when(
                        page.dossier().flatMap(each -> each.negotiation().waiting()),
                        reason -> reasons(reason.sentences(), page, words)),
                view.href(page.path()),
                words.say("guest.look-again"));
    }

    static Html refused(GuestPage page, View view) {
        Words words = view.words();
        return Html.of(
                "<section class=\"card now\"><h2>{}</h2><p>{}</p>{}</section>",
                words.say("guest.refused"),
                words.say("guest.refused-why", "organisation", view.about().organisation()),
                Html.when(
                        page.dossier()
                                .flatMap(each -> each.negotiation()
                                        .reason()
                                        .or(() -> each.lastTransfer().flatMap(Transfer::reason))),
                        reason -> reasons(reason.sentences(), page, words)));
    }

    static Html reasons(List<String> sentences, GuestPage page, Words words) {
        List<Terms> terms = page.dossier().map(Dossier::terms).stream().toList();
        return Html.of(
                "<ul>{}</ul>",
                Html.each(sentences, (String each) -> Html.of("<li>{}</li>", Reasons.html(each, terms, words))));
    }
}
