package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.DatasetView;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.Pids;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.exchange.Transfers;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Did;
import org.hasekura.law.Law;
import org.hasekura.policy.Offer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Catalogs of peers, negotiations, agreements and transfers for this node's own people: the management API of the exchange. */
final class ExchangeRoutes {

    private static final int BODY_BYTES_MAX = 256 * 1024;
    private static final int LIST_MAX = 500;

    private final Exchange exchange;
    private final ExchangeStore store;
    private final Counterparty counterparty;
    private final Admission admission;
    private final Supplier<Law> law;

    ExchangeRoutes(
            Exchange exchange, ExchangeStore store, Counterparty counterparty, Admission admission, Supplier<Law> law) {
        this.exchange = exchange;
        this.store = store;
        this.counterparty = counterparty;
        this.admission = admission;
        this.law = law;
    }

    List<Route> routes() {
        return List.of(
                post("/api/catalog", this::catalog),
                post("/api/negotiations", this::negotiate),
                Route.get(
                        "/api/negotiations",
                        request -> json(
                                200,
                                ManagementJson.list(
                                        store.negotiations(
                                                request.query("before").orElse(""), LIST_MAX),
                                        each -> ManagementJson.write(each, law.get())))),
                Route.get(
                        "/api/negotiations/{pid}",
                        request -> shown(
                                store.negotiation(request.parameter("pid")),
                                each -> ManagementJson.write(each, law.get()))),
                post("/api/negotiations/{pid}/{act}", this::act),
                Route.get(
                        "/api/agreements",
                        request -> json(
                                200,
                                ManagementJson.list(
                                        store.agreements(request.query("before").orElse(""), LIST_MAX),
                                        each -> ManagementJson.write(each, law.get())))),
                Route.get(
                        "/api/agreements/{id}",
                        request -> shown(
                                store.agreement(request.parameter("id")),
                                each -> ManagementJson.write(each, law.get()))),
                post("/api/transfers", this::transfer),
                Route.get(
                        "/api/transfers",
                        request -> json(
                                200,
                                ManagementJson.list(
                                        store.transfers(request.query("before").orElse(""), LIST_MAX),
                                        ManagementJson::write))),
                Route.get(
                        "/api/transfers/{pid}",
                        request -> shown(store.transfer(request.parameter("pid")), ManagementJson::writeWithAddress)),
                post("/api/transfers/{pid}/{act}", this::transferAct));
    }

    /** A handler that may find its input bad or the peer away. */
    private interface Step {
        Response take(Request request, JsonNode body) throws ManagementJson.BadInput, IOException;
    }

    private static Route post(String path, Step step) {
        return Route.post(path, BODY_BYTES_MAX, request -> {
            try {
                JsonNode body =
                        request.body().length == 0 ? ManagementJson.object() : ManagementJson.read(request.body());
                return step.take(request, body);
            } catch (ManagementJson.BadInput bad) {
                return Response.refused(400, bad.words());
            } catch (StoreFailed failed) {
                throw failed;
            } catch (IOException away) {
                return Response.refused(502, String.valueOf(away.getMessage()));
            }
        });
    }

