package org.hasekura.node;

import static org.hasekura.node.Operation.Kind.INSTANT;
import static org.hasekura.node.Operation.Kind.TEXT;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Pids;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.exchange.TransferState;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;
import org.hasekura.law.Law;
import org.hasekura.policy.Offer;
import org.hasekura.store.Listings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Catalogs of peers, negotiations, agreements and transfers for this node's own people: the management API of the exchange. */
final class ExchangeRoutes {

    private static final int BODY_BYTES_MAX = 256 * 1024;

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Listings listings;
    private final Counterparty counterparty;
    private final Admission admission;
    private final Supplier<Law> law;
    private final AnswersJson answers;

    ExchangeRoutes(
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
    }

    List<Route> routes() {
        return Stream.of(catalogs(), negotiations(), agreements(), transfers())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> catalogs() {
        return List.of(post(
                "/api/catalog",
                this::catalog,
                Operation.of("catalog", "readCatalog", "What a peer offers to this node, asked now")
                        .taking("CatalogRequest")
                        .answering(200, "Catalog", "all its datasets")));
    }

    private List<Route> negotiations() {
        return List.of(
                post(
                        "/api/negotiations",
                        this::negotiate,
                        Operation.of("negotiations", "startNegotiation", "Asks a peer for a dataset of its catalog")
                                .taking("NegotiationRequest")
                                .answering(201, "Negotiation", "asked; what becomes of it is told by events")
                                .once()),
                get(
                        "/api/negotiations",
                        this::listNegotiations,
                        filtered(Operation.of("negotiations", "listNegotiations", "Negotiations, newest first")
                                        .query(
                                                "state",
                                                TEXT,
                                                "those that stand there",
                                                names(NegotiationState.values())))
                                .answering(200, "NegotiationPage", "a page of them")),
                get(
                        "/api/negotiations/{pid}",
                        request -> shown(
                                store.negotiation(request.parameter("pid")),
                                Negotiation::version,
                                each -> ManagementJson.write(each, law.get())),
                        Operation.of("negotiations", "readNegotiation", "One negotiation")
                                .answering(200, "Negotiation", "as it stands")),
                negotiationAct(
                        "accept", "Accepts what the provider offers", "Empty", (_, _) -> new NegotiationAct.Accept()),
                negotiationAct(
                        "counter",
                        "Answers with other terms",
                        "CounterOffer",
                        (negotiation, body) ->
                                new NegotiationAct.Counter(negotiation.offer().withTerms(ManagementJson.terms(body)))),
                negotiationAct(
                        "terminate", "Ends it", "Ending", (_, body) -> new NegotiationAct.Terminate(reason(body))),
                post(
                        "/api/negotiations/{pid}/decide",
                        (request, body) -> onNegotiation(
                                request,
                                _ -> exchange.negotiations()
                                        .decide(
                                                request.parameter("pid"),
                                                permits(body),
                                                role(body),
                                                ManagementJson.text(body, "reason"))),
                        Operation.of("negotiations", "decideNegotiation", "Decides what was left to a person")
                                .taking("Decision")
                                .answering(200, "Negotiation", "decided")
                                .once()
                                .guarded()));
    }

    /** What somebody does with a negotiation. */
    private interface NegotiationDoing {
        NegotiationAct of(Negotiation negotiation, JsonNode body) throws ManagementJson.BadInput;
    }

    private Route negotiationAct(String act, String summary, String schema, NegotiationDoing doing) {
        return post(
                "/api/negotiations/{pid}/" + act,
                (request, body) -> onNegotiation(
                        request,
                        negotiation -> exchange.negotiations().act(negotiation.pid(), doing.of(negotiation, body))),
                Operation.of("negotiations", act + "Negotiation", summary)
                        .taking(schema)
                        .answering(200, "Negotiation", "done, and the peer is being told")
                        .once()
                        .guarded());
    }

    private interface OnNegotiation {
        Answer<Negotiation> take(Negotiation negotiation) throws ManagementJson.BadInput, StoreFailed;
    }

    private Response onNegotiation(Request request, OnNegotiation act) throws ManagementJson.BadInput, StoreFailed {
        Optional<Negotiation> found = store.negotiation(request.parameter("pid"));
        if (found.isEmpty()) {
            return nothing();
        }
        Optional<Response.Refused> stale =
                EntityTags.refusal(request, found.get().version());
        return stale.isPresent() ? stale.get() : answer(act.take(found.get()), answers::of);
    }

    private List<Route> agreements() {
        return List.of(
                get(
                        "/api/agreements",
                        this::listAgreements,
                        filtered(Operation.of("agreements", "listAgreements", "Agreements, newest first"))
                                .answering(200, "AgreementPage", "a page of them")),
                get(
                        "/api/agreements/{id}",
                        request -> {
                            Optional<Concluded> found = store.agreement(request.parameter("id"));
                            return found.isPresent()
                                    ? Response.json(
                                            200,
                                            ManagementJson.write(found.get(), law.get())
                                                    .toString())
                                    : nothing();
                        },
                        Operation.of("agreements", "readAgreement", "One agreement with its terms")
                                .answering(200, "Agreement", "as it stands")));
    }

    private List<Route> transfers() {
        return List.of(
                post(
                        "/api/transfers",
                        this::transfer,
                        Operation.of("transfers", "startTransfer", "Asks for the data of an agreement")
                                .taking("TransferRequest")
                                .answering(201, "Transfer", "asked; what becomes of it is told by events")
                                .once()),
                get(
                        "/api/transfers",
                        this::listTransfers,
                        filtered(Operation.of("transfers", "listTransfers", "Transfers, newest first")
                                        .query("state", TEXT, "those that stand there", names(TransferState.values())))
                                .answering(200, "TransferPage", "a page of them")),
                get(
                        "/api/transfers/{pid}",
                        request -> shown(
                                store.transfer(request.parameter("pid")),
                                Transfer::version,
                                ManagementJson::writeWithAddress),
                        Operation.of("transfers", "readTransfer", "One transfer")
                                .answering(
                                        200,
                                        "Transfer",
                                        "as it stands; to the consumer with where the bytes are, while started")),
                transferAct("resume", "Lets the bytes go on", "Empty", _ -> new TransferAct.Start()),
                transferAct(
                        "suspend",
                        "Stops the bytes for a while",
                        "Ending",
                        body -> new TransferAct.Suspend(reason(body))),
                transferAct("complete", "Says that all has come", "Empty", _ -> new TransferAct.Complete()),
                transferAct(
                        "terminate",
                        "Stops the bytes for good",
                        "Ending",
                        body -> new TransferAct.Terminate(reason(body))),
                post(
                        "/api/transfers/{pid}/decide",
                        (request, body) -> onTransfer(
                                request,
                                pid -> exchange.transfers()
                                        .decide(pid, permits(body), role(body), ManagementJson.text(body, "reason"))),
                        Operation.of("transfers", "decideTransfer", "Says whether one goes on that the law leaves open")
                                .taking("Decision")
                                .answering(200, "Transfer", "decided")
                                .once()
                                .guarded()));
    }

    /** What somebody does with a transfer. */
    private interface TransferDoing {
        TransferAct of(JsonNode body) throws ManagementJson.BadInput;
    }

    private Route transferAct(String act, String summary, String schema, TransferDoing doing) {
        return post(
                "/api/transfers/{pid}/" + act,
                (request, body) ->
                        onTransfer(request, pid -> exchange.transfers().act(pid, doing.of(body))),
                Operation.of("transfers", act + "Transfer", summary)
                        .taking(schema)
                        .answering(200, "Transfer", "done, and the peer is being told")
                        .once()
                        .guarded());
    }

    private interface OnTransfer {
        Answer<Transfer> take(String pid) throws ManagementJson.BadInput, StoreFailed;
    }

    private Response onTransfer(Request request, OnTransfer act) throws ManagementJson.BadInput, StoreFailed {
        Optional<Transfer> found = store.transfer(request.parameter("pid"));
        if (found.isEmpty()) {
            return nothing();
        }
        Optional<Response.Refused> stale =
                EntityTags.refusal(request, found.get().version());
        return stale.isPresent() ? stale.get() : answer(act.take(found.get().pid()), answers::of);
    }

    /** A handler that may find its parameters bad. */
    private interface Reading {
        Response read(Request request) throws ManagementJson.BadInput, StoreFailed;
    }

    private static Route get(String path, Reading reading, Operation operation) {
        return Route.get(path, request -> {
                    try {
                        return reading.read(request);
                    } catch (ManagementJson.BadInput bad) {
                        return Response.refused(bad);
                    }
                })
                .described(operation);
    }

    /** A handler that may find its input bad or the peer away. */
    private interface Step {
        Response take(Request request, JsonNode body) throws ManagementJson.BadInput, IOException;
    }

    private static Route post(String path, Step step, Operation operation) {
        return Route.post(path, BODY_BYTES_MAX, request -> {
                    try {
                        JsonNode body = request.body().length == 0
                                ? ManagementJson.object()
                                : ManagementJson.read(request.body());
                        return step.take(request, body);
                    } catch (ManagementJson.BadInput bad) {
                        return Response.refused(bad);
                    } catch (StoreFailed failed) {
                        throw failed;
                    } catch (IOException away) {
                        return Response.refused(502, String.valueOf(away.getMessage()));
                    }
                })
                .described(operation);
    }

    private static Operation filtered(Operation operation) {
        return operation
                .query("counterparty", TEXT, "those with this DID on the other side")
                .query("dataset", TEXT, "those about this dataset")
                .query("since", INSTANT, "those that were changed then or later")
                .paged();
    }

    private static String[] names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toArray(String[]::new);
    }

