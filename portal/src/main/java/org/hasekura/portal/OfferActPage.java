package org.hasekura.portal;

import java.util.List;
import org.hasekura.exchange.Dataset;

/** Asks before something is done with a dataset on offer: what follows from it, then the form. */
interface OfferActPage extends Page {

    Dataset dataset();

    /** Whether what was sent lacked something. */
    boolean isRefused();

    @Override
    default List<Crumb> above(Words words) {
        return List.of(new Crumb("/offers", words.say("offers.title")));
    }

    @Override
    default boolean hasErrors() {
        return isRefused();
    }

    /**
     * The whole of the page.
     *
     * @param field the name of the field that a refusal leads to
     * @param problem what is wrong with it
     * @param act the last part of the form's address
     */
    default Html asking(View view, String field, String problem, String consequences, String act, Html fields) {
        return Html.of(
                "{}<p><strong>{}</strong></p><p>{}</p>{}",
                Html.when(
                        isRefused(),
                        () -> Html.of(
                                "<div class=\"notice errors\" tabindex=\"-1\" role=\"alert\"><h2>{}</h2><ul><li><a href=\"#{}\">{}</a></li></ul></div>",
                                view.words().say("send.problem"),
                                field,
                                problem)),
                Shown.title(dataset(), view.language()),
                consequences,
                view.form("/offers/" + Links.encode(dataset().id()) + "/" + act, fields));
    }
}