    private Response catalog(Request request, JsonNode body) throws ManagementJson.BadInput, IOException {
        List<DatasetView> datasets = counterparty.catalog(did(body));
        return json(200, ManagementJson.list(datasets, each -> ManagementJson.write(each, law.get())));
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
                        "`" + peer + "` offers no dataset `" + datasetId + "`; `catalog` lists what it offers"));
        Offer offer = offerId.isEmpty()
                ? dataset.offers().getFirst()
                : dataset.offer(offerId.get())
                        .orElseThrow(() -> new ManagementJson.BadInput(
                                "dataset `" + datasetId + "` has no offer `" + offerId.get() + "`"));
        Offer asked = body.has("terms") ? offer.withTerms(ManagementJson.terms(body)) : offer;
        return answer(
                exchange.negotiations().request(peer.text(), address, datasetId, asked),
                each -> ManagementJson.write(each, law.get()));
    }

    private Response act(Request request, JsonNode body) throws ManagementJson.BadInput, StoreFailed {
        String pid = request.parameter("pid");
        Answer<Negotiation> answer = switch (request.parameter("act")) {
            case "accept" -> exchange.negotiations().act(pid, new NegotiationAct.Accept());
            case "counter" -> {
                Optional<Negotiation> found = store.negotiation(pid);
                yield found.isEmpty()
                        ? new Answer.NotFound<>()
                        : exchange.negotiations()
                                .act(
                                        pid,
                                        new NegotiationAct.Counter(
                                                found.get().offer().withTerms(ManagementJson.terms(body))));
            }
            case "decide" ->
                exchange.negotiations()
                        .decide(
                                pid,
                                permits(ManagementJson.text(body, "decision")),
                                ManagementJson.optionalText(body, "role").orElse("compliance-officer"),
                                ManagementJson.text(body, "reason"));
            case "terminate" -> exchange.negotiations().act(pid, new NegotiationAct.Terminate(reason(body)));
            default ->
                throw new ManagementJson.BadInput("`" + request.parameter("act")
                        + "` is nothing to do with a negotiation; it can be accept, counter, decide or terminate");
        };
        return answer(answer, each -> ManagementJson.write(each, law.get()));
    }

    private static boolean permits(String decision) throws ManagementJson.BadInput {
        return switch (decision) {
            case "agree" -> true;
            case "refuse" -> false;
            default -> throw new ManagementJson.BadInput("`decision` is `" + decision + "`; it can be agree or refuse");
        };
    }

    private Response transfer(Request request, JsonNode body) throws ManagementJson.BadInput, IOException {
        String agreementId = ManagementJson.text(body, "agreement");
        Optional<Concluded> agreement = store.agreement(agreementId);
        if (agreement.isEmpty()) {
            return Response.refused(404, "there is no agreement `" + agreementId + "`");
        }
        URI address = counterparty.dspAddress(new Did(agreement.get().peer()));
        return answer(exchange.transfers().request(agreementId, address), ManagementJson::write);
    }

    private Response transferAct(Request request, JsonNode body) throws ManagementJson.BadInput, StoreFailed {
        String pid = request.parameter("pid");
        Transfers transfers = exchange.transfers();
        Answer<Transfer> answer = switch (request.parameter("act")) {
            case "resume" -> transfers.act(pid, new TransferAct.Start());
            case "suspend" -> transfers.act(pid, new TransferAct.Suspend(reason(body)));
            case "complete" -> transfers.act(pid, new TransferAct.Complete());
            case "terminate" -> transfers.act(pid, new TransferAct.Terminate(reason(body)));
            case "decide" ->
                transfers.decide(
                        pid,
                        permits(ManagementJson.text(body, "decision")),
                        ManagementJson.optionalText(body, "role").orElse("compliance-officer"),
                        ManagementJson.text(body, "reason"));
            default ->
                throw new ManagementJson.BadInput(
                        "`" + request.parameter("act")
                                + "` is nothing to do with a transfer; it can be suspend, resume, complete, terminate or decide");
        };
        return answer(answer, ManagementJson::write);
    }

    private static Reason reason(JsonNode body) throws ManagementJson.BadInput {
        return Reason.of(
                "ended-by-person", ManagementJson.optionalText(body, "reason").orElse("no reason was given"));
    }

    private Did did(JsonNode body) throws ManagementJson.BadInput {
        return switch (Did.parse(ManagementJson.text(body, "peer"), admission)) {
            case Did.Parse.Parsed(Did did) -> did;
            case Did.Parse.Malformed(String words) -> throw new ManagementJson.BadInput("`peer`: " + words);
        };
    }

    private static <P> Response answer(Answer<P> answer, Function<P, ObjectNode> writer) {
        return switch (answer) {
            case Answer.Taken<P>(P process, boolean opened) ->
                json(opened ? 201 : 200, writer.apply(process).toString());
            case Answer.Refused<P>(Pids _, Reason reason) ->
                Response.refused(409, String.join("; ", reason.sentences()));
            case Answer.NotFound<P> _ -> Response.refused(404, "there is no such thing");
            case Answer.TokenReused<P> _ -> Response.refused(409, "the token was used before");
            case Answer.Busy<P> _ -> Response.refused(503, "too much at once; ask again a little later");
        };
    }

    private static <P> Response shown(Optional<P> found, Function<P, ObjectNode> writer) {
        return found.isPresent()
                ? json(200, writer.apply(found.get()).toString())
                : Response.refused(404, "there is no such thing");
    }

    private static Response json(int status, String json) {
        return Response.json(status, json);
    }
}
