package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.DspError;
import org.hasekura.exchange.ErrorJson;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.Inbound;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationJson;
import org.hasekura.exchange.NegotiationMessage;
import org.hasekura.exchange.Pids;
import org.hasekura.exchange.ProtocolVersion;
import org.hasekura.exchange.Read;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Self;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferJson;
import org.hasekura.exchange.TransferMessage;
import org.hasekura.exchange.VersionJson;

/**
 * The Dataspace Protocol's HTTPS binding, both roles under one base. For each request: schema, then who it is, then
 * whether it is theirs (404), then the exchange. {@link CatalogRoutes} has the catalog. DSP 2025-1 #negotiation-http,
 * #transfer-http.
 */
final class DspRoutes {

    /** The path of version 2025-1 below the public address. */
    static final String BASE = "/dsp/2025-1";

    /** What is sent to which last step of a path. */
    private static final Map<String, String> NEGOTIATION_TYPES = Map.of(
            "request", "ContractRequestMessage",
            "offers", "ContractOfferMessage",
            "events", "ContractNegotiationEventMessage",
            "agreement", "ContractAgreementMessage",
            "verification", "ContractAgreementVerificationMessage",
            "termination", "ContractNegotiationTerminationMessage");

    private static final Map<String, String> TRANSFER_TYPES = Map.of(
            "request", "TransferRequestMessage",
            "start", "TransferStartMessage",
            "suspension", "TransferSuspensionMessage",
            "completion", "TransferCompletionMessage",
            "termination", "TransferTerminationMessage");

    private final Exchange exchange;
    private final Doorway doorway;
    private final Self self;
    private final int bodyBytesMax;

    DspRoutes(Exchange exchange, Doorway doorway, Self self, int bodyBytesMax) {
        this.exchange = exchange;
        this.doorway = doorway;
        this.self = self;
        this.bodyBytesMax = bodyBytesMax;
    }

