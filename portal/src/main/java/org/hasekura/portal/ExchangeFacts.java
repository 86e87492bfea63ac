package org.hasekura.portal;

import java.util.Optional;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;

/** What an exchange is about, and by which names it goes. */
final class ExchangeFacts {

    private ExchangeFacts() {}

    static Html html(Dossier dossier, View view) {
        Words words = view.words();
        return Html.of(
                """
                <dl class="facts">
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd><code>{}</code></dd>
                {}
                </dl>""",
                words.say("exchange.what"),
                dataset(dossier, view),
                words.say("exchange.our-part"),
                words.word("exchange.part", dossier.negotiation().role()),
                words.say("exchange.asked"),
                view.time(dossier.negotiation().created()),
                words.say("exchange.id"),
                dossier.negotiation().pid(),
                Html.when(
                        dossier.agreement(),
                        agreement -> Html.of(
                                "<dt>{}</dt><dd>{}<br><code>{}</code></dd>{}",
                                words.say("exchange.agreement"),
                                view.time(agreement
                                        .finalized()
                                        .orElse(agreement.agreement().timestamp())),
                                agreement.agreement().id(),
                                Html.when(
                                        agreement.ended(),
                                        at -> Html.of(
                                                "<dt>{}</dt><dd>{}</dd>",
                                                words.say("exchange.agreement-ended"),
                                                view.time(at))))));
    }

    /** Its title and id; where the title is not known, how it comes to be. */
    private static Html dataset(Dossier dossier, View view) {
        Words words = view.words();
        String id = dossier.negotiation().datasetId();
        if (!dossier.isTitleUnread()) {
            return Html.of("{} <code class=\"faint\">{}</code>", dossier.title(words), id);
        }
        return Html.of(
                "<code>{}</code> <span class=\"faint\">{}</span>{}",
                id,
                words.say("exchange.title-unread", "peer", dossier.peer().name()),
                Html.when(
                        view.viewer().isOneOf(PortalRoute.ACTING),
                        () -> view.form(
                                ExchangePage.path(dossier.negotiation().pid()) + "/catalog",
                                Html.of("<button class=\"second\">{}</button>", words.say("exchange.read-catalog")))));
    }

    /** Has the peer's catalog read now, so that its dataset gets its title here. */
    static Reply readCatalog(Asked asked, Ports ports) throws StoreFailed {
        Optional<Dossier> found = ports.exchanges().find(asked.place("pid"));
        Optional<Did> peer =
                found.flatMap(each -> ports.market().did(each.peer().did()));
        return PeerCatalogPanel.read(peer, ExchangePage.path(asked.place("pid")), ports.market());
    }
}
