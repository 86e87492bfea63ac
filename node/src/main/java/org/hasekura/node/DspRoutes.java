package org.hasekura.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.DspError;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.NegotiationJson;
import org.hasekura.exchange.NegotiationMessage;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.ProtocolVersion;
import org.hasekura.exchange.Self;
import org.hasekura.exchange.TransferJson;
import org.hasekura.exchange.TransferMessage;
import org.hasekura.exchange.TransferState;
import org.hasekura.exchange.VersionJson;

/**
 * The Dataspace Protocol's HTTPS binding, both roles under one base: the version document, and how negotiations and
 * transfers look on the wire. {@link CatalogRoutes} has the catalog. DSP 2025-1 #negotiation-http, #transfer-http.
 */
final class DspRoutes {

    /** The path of version 2025-1 below the public address. */
    static final String BASE = "/dsp/2025-1";

    private static final ConversationRoutes.Wire<NegotiationState, NegotiationMessage> NEGOTIATIONS =
            new ConversationRoutes.Wire<>(
                    DspError.Kind.NEGOTIATION,
                    BASE + "/negotiations",
                    Map.of("request", "ContractRequestMessage", "offers", "ContractOfferMessage"),
                    Map.of(
                            "request", "ContractRequestMessage",
                            "offers", "ContractOfferMessage",
                            "events", "ContractNegotiationEventMessage",
                            "agreement", "ContractAgreementMessage",
                            "agreement/verification", "ContractAgreementVerificationMessage",
                            "termination", "ContractNegotiationTerminationMessage"),
                    NegotiationJson::read,
                    NegotiationJson::writeView);

    private static final ConversationRoutes.Wire<TransferState, TransferMessage> TRANSFERS =
            new ConversationRoutes.Wire<>(
                    DspError.Kind.TRANSFER,
                    BASE + "/transfers",
                    Map.of("request", "TransferRequestMessage"),
                    Map.of(
                            "start", "TransferStartMessage",
                            "suspension", "TransferSuspensionMessage",
                            "completion", "TransferCompletionMessage",
                            "termination", "TransferTerminationMessage"),
                    TransferJson::read,
                    TransferJson::writeView);

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
        var negotiations = new ConversationRoutes<>(NEGOTIATIONS, exchange.negotiations(), doorway, bodyBytesMax);
        var transfers = new ConversationRoutes<>(TRANSFERS, exchange.transfers(), doorway, bodyBytesMax);
        routes.addAll(negotiations.routes());
        routes.addAll(transfers.routes());
        return routes;
    }

    private Response version() {
        var spoken = new ProtocolVersion(
                ProtocolVersion.SPOKEN, BASE, Optional.of(self.did()), Optional.of("did:web"), Optional.empty());
        return DspAnswers.json(200, VersionJson.write(List.of(spoken)));
    }
}
