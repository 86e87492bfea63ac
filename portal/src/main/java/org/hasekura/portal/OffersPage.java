package org.hasekura.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Description;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Participant;

/** What this node offers, under which terms; each can be taken off the catalog at once. */
record OffersPage(List<Dataset> datasets, List<Market.Drafted> drafts, List<Participant> register) implements Page {

    private static final int LISTED_MAX = 500;

    OffersPage {
        datasets = List.copyOf(datasets);
        drafts = List.copyOf(drafts);
        register = List.copyOf(register);
    }

    static Reply read(Asked asked, Market market) throws StoreFailed {
        boolean sees = asked.view().viewer().isOneOf(PublishPage.PUBLISHING);
        return Reply.page(new OffersPage(
                market.offered(LISTED_MAX), sees ? market.drafts(LISTED_MAX) : List.of(), market.participants()));
    }

    /** Discards a draft: nobody else has seen it, so that nothing else is asked. */
    static Reply discard(Asked asked, Market market) throws StoreFailed {
        boolean isDone = market.discard(asked.place("id"))
                .filter(Committed.Done.class::isInstance)
                .isPresent();
        return isDone ? Reply.done("/offers", "draft-discarded") : new Reply.Nothing();
    }

    @Override
    public String title(Words words) {
        return words.say("offers.title");
    }

    @Override
    public Optional<String> lead(Words words) {
        return Optional.of(words.say("offers.lead"));
    }

    @Override
    public Html content(View view) {
        return Html.all(
                Html.when(
                        view.viewer().isOneOf(PublishPage.PUBLISHING),
                        () -> Html.of(
                                "<div class=\"acts\"><a class=\"button\" href=\"{}\">{}</a><a class=\"button second\" href=\"{}\">{}</a></div>",
                                view.href("/publish"),
                                view.words().say("offers.publish"),
                                view.href("/guests"),
                                view.words().say("guest.links-title"))),
                tables(view).getFirst().html(view),
                Html.when(
                        !drafts.isEmpty(),
                        () -> Html.of(
                                "<h2>{}</h2><p>{}</p>{}",
                                view.words().say("drafts.title"),
                                view.words().say("drafts.why"),
                                tables(view).getLast().html(view))));
    }

    private Table draftTable(View view) {
        Words words = view.words();
        var rows = new ArrayList<List<Table.Cell>>();
        for (Market.Drafted each : drafts) {
            Description description = each.description();
            rows.add(List.of(
                    new Table.Cell(
                            Html.of(
                                    "<a href=\"{}\">{}</a>",
                                    view.href("/publish?draft=" + Links.encode(description.id())),
                                    Shown.text(description.titles(), description.id(), view.language())),
                            description.id()),
                    new Table.Cell(view.time(each.saved()), each.saved().toString()),
                    new Table.Cell(
                            view.form(
                                    "/drafts/" + Links.encode(description.id()) + "/discard",
                                    Html.of("<button class=\"second\">{}</button>", words.say("drafts.discard"))),
                            "")));
        }
        return new Table(
                "drafts",
                words.say("drafts.title"),
                List.of(
                        Table.Column.of("dataset", words.say("offers.dataset")),
                        Table.Column.of("saved", words.say("drafts.saved")),
                        Table.Column.of("act", words.say("offers.act"))),
                rows,
                Html.of("<p>{}</p>", words.say("drafts.none")));
    }

    @Override
    public List<Table> tables(View view) {
        Words words = view.words();
        var rows = new ArrayList<List<Table.Cell>>();
        for (Dataset each : datasets) {
            rows.add(List.of(
                    new Table.Cell(Shown.title(each, view.language()), each.id()),
                    Table.Cell.of(each.personal()
                            .map(personal -> words.say(personal ? "find.personal" : "find.not-personal"))
                            .orElse(words.say("table.unknown"))),
                    Table.Cell.of(Shown.terms(each.offers().getFirst(), view.language())),
                    new Table.Cell(
                            Onlookers.sentence(each.visibility(), register, view),
                            String.join(" ", each.visibility().grants())),
                    new Table.Cell(view.time(each.published()), each.published().toString()),
                    new Table.Cell(
                            Html.all(
                                    Html.when(
                                            view.viewer().isOneOf(PublishPage.PUBLISHING),
                                            () -> Html.of(
                                                    "<p><a href=\"{}\">{}</a></p>",
                                                    view.href("/publish?of=" + Links.encode(each.id())),
                                                    words.say("offers.change"))),
                                    Html.when(
                                            view.viewer().isOneOf(VisibilityPage.SHOWING),
                                            () -> act(each, "visibility", "seen.change", view)),
                                    Html.when(
                                            view.viewer().isOneOf(InvitePage.INVITING),
                                            () -> act(each, "guest", "guest.invite", view)),
                                    Html.when(
                                            view.viewer().isOneOf(WithdrawPage.WITHDRAWING),
                                            () -> act(each, "withdraw", "offers.withdraw", view))),
                            "")));
        }
        Table offers = new Table(
                "offers",
                words.say("offers.caption"),
                List.of(
                        Table.Column.of("dataset", words.say("offers.dataset")),
                        Table.Column.of("personal", words.say("facet.personal")),
                        Table.Column.of("terms", words.say("find.terms")),
                        Table.Column.of("seenBy", words.say("seen.title")),
                        Table.Column.of("published", words.say("offers.published")),
                        Table.Column.of("act", words.say("offers.act"))),
                rows,
                Html.of("<p>{}</p>", words.say("offers.none")));
        return drafts.isEmpty() ? List.of(offers) : List.of(offers, draftTable(view));
    }

    private static Html act(Dataset dataset, String path, String key, View view) {
        return Html.of(
                "<p><a href=\"{}\">{}</a></p>",
                view.href("/offers/" + Links.encode(dataset.id()) + "/" + path),
                view.words().say(key));
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "datasets",
                datasets.stream().map(Dataset::id).toList(),
                "drafts",
                drafts.stream().map(each -> each.description().id()).toList());
    }
}
