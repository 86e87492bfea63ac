package org.hasekura.portal;

import java.util.List;

/** One card for each person whom a page is made for; what is not built has none. */
final class Cards {

    private record Card(String key, String path) {}

    private static final List<Card> CARDS = List.of(
            new Card("law", "/law"),
            new Card("adequacy", "/law/adequacy"),
            new Card("changes", "/law/changes"),
            new Card("provisions", "/law/provisions"),
            new Card("partnership", PartnershipPages.COMPASS),
            new Card("resilience", DependencePage.PATH),
            new Card("cooperation", ReadinessPage.PATH),
            new Card("find", "/find"),
            new Card("offers", "/offers"),
            new Card("participants", "/participants"),
            new Card("audit", AuditPage.PATH));

    /** Those that stand among the files of the public site: the first five. */
    private static final List<Card> PUBLIC = CARDS.subList(0, 5);

    private Cards() {}

    static Html html(View view) {
        return html(CARDS, view);
    }

    /** For pages without a node behind them. */
    static Html publicOnes(View view) {
        return html(PUBLIC, view);
    }

    private static Html html(List<Card> cards, View view) {
        Words words = view.words();
        return Html.of(
                "<h2>{}</h2><ul class=\"cards\">{}</ul>",
                words.say("cards.title"),
                Html.each(
                        cards,
                        (Card card) -> Html.of(
                                """
                                <li class="card"><p class="hint">{}</p><h3><a href="{}">{}</a></h3><p>{}</p></li>""",
                                words.say("cards." + card.key() + ".who"),
                                view.href(card.path()),
                                words.say("cards." + card.key() + ".title"),
                                words.say("cards." + card.key() + ".text"))));
    }
}
