package org.hasekura.portal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.CatalogFilter;
import org.hasekura.exchange.CatalogSearch;
import org.hasekura.exchange.Listed;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;
import org.hasekura.policy.Offer;

/**
 * One dataset that was found: what it is, whose, under which terms, whether one may have it, and the way to ask for it.
 *
 * @param refusal why it could not be asked for
 */
record DatasetPage(CatalogSearch.Hit hit, String party, Optional<String> refusal) implements Page {

    static final Set<Role> ASKING = Set.of(Role.CONSUMER, Role.PROVIDER);

    static Reply read(Asked asked, Market market) throws StoreFailed {
        Optional<DatasetPage> page = find(asked, market, Optional.empty());
        return page.isPresent() ? Reply.page(page.get()) : new Reply.Nothing();
    }

    private static Optional<DatasetPage> find(Asked asked, Market market, Optional<String> refusal) throws StoreFailed {
        if (!asked.place("number").matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(asked.place("number"));
        // The newest of those before the next number is this one, if it is still listed.
        var search = new CatalogSearch.Asked(
                CatalogFilter.NONE, OptionalLong.of(number + 1), 1, Optional.empty(), true, false);
        Map<String, String> names = ParticipantsPage.names(market, asked.view().today());
        return market.find(search).hits().stream()
                .filter(hit -> hit.listed().number() == number)
                .findFirst()
                .map(hit -> new DatasetPage(hit, name(hit, names, asked.view().about()), refusal));
    }

    /** What the organisation is called that offers it: our own, or by the register. */
    static String name(CatalogSearch.Hit hit, Map<String, String> names, About about) {
        return hit.listed() instanceof Listed.Own ? about.organisation() : names.getOrDefault(hit.party(), hit.party());
    }

    /** Asks for it, and leads to the exchange that begins. */
    static Reply ask(Asked asked, Market market) throws StoreFailed {
        Optional<DatasetPage> page = find(asked, market, Optional.empty());
        if (page.isEmpty() || !(page.get().hit.listed() instanceof Listed.OfPeer ofPeer)) {
            return new Reply.Nothing();
        }
        Optional<Did> peer = market.did(ofPeer.peer());
        Optional<Offer> offer = asked.form()
                .text("offer")
                .flatMap(id -> offers(ofPeer).stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst());
        if (peer.isEmpty() || offer.isEmpty()) {
            return refused(page.get(), "the offer is no longer there; choose again");
        }
        try {
            return switch (market.ask(peer.get(), ofPeer.id(), offer.get().id())) {
                case Answer.Taken<?>(var process, var _)
                when process instanceof org.hasekura.exchange.Negotiation negotiation ->
                    Reply.done("/exchanges/" + Links.encode(negotiation.pid()), "asked");
                case Answer.Taken<?> _, Answer.NotFound<?> _, Answer.TokenReused<?> _ -> new Reply.Nothing();
                case Answer.Refused<?> refused -> refused(page.get(), Reasons.text(refused.reason(), asked.words()));
                case Answer.Busy<?> _ -> refused(page.get(), "too much at once; ask again a little later");
            };
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException away) {
            return refused(page.get(), String.valueOf(away.getMessage()));
        }
    }

    private static Reply refused(DatasetPage page, String why) {
        return Reply.refused(new DatasetPage(page.hit, page.party, Optional.of(why)));
    }

    static List<Offer> offers(Listed listed) {
        return switch (listed) {
            case Listed.Own own -> own.dataset().offers();
            case Listed.OfPeer ofPeer -> ofPeer.dataset().offers();
        };
    }

    @Override
    public String title(Words words) {
        var titles = hit.listed().titles();
        return titles.getOrDefault(
                words.language().code(),
                titles.values().stream()
                        .sorted()
                        .findFirst()
                        .orElse(hit.listed().id()));
    }

    @Override
    public List<Crumb> above(Words words) {
        return List.of(new Crumb("/find", words.say("find.title")));
    }

    @Override
    public boolean hasErrors() {
        return refusal.isPresent();
    }

    @Override
    public Html content(View view) {
        Words words = view.words();
        Listed listed = hit.listed();
        return Html.of(
                """
                {}
                <p class="lead">{}</p>
                <p>{}</p>
                <dl class="facts">
                <dt>{}</dt><dd>{} <code>{}</code></dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd><code>{}</code></dd>
                </dl>
                {}
                {}
                {}""",
                Html.when(
                        refusal,
                        why -> Html.of(
                                "<div class=\"notice errors\" tabindex=\"-1\" role=\"alert\"><h2>{}</h2><p>{}</p></div>",
                                words.say("send.problem"),
                                Reasons.html(why, words))),
                Shown.text(listed.descriptions(), "", view.language()),
                Shown.chip(hit.qualification(), words),
                words.say("find.whose"),
                party,
                hit.party(),
                words.say("facet.personal"),
                listed.personal()
                        .map(each -> words.say(each ? "find.personal" : "find.not-personal"))
                        .orElse(words.say("table.unknown")),
                words.say("facet.theme"),
                joined(
                        listed.themes().stream()
                                .map(each -> Shown.theme(each, words))
                                .toList(),
                        words),
                words.say("facet.country"),
                joined(listed.countries().stream().map(words::country).toList(), words),
                words.say("facet.licence"),
                listed.licence().orElse(words.say("table.unknown")),
                words.say("find.id"),
                listed.id(),
                Html.when(
                        hit.qualification(),
                        each -> Shown.why(
                                each, offers(listed).stream().map(Offer::terms).toList(), words)),
                Html.each(offers(listed), offer -> offer(offer, view)),
                Records.html(listed.shape(), view));
    }

    private static String joined(List<String> all, Words words) {
        return all.isEmpty() ? words.say("table.unknown") : String.join(words.say("list.comma"), all);
    }

    private Html offer(Offer offer, View view) {
        Words words = view.words();
        boolean mayAsk = hit.listed() instanceof Listed.OfPeer && view.viewer().isOneOf(ASKING);
        return Html.of(
                "<section class=\"card\"><h2>{}</h2><p>{}</p>{}</section>",
                words.say("find.terms"),
                Shown.terms(offer, view.language()),
                Html.when(
                        mayAsk,
                        () -> view.form(
                                view.path() + "/ask",
                                Html.of(
                                        "<input type=\"hidden\" name=\"offer\" value=\"{}\"><p class=\"hint\">{}</p><button>{}</button>",
                                        offer.id(),
                                        words.say("find.ask-binds", "peer", party),
                                        words.say("find.ask")))));
    }

    @Override
    public List<Table> tables(View view) {
        return Records.tables(hit.listed().shape(), view);
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "id",
                hit.listed().id(),
                "party",
                hit.party(),
                "title",
                hit.listed().titles(),
                "offers",
                offers(hit.listed()).stream().map(Offer::id).toList());
    }
}
