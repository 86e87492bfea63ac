package org.hasekura.portal;

import org.hasekura.exchange.Transfer;

/** The last step of a guest: the receipt, signed by a key of their browser or on their behalf, and what they take away. */
final class GuestReceipt {

    private GuestReceipt() {}

    static Html signing(GuestPage page, View view) {
        Words words = view.words();
        return Html.of(
                """
                <section class="card now" id="sign"><h2>{}</h2>
                <p>{}</p>{}
                {}
                <details><summary>{}</summary><p>{}</p>
                {}
                </details>
                </section>""",
                words.say("guest.sign"),
                words.say("guest.sign-why"),
                ended(page, words),
                Html.when(
                        page.toSign(),
                        each -> Html.of(
                                """
                                <guest-receipt class="with-script" data-checkpoint="{}" data-unable="{}" data-working="{}">
                                {}
                                <p class="result" role="status"></p>
                                </guest-receipt>""",
                                each.checkpoint(),
                                words.say("guest.sign-unable"),
                                words.say("guest.sign-working"),
                                view.form(page.path() + "/sign", Html.of("""
                                                <input type="hidden" name="key"><input type="hidden" name="time"><input type="hidden" name="signature">
                                                <button>{}</button>""", words.say("guest.sign-here"))))),
                words.say("guest.sign-by-node"),
                words.say("guest.sign-by-node-why", "organisation", view.about().organisation()),
                view.form(
                        page.path() + "/sign",
                        Html.of(
                                "<input type=\"hidden\" name=\"by\" value=\"node\"><button class=\"second\">{}</button>",
                                words.say("guest.sign-for-me"))));
    }

    /** How many bytes the node says it has sent; whether the data came whole only the guest knows. */
    private static Html ended(GuestPage page, Words words) {
        return Html.when(
                page.dossier().flatMap(Dossier::lastTransfer).flatMap(Transfer::delivered),
                delivered -> Html.of(
                        "<p>{}<br><span class=\"hash\">SHA-256 {}</span></p>",
                        words.say("guest.was-sent", "bytes", TransferPanel.bytes(delivered.bytes(), words)),
                        delivered.sha256().isEmpty() ? "–" : delivered.sha256()));
    }

    static Html done(GuestPage page, View view) {
        Words words = view.words();
        return Html.of(
                """
                <section class="card now"><h2>{}</h2>{}
                {}
                <div class="acts"><a class="button" href="{}/receipt" download>{}</a><a class="button second" href="{}/bundle" download>{}</a></div>
                <p>{}</p><pre><code>./hasekura verify receipt.json
                ./hasekura verify exchange-….zip</code></pre>
                {}
                </section>""",
                words.say("guest.done"),
                ended(page, words),
                Html.when(
                        page.invitation().progress().receipt(),
                        receipt -> Html.of(
                                "<p>{}</p><p class=\"hash\">{}</p>",
                                words.word("guest.signed-by", receipt.holder()),
                                receipt.vkey())),
                view.href(page.path()),
                words.say("guest.receipt"),
                view.href(page.path()),
                words.say("guest.bundle"),
                words.say("guest.verify"),
                Html.when(
                        page.invitation().mayFetchAgain(),
                        () -> Html.of(
                                "<p>{}</p>{}",
                                words.count("guest.downloads-left", GuestData.left(page.invitation())),
                                view.form(
                                        page.path() + "/fetch",
                                        Html.of("<button class=\"second\">{}</button>", words.say("guest.fetch"))))));
    }
}
