package org.hasekura.node;

import static org.hasekura.node.Operation.Kind.TEXT;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Admission;
import org.hasekura.law.Law;
import org.hasekura.policy.Offer;
import org.hasekura.store.Listings;

/** Negotiations, for this node's own people. */
final class NegotiationRoutes {

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Listings listings;
    private final Counterparty counterparty;
    private final Admission admission;
    private final Supplier<Law> law;
    private final AnswersJson answers;
    private final ActRoutes<Negotiation, NegotiationState, NegotiationAct> acts;

    NegotiationRoutes(
            Exchange exchange,
            ExchangeStore store,
            Listings listings,
            Counterparty counterparty,
            Admission admission,
            Supplier<Law> law,
            AnswersJson answers) {
        this.exchange = exchange;
        this.store = store;
        this.listings = listings;
        this.counterparty = counterparty;
        this.admission = admission;
        this.law = law;
        this.answers = answers;
        this.acts = new ActRoutes<>("Negotiation", exchange.negotiations(), store::negotiation, answers::of);
    }

    List<Route> routes() {
        return List.of(
                OwnRoute.post(
                        "/api/negotiations",
                        this::negotiate,
                        Operation.of("negotiations", "startNegotiation", "Asks a peer for a dataset of its catalog")
                                .taking("NegotiationRequest")
                                .answering(201, "Negotiation", "asked; what becomes of it is told by events")
                                .once()),
                OwnRoute.post(
                        "/api/offers",
                        this::offer,
                        Operation.of(
                                        "negotiations",
                                        "startByOffer",
                                        "Offers a dataset of this node to a participant, who may accept or answer with other terms")
                                .taking("OfferRequest")
                                .answering(201, "Negotiation", "offered; what becomes of it is told by events")
                                .once()),
                OwnRoute.get(
                        "/api/negotiations",
                        this::list,
                        ListFilter.described(
                                        Operation.of("negotiations", "listNegotiations", "Negotiations, newest first")
                                                .query(
                                                        "state",
                                                        TEXT,
                                                        "those that stand there",
                                                        ListFilter.names(NegotiationState.values())))
                                .answering(200, "NegotiationPage", "a page of them")),
                OwnRoute.get(
                        "/api/negotiations/{pid}",
                        this::read,
                        Operation.of("negotiations", "readNegotiation", "One negotiation")
                                .answering(200, "Negotiation", "as it stands")),
                acts.act("accept", "Accepts what the provider offers", "Empty", (_, body) -> {
                    AskedJson.nothing(body);
                    return new NegotiationAct.Accept();
                }),
                acts.act(
                        "counter",
                        "Answers with other terms",
                        "CounterOffer",
                        (negotiation, body) ->
                                new NegotiationAct.Counter(negotiation.offer().withTerms(AskedJson.terms(body)))),
                acts.act(
                        "terminate",
                        "Ends it",
                        "Ending",
                        (_, body) -> new NegotiationAct.Terminate(AskedJson.ending(body))),
                acts.decide("Decides what was left to a person"));
    }

    private Response read(Request request) throws StoreFailed {
        Optional<Negotiation> found = store.negotiation(request.parameter("pid"));
        return found.isPresent() ? answers.of(found.get(), false) : ActRoutes.nothing();
    }

    private Response list(Request request) throws ManagementJson.BadInput, StoreFailed {
        Page page = Page.asked(request);
        return PageJson.answer(
                request,
                page,
                listings.negotiations(ListFilter.read(request, page, ListFilter.names(NegotiationState.values()))),
                Negotiation::pid,
                each -> ManagementJson.write(each, law.get()));
    }

    /** Law and policy are asked before anything is sent; what they do not allow is refused in their words. */
    private Response offer(Request request) throws ManagementJson.BadInput, IOException {
        AskedJson.Offering asked = AskedJson.offering(request.body(), admission);
        Dataset dataset = store.dataset(asked.dataset())
                .filter(Dataset::isOnOffer)
                .orElseThrow(() -> new ManagementJson.BadInput(
                        "/dataset", "this node has no dataset `" + asked.dataset() + "` on offer"));
        String offer = asked.offer().orElseGet(() -> dataset.offers().getFirst().id());
        if (dataset.offer(offer).isEmpty()) {
            throw new ManagementJson.BadInput(
                    "/offer", "dataset `" + asked.dataset() + "` has no offer `" + offer + "`");
        }
        URI address = counterparty.dspAddress(asked.peer());
        return acts.answer(exchange.negotiations().offer(asked.peer().text(), address, asked.dataset(), offer));
    }

    /** Asks for a dataset under the terms of one of its offers, or under other terms that are given. */
    private Response negotiate(Request request) throws ManagementJson.BadInput, IOException {
        AskedJson.Dataset asked = AskedJson.dataset(request.body(), admission);
        URI address = counterparty.dspAddress(asked.peer());
        DatasetView dataset = counterparty
                .dataset(asked.peer(), address, asked.id())
                .filter(each -> each.id().equals(asked.id()) && !each.offers().isEmpty())
                .orElseThrow(() -> new ManagementJson.BadInput(
                        "/dataset",
                        "`" + asked.peer() + "` offers no dataset `" + asked.id()
                                + "`; `catalog` lists what it offers"));
        Offer offer = asked.offer().isEmpty()
                ? dataset.offers().getFirst()
                : dataset.offer(asked.offer().get())
                        .orElseThrow(() -> new ManagementJson.BadInput(
                                "/offer",
                                "dataset `" + asked.id() + "` has no offer `"
                                        + asked.offer().get() + "`"));
        return acts.answer(exchange.negotiations()
                .request(
                        asked.peer().text(),
                        address,
                        asked.id(),
                        asked.terms().map(offer::withTerms).orElse(offer)));
    }
}
