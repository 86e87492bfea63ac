package org.hasekura.node;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.identity.Admission;
import org.hasekura.law.Law;
import org.hasekura.store.Listings;

/** Catalogs of peers, negotiations, agreements and transfers for this node's own people: the management API of the exchange. */
final class ExchangeRoutes {

    private final Counterparty counterparty;
    private final Admission admission;
    private final Supplier<Law> law;
    private final NegotiationRoutes negotiations;
    private final AgreementRoutes agreements;
    private final TransferRoutes transfers;

    ExchangeRoutes(
            Exchange exchange,
            ExchangeStore store,
            Listings listings,
            Counterparty counterparty,
            Admission admission,
            Supplier<Law> law,
            AnswersJson answers) {
        this.counterparty = counterparty;
        this.admission = admission;
        this.law = law;
        this.agreements = new AgreementRoutes(exchange.agreements(), store, listings, law, answers);
        this.negotiations = new NegotiationRoutes(exchange, store, listings, counterparty, admission, law, answers);
        this.transfers = new TransferRoutes(exchange, store, listings, counterparty, answers);
    }

    List<Route> routes() {
        return Stream.of(List.of(catalog()), negotiations.routes(), agreements.routes(), transfers.routes())
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
}
