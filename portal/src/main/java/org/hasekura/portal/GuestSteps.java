package org.hasekura.portal;

import java.util.List;
import java.util.Optional;
import org.hasekura.portal.GuestPage.Stage;

/** The steps of a guest as HTML: where they are, and the one thing to do next. Here the first: who they are. */
final class GuestSteps {

    private static final List<String> STEPS = List.of("confirm", "read", "fetch", "sign");

    private GuestSteps() {}

    static Html html(GuestPage page, View view) {
        Words words = view.words();
        if (page.stage() == Stage.CLOSED) {
            return closed(page, view);
        }
        return Html.of(
                """
                {}
                {}
                <dl class="facts">
                <dt>{}</dt><dd>{} <span class="faint">{}</span></dd>
                <dt>{}</dt><dd>{} <span class="faint">{}</span></dd>
                <dt>{}</dt><dd>{}</dd>
                </dl>
                {}""",
                Parts.errors(page.trouble(), words),
                steps(page.stage(), words),
                words.say("guest.from"),
                view.about().organisation(),
                words.country(view.about().country()),
                words.say("guest.to"),
                page.invitation().guest().organisation(),
                words.country(page.invitation().guest().country()),
                words.say("guest.until"),
                view.day(page.invitation().offered().until()),
                now(page, view));
    }

    private static Html closed(GuestPage page, View view) {
        Words words = view.words();
        Invitation invitation = page.invitation();
        String why = switch (invitation.stateOn(view.today())) {
            case EARLY ->
                words.say(
                        "guest.closed.early",
                        "day",
                        words.day(invitation.offered().from()));
            case OPEN, OVER ->
                words.say(
                        "guest.closed.over",
                        "day",
                        words.day(invitation.offered().until()));
            case WITHDRAWN -> words.say("guest.closed.withdrawn");
            case LOCKED -> words.say("guest.closed.locked");
        };
        return Html.of(
                "<div class=\"notice\"><p><strong>{}</strong></p>{}<p>{}</p></div>",
                why,
                Html.when(
                        invitation.progress().ending().filter(each -> !each.isByFailures()),
                        each -> Html.of("<p>{}</p>", each.reason())),
                words.say("guest.closed.ask", "organisation", view.about().organisation()));
    }

    private static Html steps(Stage stage, Words words) {
        return Html.of(
                "<h2 class=\"hidden\">{}</h2><ol class=\"steps\">{}</ol>",
                words.say("exchange.steps"),
                Html.numbered(STEPS, (String step, Integer at) -> {
                    String kind = at < stage.step() ? "over" : at == stage.step() ? "here" : "ahead";
                    return Html.of(
                            "<li class=\"{}\" data-mark=\"{}\"{}>{} <span class=\"hidden\">{}</span></li>",
                            kind,
                            kind.equals("over") ? "✓" : Integer.toString(at + 1),
                            kind.equals("here") ? Html.of(" aria-current=\"step\"") : "",
                            words.say("guest.step." + step),
                            words.say("standing.mark." + kind));
                }));
    }

    private static Html now(GuestPage page, View view) {
        return switch (page.stage()) {
            case CLOSED -> Html.NOTHING;
            case START -> Html.all(start(page, view), terms(page, view));
            case CODE -> Html.all(code(page, view), terms(page, view));
            case BARRED -> GuestTerms.barred(page, view);
            case READ -> GuestTerms.read(page, view);
            case WAIT -> GuestTerms.waiting(page, view);
            case REFUSED -> GuestTerms.refused(page, view);
            case FETCH -> GuestData.fetch(page, view);
            case DOWNLOAD -> GuestData.download(page, view);
            case PAUSED -> GuestData.paused(page, view);
            case SIGN -> GuestReceipt.signing(page, view);
            case DONE -> GuestReceipt.done(page, view);
        };
    }

    private static Html start(GuestPage page, View view) {
        Words words = view.words();
        return Html.of(
                "<section class=\"card now\" id=\"send\"><h2>{}</h2><p>{}</p>{}</section>",
                words.say("guest.who"),
                page.isByMail()
                        ? words.say(
                                "guest.who-by-mail",
                                "email",
                                page.invitation().guest().maskedEmail())
                        : words.say(
                                "guest.who-by-person",
                                "organisation",
                                view.about().organisation()),
                view.form(page.path() + "/code", Html.of("<button>{}</button>", words.say("guest.send-code"))));
    }

    private static Html code(GuestPage page, View view) {
        Words words = view.words();
        Optional<String> wrong = Optional.ofNullable(page.trouble().get("code"));
        return Html.of(
                "<section class=\"card now\" id=\"send\"><h2>{}</h2><p>{}</p>{}{}</section>",
                words.say("guest.enter-code"),
                page.isByMail()
                        ? words.say(
                                "guest.code-by-mail",
                                "email",
                                page.invitation().guest().maskedEmail())
                        : words.say(
                                "guest.code-by-person",
                                "organisation",
                                view.about().organisation()),
                view.form(
                        page.path() + "/confirm",
                        Html.of(
                                """
                                <div class="field{}"><label for="code">{}</label><p class="hint" id="code-hint">{}</p>{}
                                <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="20" class="short" aria-describedby="code-hint"></div>
                                <button>{}</button>""",
                                wrong.isPresent() ? " wrong" : "",
                                words.say("guest.code"),
                                words.say("guest.code-hint"),
                                Html.when(wrong, each -> Html.of("<p class=\"wrong-words\">{}</p>", each)),
                                words.say("guest.confirm"))),
                view.form(
                        page.path() + "/code",
                        Html.of("<button class=\"second\">{}</button>", words.say("guest.new-code"))));
    }

    /** What will be offered, before the law has been asked for this guest. */
    private static Html terms(GuestPage page, View view) {
        Words words = view.words();
        return Html.of(
                "<h2>{}</h2>{}{}",
                words.say("guest.what"),
                page.dataset()
                        .map(each -> Html.of(
                                "<p>{}</p>",
                                Shown.text(each.descriptions(), page.datasetTitle(words), view.language())))
                        .orElseGet(() -> Html.of("<p>{}</p>", words.say("guest.gone"))),
                Html.when(
                        page.dataset()
                                .flatMap(each ->
                                        GuestOffer.of(each, page.invitation().offered())),
                        offer -> Html.of(
                                "<blockquote class=\"terms\"><p>{}</p></blockquote><p class=\"hint\">{}</p>",
                                Shown.terms(offer, view.language()),
                                words.say("guest.law-later"))));
    }
}
