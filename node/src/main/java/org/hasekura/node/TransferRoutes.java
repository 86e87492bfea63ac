package org.hasekura.node;

import static org.hasekura.node.Operation.Kind.TEXT;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.exchange.TransferState;
import org.hasekura.identity.Did;
import org.hasekura.store.Listings;

/** Transfers, for this node's own people. */
final class TransferRoutes {

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Listings listings;
    private final Counterparty counterparty;
    private final AnswersJson answers;
    private final ActRoutes<Transfer, TransferState, TransferAct> acts;

    TransferRoutes(
            Exchange exchange, ExchangeStore store, Listings listings, Counterparty counterparty, AnswersJson answers) {
        this.exchange = exchange;
        this.store = store;
        this.listings = listings;
        this.counterparty = counterparty;
        this.answers = answers;
        this.acts = new ActRoutes<>("Transfer", exchange.transfers(), store::transfer, answers::of);
    }

    List<Route> routes() {
        return List.of(
                OwnRoute.post(
                        "/api/transfers",
                        this::transfer,
                        Operation.of("transfers", "startTransfer", "Asks for the data of an agreement")
                                .taking("TransferRequest")
                                .answering(201, "Transfer", "asked; what becomes of it is told by events")
                                .once()),
                OwnRoute.get(
                        "/api/transfers",
                        this::list,
                        ListFilter.described(Operation.of("transfers", "listTransfers", "Transfers, newest first")
                                        .query(
                                                "state",
                                                TEXT,
                                                "those that stand there",
                                                ListFilter.names(TransferState.values())))
                                .answering(200, "TransferPage", "a page of them")),
                OwnRoute.get(
                        "/api/transfers/{pid}",
                        this::read,
                        Operation.of("transfers", "readTransfer", "One transfer")
                                .answering(
                                        200,
                                        "Transfer",
                                        "as it stands; to the consumer with where the bytes are, while started")),
                acts.act("resume", "Lets the bytes go on", "Empty", (_, body) -> {
                    AskedJson.nothing(body);
                    return new TransferAct.Start();
                }),
                acts.act(
                        "suspend",
                        "Stops the bytes for a while",
                        "Ending",
                        (_, body) -> new TransferAct.Suspend(AskedJson.ending(body))),
                acts.act("complete", "Says that all has come", "Empty", (_, body) -> {
                    AskedJson.nothing(body);
                    return new TransferAct.Complete();
                }),
                acts.act(
                        "terminate",
                        "Stops the bytes for good",
                        "Ending",
                        (_, body) -> new TransferAct.Terminate(AskedJson.ending(body))),
                acts.decide("Says whether one goes on that the law leaves open"));
    }

    private Response read(Request request) throws StoreFailed {
        Optional<Transfer> found = store.transfer(request.parameter("pid"));
        return found.isPresent() ? answers.withAddress(found.get()) : ActRoutes.nothing();
    }

    private Response list(Request request) throws ManagementJson.BadInput, StoreFailed {
        Page page = Page.asked(request);
        return PageJson.answer(
                request,
                page,
                listings.transfers(ListFilter.read(request, page, ListFilter.names(TransferState.values()))),
                Transfer::pid,
                ManagementJson::write);
    }

    private Response transfer(Request request) throws ManagementJson.BadInput, IOException {
        String agreementId = AskedJson.agreement(request.body());
        Optional<Concluded> agreement = store.agreement(agreementId);
        if (agreement.isEmpty()) {
            return Response.refused(404, "there is no agreement `" + agreementId + "`");
        }
        URI address = counterparty.dspAddress(new Did(agreement.get().peer()));
        return acts.answer(exchange.transfers().request(agreementId, address));
    }
}