    List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.add(Route.get(VersionJson.WELL_KNOWN, _ -> version()));
        routes.add(Route.get(BASE + "/negotiations/{pid}", this::negotiation));
        for (String opening : List.of("/negotiations/request", "/negotiations/offers")) {
            routes.add(post(opening, request -> negotiation(request, Optional.empty())));
        }
        for (String act :
                List.of("request", "offers", "events", "agreement", "agreement/verification", "termination")) {
            routes.add(post(
                    "/negotiations/{pid}/" + act,
                    request -> negotiation(request, Optional.of(request.parameter("pid")))));
        }
        routes.add(Route.get(BASE + "/transfers/{pid}", this::transfer));
        routes.add(post("/transfers/request", request -> transfer(request, Optional.empty())));
        for (String act : List.of("start", "suspension", "completion", "termination")) {
            routes.add(post(
                    "/transfers/{pid}/" + act, request -> transfer(request, Optional.of(request.parameter("pid")))));
        }
        return routes;
    }

    private Route post(String path, Handler handler) {
        return Route.post(BASE + path, bodyBytesMax, handler);
    }

    private Response version() {
        var spoken = new ProtocolVersion(
                ProtocolVersion.SPOKEN, BASE, Optional.of(self.did()), Optional.of("did:web"), Optional.empty());
        return json(200, VersionJson.write(List.of(spoken)));
    }

    /**
     * Where it stands as the asking side knows it: that side may have acknowledged our last message and ask before its
     * acknowledgement is on our disk.
     */
    private Response negotiation(Request request) throws StoreFailed {
        return switch (doorway.read(request)) {
            case Doorway.Seen.TurnedAway away -> away(DspError.Kind.NEGOTIATION, away);
            case Doorway.Seen.Known known -> {
                Optional<Negotiation> found = exchange.negotiations().shown(known.did(), request.parameter("pid"));
                yield found.isPresent()
                        ? json(
                                200,
                                NegotiationJson.writeView(
                                        found.get().pids(), found.get().effective()))
                        : notFound(DspError.Kind.NEGOTIATION);
            }
        };
    }

    private Response transfer(Request request) throws StoreFailed {
        return switch (doorway.read(request)) {
            case Doorway.Seen.TurnedAway away -> away(DspError.Kind.TRANSFER, away);
            case Doorway.Seen.Known known -> {
                Optional<Transfer> found = exchange.transfers().shown(known.did(), request.parameter("pid"));
                yield found.isPresent()
                        ? json(
                                200,
                                TransferJson.writeView(
                                        found.get().pids(), found.get().effective()))
                        : notFound(DspError.Kind.TRANSFER);
            }
        };
    }

    private Response negotiation(Request request, Optional<String> pid) throws StoreFailed {
        NegotiationMessage message;
        switch (NegotiationJson.read(request.body(), bodyBytesMax)) {
            case Read.Invalid<NegotiationMessage> invalid -> {
                return invalid(DspError.Kind.NEGOTIATION, invalid.sentence());
            }
            case Read.Ok<NegotiationMessage>(NegotiationMessage read) -> message = read;
        }
        Optional<String> misplaced = misplaced(request, message.type(), NEGOTIATION_TYPES);
        if (misplaced.isPresent()) {
            return invalid(DspError.Kind.NEGOTIATION, misplaced.get());
        }
        Doorway.Seen.Known known;
        switch (doorway.write(request)) {
            case Doorway.Seen.TurnedAway away -> {
                return away(DspError.Kind.NEGOTIATION, away);
            }
            case Doorway.Seen.Known seen -> known = seen;
        }
        Inbound in = inbound(request, known);
        Answer<Negotiation> answer;
        switch (message) {
            case NegotiationMessage.Request opening
            when pid.isEmpty() -> {
                Optional<String> fault =
                        doorway.callbackFault(known.token(), opening.callback().toString());
                if (fault.isPresent()) {
                    return invalid(DspError.Kind.NEGOTIATION, fault.get());
                }
                answer = exchange.negotiations().open(in, opening);
            }
            case NegotiationMessage.InitialOffer opening
            when pid.isEmpty() -> {
                Optional<String> fault =
                        doorway.callbackFault(known.token(), opening.callback().toString());
                if (fault.isPresent()) {
                    return invalid(DspError.Kind.NEGOTIATION, fault.get());
                }
                answer = exchange.negotiations().open(in, opening);
            }
            default -> {
                if (pid.isEmpty()) {
                    return invalid(DspError.Kind.NEGOTIATION, "a `" + message.type() + "` does not open a negotiation");
                }
                answer = exchange.negotiations().receive(in, pid.get(), message);
            }
        }
        return answer(
                DspError.Kind.NEGOTIATION,
                answer,
                negotiation -> NegotiationJson.writeView(negotiation.pids(), negotiation.state()));
    }

    private Response transfer(Request request, Optional<String> pid) throws StoreFailed {
        TransferMessage message;
        switch (TransferJson.read(request.body(), bodyBytesMax)) {
            case Read.Invalid<TransferMessage> invalid -> {
                return invalid(DspError.Kind.TRANSFER, invalid.sentence());
            }
            case Read.Ok<TransferMessage>(TransferMessage read) -> message = read;
        }
        Optional<String> misplaced = misplaced(request, message.type(), TRANSFER_TYPES);
        if (misplaced.isPresent()) {
            return invalid(DspError.Kind.TRANSFER, misplaced.get());
        }
        Doorway.Seen.Known known;
        switch (doorway.write(request)) {
            case Doorway.Seen.TurnedAway away -> {
                return away(DspError.Kind.TRANSFER, away);
            }
            case Doorway.Seen.Known seen -> known = seen;
        }
        Inbound in = inbound(request, known);
        Answer<Transfer> answer;
        if (message instanceof TransferMessage.Request opening && pid.isEmpty()) {
            Optional<String> fault =
                    doorway.callbackFault(known.token(), opening.callback().toString());
            if (fault.isPresent()) {
                return invalid(DspError.Kind.TRANSFER, fault.get());
            }
            answer = exchange.transfers().open(in, opening);
        } else if (pid.isPresent()) {
            answer = exchange.transfers().receive(in, pid.get(), message);
        } else {
            return invalid(DspError.Kind.TRANSFER, "a `" + message.type() + "` does not open a transfer");
        }
        return answer(
                DspError.Kind.TRANSFER, answer, transfer -> TransferJson.writeView(transfer.pids(), transfer.state()));
    }

    private static Optional<String> misplaced(Request request, String type, Map<String, String> types) {
        String step = request.path().substring(request.path().lastIndexOf('/') + 1);
        String expected = types.getOrDefault(step, "");
        return type.split(":", 2)[0].equals(expected)
                ? Optional.empty()
                : Optional.of("`@type` is `" + type + "`; this path takes a `" + expected + "`");
    }

    private Inbound inbound(Request request, Doorway.Seen.Known known) {
        byte[] body = request.body();
        return new Inbound(
                known.did(),
                doorway.use(known.token()),
                new String(body, StandardCharsets.UTF_8),
                Hash.sha256(body).hex());
    }

    private static <P> Response answer(DspError.Kind kind, Answer<P> answer, Function<P, byte[]> view) {
        return switch (answer) {
            case Answer.Taken<P>(P process, boolean opened) -> json(opened ? 201 : 200, view.apply(process));
            case Answer.Refused<P>(Pids pids, Reason reason) ->
                json(400, ErrorJson.write(DspError.of(kind, pids, reason)));
            case Answer.NotFound<P> _ -> notFound(kind);
            case Answer.TokenReused<P> _ ->
                json(
                        401,
                        ErrorJson.write(DspError.of(
                                kind,
                                Reason.of("token-reused", "the token was used before; make a new one for each try"))));
            case Answer.Busy<P> _ ->
                json(
                                503,
                                ErrorJson.write(DspError.of(
                                        kind, Reason.of("busy", "too much at once; ask again a little later"))))
                        .with("Retry-After", "1");
        };
    }

    private static Response away(DspError.Kind kind, Doorway.Seen.TurnedAway away) {
        String code = away.status() == 404 ? "not-found" : "not-authenticated";
        return json(away.status(), ErrorJson.write(DspError.of(kind, Reason.of(code, away.reason()))));
    }

    private static Response invalid(DspError.Kind kind, String sentence) {
        return json(400, ErrorJson.write(DspError.of(kind, Reason.of("invalid", sentence))));
    }

    private static Response notFound(DspError.Kind kind) {
        return json(404, ErrorJson.write(DspError.of(kind, Reason.of("not-found", "not found"))));
    }

    private static Response.Whole json(int status, byte[] body) {
        return new Response.Whole(status, "application/json", body, java.util.Map.of());
    }
}
