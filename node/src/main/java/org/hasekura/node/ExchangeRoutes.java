package org.hasekura.node;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Admission;
import org.hasekura.law.Law;
import org.hasekura.store.Listings;

/** Catalogs of peers, negotiations, agreements and transfers for this node's own people: the management API of the exchange. */
final class ExchangeRoutes {

    private final ExchangeStore store;
    private final Listings listings;
    private final Counterparty counterparty;
    private final Admission admission;
    private final Supplier<Law> law;
    private final AnswersJson answers;
    private final NegotiationRoutes negotiations;
    private final TransferRoutes transfers;

    ExchangeRoutes(
            Exchange exchange,
            ExchangeStore store,
            Listings listings,
            Counterparty counterparty,
            Admission admission,
            Supplier<Law> law,
            AnswersJson answers) {
        this.store = store;
        this.listings = listings;
        this.counterparty = counterparty;
        this.admission = admission;
        this.law = law;
        this.answers = answers;
        this.negotiations = new NegotiationRoutes(exchange, store, listings, counterparty, admission, law, answers);
        this.transfers = new TransferRoutes(exchange, store, listings, counterparty, answers);
    }

    List<Route> routes() {
        return Stream.of(List.of(catalog()), negotiations.routes(), agreements(), transfers.routes())
                .flatMap(List::stream)
                .toList();
    }

    private Route catalog() {
        return OwnRoute.post(
                "/api/catalog",
                this::readCatalog,
                Operation.of("catalog", "readCatalog", "What a peer offers to this node, asked now")
                        .taking("CatalogRequest")
                        .answering(200, "Catalog", "all its datasets"));
    }

    private Response readCatalog(Request request) throws ManagementJson.BadInput, IOException {
        List<DatasetView> datasets = counterparty.catalog(AskedJson.peer(request.body(), admission));
        return Response.json(200, ManagementJson.list(datasets, each -> ManagementJson.write(each, law.get())));
    }

    private List<Route> agreements() {
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
                                .answering(200, "Agreement", "as it stands")));
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
}