    private Response listNegotiations(Request request) throws ManagementJson.BadInput, StoreFailed {
        Page page = Page.asked(request);
        return PageJson.answer(
                request,
                page,
                listings.negotiations(ListFilter.read(request, page, names(NegotiationState.values()))),
                Negotiation::pid,
                each -> ManagementJson.write(each, law.get()));
    }

    private Response listTransfers(Request request) throws ManagementJson.BadInput, StoreFailed {
        Page page = Page.asked(request);
        return PageJson.answer(
                request,
                page,
                listings.transfers(ListFilter.read(request, page, names(TransferState.values()))),
                Transfer::pid,
                ManagementJson::write);
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

    private Response catalog(Request request, JsonNode body) throws ManagementJson.BadInput, IOException {
        List<DatasetView> datasets = counterparty.catalog(did(body));
        return Response.json(200, ManagementJson.list(datasets, each -> ManagementJson.write(each, law.get())));
    }

    /** Asks for a dataset under the terms of one of its offers, or under other terms that are given. */
    private Response negotiate(Request request, JsonNode body) throws ManagementJson.BadInput, IOException {
        Did peer = did(body);
        String datasetId = ManagementJson.text(body, "dataset");
        Optional<String> offerId = ManagementJson.optionalText(body, "offer");
        URI address = counterparty.dspAddress(peer);
        DatasetView dataset = counterparty
                .dataset(peer, address, datasetId)
                .filter(each -> each.id().equals(datasetId) && !each.offers().isEmpty())
                .orElseThrow(() -> new ManagementJson.BadInput(
                        "/dataset",
                        "`" + peer + "` offers no dataset `" + datasetId + "`; `catalog` lists what it offers"));
        Offer offer = offerId.isEmpty()
                ? dataset.offers().getFirst()
                : dataset.offer(offerId.get())
                        .orElseThrow(() -> new ManagementJson.BadInput(
                                "/offer", "dataset `" + datasetId + "` has no offer `" + offerId.get() + "`"));
        Offer asked = body.has("terms") ? offer.withTerms(ManagementJson.terms(body)) : offer;
        return answer(exchange.negotiations().request(peer.text(), address, datasetId, asked), answers::of);
    }

    private Response transfer(Request request, JsonNode body) throws ManagementJson.BadInput, IOException {
        String agreementId = ManagementJson.text(body, "agreement");
        Optional<Concluded> agreement = store.agreement(agreementId);
        if (agreement.isEmpty()) {
            return Response.refused(404, "there is no agreement `" + agreementId + "`");
        }
        URI address = counterparty.dspAddress(new Did(agreement.get().peer()));
        return answer(exchange.transfers().request(agreementId, address), answers::of);
    }

    private static boolean permits(JsonNode body) throws ManagementJson.BadInput {
        String decision = ManagementJson.text(body, "decision");
        return switch (decision) {
            case "agree" -> true;
            case "refuse" -> false;
            default ->
                throw new ManagementJson.BadInput(
                        "/decision", "`decision` is `" + decision + "`; it can be agree or refuse");
        };
    }

    private static String role(JsonNode body) throws ManagementJson.BadInput {
        return ManagementJson.optionalText(body, "role").orElse("compliance-officer");
    }

    private static Reason reason(JsonNode body) throws ManagementJson.BadInput {
        return Reason.of(
                "ended-by-person", ManagementJson.optionalText(body, "reason").orElse("no reason was given"));
    }

    private Did did(JsonNode body) throws ManagementJson.BadInput {
        return switch (Did.parse(ManagementJson.text(body, "peer"), admission)) {
            case Did.Parse.Parsed(Did did) -> did;
            case Did.Parse.Malformed(String words) -> throw new ManagementJson.BadInput("/peer", "`peer`: " + words);
        };
    }

    /** Shows a process, new or not. */
    private interface Writer<P> {
        Response.Whole write(P process, boolean isNew);
    }

    private static <P> Response answer(Answer<P> answer, Writer<P> writer) {
        return switch (answer) {
            case Answer.Taken<P>(P process, boolean opened) -> writer.write(process, opened);
            case Answer.Refused<P>(Pids _, Reason reason) ->
                Response.refused(409, String.join("; ", reason.sentences()));
            case Answer.NotFound<P> _ -> nothing();
            case Answer.TokenReused<P> _ -> Response.refused(409, "the token was used before");
            case Answer.Busy<P> _ ->
                Response.refused(503, "too much at once; ask again a little later")
                        .with("Retry-After", "1");
        };
    }

    private static <P> Response shown(Optional<P> found, Function<P, Long> version, Function<P, ObjectNode> writer) {
        return found.isPresent()
                ? Response.json(200, writer.apply(found.get()).toString())
                        .with("ETag", EntityTags.of(version.apply(found.get())))
                : nothing();
    }

    private static Response nothing() {
        return Response.refused(404, "there is no such thing");
    }
}
