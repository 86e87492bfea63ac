package org.hasekura.portal;

import java.util.List;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Transfer;

/** What somebody decides on, before them while they decide: why a person is asked, what the law said, and the terms. */
final class DecidedOn {

    private DecidedOn() {}

    static Html html(Dossier dossier, View view) {
        Words words = view.words();
        return Html.of(
                "{}{}<h2>{}</h2>{}",
                Html.when(
                        dossier.negotiation()
                                .waiting()
                                .or(() -> dossier.lastTransfer().flatMap(Transfer::reason)),
                        reason -> why(reason, dossier, words)),
                Html.when(
                        RulingView.given(dossier.evidence()),
                        given -> Html.of("<h2>{}</h2>{}", words.say("exchange.ruling"), RulingView.given(given, view))),
                words.say("exchange.terms"),
                TermsPanel.html(dossier, view));
    }

    private static Html why(Reason reason, Dossier dossier, Words words) {
        return Html.of(
                "<div class=\"why\"><p>{}</p><ul>{}</ul></div>",
                words.knows("reason." + reason.code())
                        ? words.say("reason." + reason.code())
                        : words.say("exchange.reason"),
                Html.each(
                        reason.sentences(),
                        (String each) -> Html.of("<li>{}</li>", Reasons.html(each, List.of(dossier.terms()), words))));
    }
}
