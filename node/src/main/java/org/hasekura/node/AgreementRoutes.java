package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hasekura.exchange.Agreements;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.law.Law;
import org.hasekura.store.Listings;

/** Agreements for this node's own people: read, and ended before their time. */
final class AgreementRoutes {

    private final Agreements agreements;
    private final ExchangeStore store;
    private final Listings listings;
    private final Supplier<Law> law;
    private final AnswersJson answers;

    AgreementRoutes(
            Agreements agreements, ExchangeStore store, Listings listings, Supplier<Law> law, AnswersJson answers) {
        this.agreements = agreements;
        this.store = store;
        this.listings = listings;
        this.law = law;
        this.answers = answers;
    }

    List<Route> routes() {
        return List.of(
                OwnRoute.get(
                        "/api/agreements",
                        this::listAgreements,
                        ListFilter.described(Operation.of("agreements", "listAgreements", "Agreements, newest first"))
                                .answering(200, "AgreementPage", "a page of them")),
                OwnRoute.get(
                        "/api/agreements/{id}",
                        this::readAgreement,
                        Operation.of("agreements", "readAgreement", "One agreement with its terms")
                                .answering(200, "Agreement", "as it stands")),
                OwnRoute.post(
                        "/api/agreements/{id}/end",
                        this::end,
                        Operation.of("agreements", "endAgreement", "Ends one before its time, and what runs under it")
                                .taking("AgreementEnding")
                                .answering(200, "Agreement", "ended; the peer is being told by the ends of transfers")
                                .once()));
    }

    private Response listAgreements(Request request) throws ManagementJson.BadInput, StoreFailed {
        Page page = Page.asked(request);
        return PageJson.answer(
                request,
                page,
                listings.agreements(ListFilter.read(request, page)),
                each -> each.agreement().id(),
                each -> ManagementJson.write(each, law.get()));
    }

    private Response readAgreement(Request request) throws StoreFailed {
        Optional<Concluded> found = store.agreement(request.parameter("id"));
        return found.isPresent() ? answers.of(found.get()) : ActRoutes.nothing();
    }

    private Response end(Request request) throws ManagementJson.BadInput, StoreFailed {
        AskedJson.AgreementEnding ending = AskedJson.agreementEnding(request.body());
        return switch (agreements.end(request.parameter("id"), ending.role(), ending.reason())) {
            case Agreements.Ended.Done(Concluded agreement) -> answers.of(agreement);
            case Agreements.Ended.NotFound _ -> ActRoutes.nothing();
            case Agreements.Ended.NotInForce _ ->
                Response.refused(409, "it does not stand: it has ended, or never came to stand");
            case Agreements.Ended.Busy _ -> ActRoutes.busy();
        };
    }
}
