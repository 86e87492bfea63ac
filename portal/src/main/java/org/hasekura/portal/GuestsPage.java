package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;

/** All links for guests: for whom, for what, until when, and how far each has come. */
record GuestsPage(List<Invitation> invitations) implements Page {

    GuestsPage {
        invitations = List.copyOf(invitations);
    }

    static Reply read(Ports ports) throws StoreFailed {
        return Reply.page(new GuestsPage(ports.guests().all()));
    }

    @Override
    public String title(Words words) {
        return words.say("guest.links-title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("guest.links-lead"));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb("/offers", words.say("offers.title")));
    }

    @Override
    public Html content(View view) {
        return tables(view).getFirst().html(view);
    }

    @Override
    public List<Table> tables(View view) {
        Words words = view.words();
        var rows = new ArrayList<List<Table.Cell>>();
        for (Invitation each : invitations) {
            rows.add(List.of(
                    new Table.Cell(
                            Html.of(
                                    "<a href=\"{}\">{}</a>",
                                    view.href("/guests/" + Links.encode(each.id())),
                                    each.guest().organisation()),
                            each.guest().organisation()),
                    Table.Cell.of(words.country(each.guest().country())),
                    Table.Cell.of(each.offered().datasetId()),
                    new Table.Cell(
                            GuestLinkPage.chip(each, view),
                            each.stateOn(view.today()).name()),
                    new Table.Cell(
                            view.day(each.offered().until()),
                            each.offered().until().toString()),
                    Table.Cell.of(words.say(
                            "guest.downloads-of",
                            "done",
                            each.progress().transfers().size(),
                            "max",
                            each.offered().downloadsMax())),
                    Table.Cell.of(
                            words.say(each.progress().receipt().isPresent() ? "guest.has-receipt" : "guest.not-yet"))));
        }
        return List.of(new Table(
                "guests",
                words.say("guest.links-caption"),
                List.of(
                        Table.Column.of("organisation", words.say("guest.field.organisation")),
                        Table.Column.of("country", words.say("guest.field.country")),
                        Table.Column.of("dataset", words.say("guest.what")),
                        Table.Column.of("state", words.say("guest.state")),
                        Table.Column.of("until", words.say("guest.field.until")),
                        Table.Column.of("downloads", words.say("guest.field.downloads")),
                        Table.Column.of("receipt", words.say("guest.receipt"))),
                rows,
                Html.of("<p>{}</p>", words.say("guest.no-links"))));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("guests", invitations.stream().map(Invitation::id).toList());
    }
}
