package org.hasekura.portal;

import java.util.Optional;
import org.hasekura.exchange.PeerCatalog;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;

/** What a counterparty offers, as far as its catalog has been read here, and the act that has it read. */
final class PeerCatalogPanel {

    private PeerCatalogPanel() {}

    static Html html(Did did, Optional<PeerCatalog> catalog, View view) {
        Words words = view.words();
        return Html.of(
                "<h2 id=\"catalog\">{}</h2>{}{}",
                words.say("participants.catalog"),
                catalog.map(each -> listed(did, each, view))
                        .orElseGet(() -> Html.of("<p>{}</p>", words.say("participants.catalog-not-read"))),
                Html.when(
                        view.viewer().isOneOf(PortalRoute.ACTING),
                        () -> view.form(
                                ParticipantPage.path(did) + "/catalog",
                                Html.of(
                                        "<button class=\"second\">{}</button>",
                                        words.say(
                                                catalog.isPresent()
                                                        ? "participants.catalog-again"
                                                        : "participants.catalog-begin")))));
    }

    private static Html listed(Did did, PeerCatalog read, View view) {
        Words words = view.words();
        return Html.all(
                Html.of(
                        "<p>{}</p>",
                        read.read()
                                .map(at -> words.html("participants.catalog-read", "at", view.time(at)))
                                .orElseGet(() -> Html.text(words.say("participants.catalog-never")))),
                found(did, read, view),
                Html.when(
                        read.problem(),
                        why -> Html.of(
                                "<div class=\"notice warn\"><p>{}</p><p>{}</p></div>",
                                words.say("participants.catalog-problem"),
                                Reasons.html(why, words))));
    }

    /** The way to its datasets; a catalog without any may have some for others, or none yet. */
    private static Html found(Did did, PeerCatalog read, View view) {
        Words words = view.words();
        if (read.datasets() == 0) {
            return Html.when(
                    read.read(),
                    _ -> Html.of("<div class=\"empty\"><p>{}</p></div>", words.say("participants.catalog-empty")));
        }
        return Html.of(
                "<p><a href=\"{}?party={}\">{}</a></p>",
                view.href("/find"),
                Links.encode(did.text()),
                words.count("participants.catalog-datasets", read.datasets()));
    }

    /** Has its catalog read now, so that what it offers is found. */
    static Reply read(Asked asked, Market market) throws StoreFailed {
        Optional<Did> did = market.did(asked.place("did"));
        return read(did, did.map(ParticipantPage::path).orElse(""), market);
    }

    /**
     * The same for whoever it is; nothing for somebody who is not in the register.
     *
     * @param page where it was asked for, and where it is told what came of it
     */
    static Reply read(Optional<Did> peer, String page, Market market) throws StoreFailed {
        if (peer.isEmpty() || market.participant(peer.get()).isEmpty()) {
            return new Reply.Nothing();
        }
        boolean isRead = market.readCatalog(peer.get())
                .filter(each -> each.read().isPresent() && each.failures() == 0)
                .isPresent();
        return Reply.done(page, isRead ? "catalog-read" : "catalog-not-read");
    }
}
