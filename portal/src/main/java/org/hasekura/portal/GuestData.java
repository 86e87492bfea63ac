package org.hasekura.portal;

import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Transfer;

/** The third step of a guest: the data, how often they may be fetched, and what interrupts that. */
final class GuestData {

    private GuestData() {}

    static Html fetch(GuestPage page, View view) {
        Words words = view.words();
        return Html.of(
                "<section class=\"card now\" id=\"fetch\"><h2>{}</h2><p>{}</p>{}{}</section>{}",
                words.say("guest.agreed"),
                words.count("guest.downloads-left", left(page.invitation())),
                file(page, view),
                view.form(page.path() + "/fetch", Html.of("<button>{}</button>", words.say("guest.fetch"))),
                agreement(page, view));
    }

    static long left(Invitation invitation) {
        return (long) invitation.offered().downloadsMax()
                - invitation.progress().transfers().size();
    }

    static Html download(GuestPage page, View view) {
        Words words = view.words();
        return Html.of(
                """
                <section class="card now" id="received"><h2>{}</h2>
                {}
                <div class="acts"><a class="button" href="{}/file" download>{}</a></div>
                <p>{}</p>
                {}
                </section>{}""",
                words.say("guest.download"),
                file(page, view),
                view.href(page.path()),
                words.say("guest.save"),
                words.say("guest.received-why"),
                view.form(
                        page.path() + "/received",
                        Html.of("<button class=\"second\">{}</button>", words.say("guest.received"))),
                agreement(page, view));
    }

    /** What is fetched, so that whoever has it can compare. */
    static Html file(GuestPage page, View view) {
        Words words = view.words();
        return Html.when(
                page.dataset().map(Dataset::content),
                content -> Html.of(
                        """
                <dl class="facts"><dt>{}</dt><dd>{} · {}</dd><dt>SHA-256</dt><dd class="hash">{}</dd></dl>""",
                        words.say("guest.file"),
                        content.fileName(),
                        TransferPanel.bytes(content.bytes(), words),
                        content.sha256()));
    }

    static Html paused(GuestPage page, View view) {
        Words words = view.words();
        return Html.of(
                "<section class=\"card now\"><h2>{}</h2><p>{}</p>{}<p><a class=\"button second\" href=\"{}\">{}</a></p></section>",
                words.say("guest.paused"),
                words.say("guest.paused-why", "organisation", view.about().organisation()),
                Html.when(
                        page.dossier().flatMap(Dossier::lastTransfer).flatMap(Transfer::reason),
                        reason -> GuestTerms.reasons(reason.sentences(), page, words)),
                view.href(page.path()),
                words.say("guest.look-again"));
    }

    private static Html agreement(GuestPage page, View view) {
        return Html.when(
                page.dossier(),
                dossier -> Html.of(
                        "<h2>{}</h2>{}", view.words().say("guest.agreed-terms"), TermsPanel.html(dossier, view)));
    }
}
