package org.hasekura.portal;

import static org.hasekura.portal.PortalRoute.EVERYBODY;
import static org.hasekura.portal.PortalRoute.get;

import java.util.List;
import java.util.function.Supplier;

/** The pages of the partnership, for everybody: compass, commitments, one commitment, agenda, autonomy. */
final class PartnershipPages {

    static final String COMPASS = "/partnership";
    static final String COMMITMENTS = "/partnership/commitments";
    static final String AGENDA = "/partnership/agenda";
    static final String AUTONOMY = "/partnership/autonomy";

    private PartnershipPages() {}

    static List<PortalRoute> routes(Supplier<Promises> promises) {
        return List.of(
                get(COMPASS, EVERYBODY, _ -> Reply.page(new CompassPage(promises.get()))),
                get(COMMITMENTS, EVERYBODY, asked -> Reply.page(CommitmentsPage.asked(promises.get(), asked.query()))),
                get(COMMITMENTS + "/{id}", EVERYBODY, asked -> CommitmentPage.asked(promises.get(), asked.place("id"))),
                get(
                        AGENDA,
                        EVERYBODY,
                        asked -> Reply.page(
                                new AgendaPage(promises.get(), asked.view().today()))),
                get(AUTONOMY, EVERYBODY, _ -> Reply.page(AutonomyPage.load())));
    }

    /** The way between them. */
    static Html ways(View view) {
        Words words = view.words();
        return Html.of(
                "<p><a href=\"{}\">{}</a> · <a href=\"{}\">{}</a> · <a href=\"{}\">{}</a> · <a href=\"{}\">{}</a></p>",
                view.href(COMPASS),
                words.say("partnership.compass"),
                view.href(COMMITMENTS),
                words.say("partnership.commitments"),
                view.href(AGENDA),
                words.say("partnership.agenda"),
                view.href(AUTONOMY),
                words.say("partnership.autonomy"));
    }

    static Table.Cell linked(View view, String id) {
        return new Table.Cell(Html.of("<a href=\"{}\">{}</a>", view.href(COMMITMENTS + "/" + id), id), id);
    }
}
