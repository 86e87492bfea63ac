package org.hasekura.exchange;

import org.hasekura.policy.Agreement;
import org.hasekura.policy.MessageOffer;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Reading;
import tools.jackson.core.JsonGenerator;

/** The messages and views of a negotiation as JSON. DSP 2025-1 #contract-negotiation-https, its JSON schemas. */
public final class NegotiationJson {

    private static final String VIEW = "ContractNegotiation";

    private NegotiationJson() {}

    /** The message in a body of at most {@code bodyBytesMax} bytes, whichever of the family it is. */
    public static Reading<NegotiationMessage> read(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, NegotiationJson::message);
    }

    public static String write(NegotiationMessage message) {
        return DspJson.text(typeOf(message), json -> members(json, message));
    }

    /** The message as it is sent and kept in the outbox, under this id: a UUID. */
    static String write(NegotiationMessage message, String id) {
        return DspJson.text(typeOf(message), id, json -> members(json, message));
    }

    private static String typeOf(NegotiationMessage message) {
        String type = message.type();
        int event = type.indexOf(':');
        return event < 0 ? type : type.substring(0, event);
    }

    /** The body of a 201 answer or of a view: where the peer says the negotiation stands. */
    public static Reading<Reported<NegotiationState>> readView(byte[] body, int bodyBytesMax) {
        return DspJson.read(body, bodyBytesMax, fields -> {
            DspJson.requireContext(fields);
            fields.requireType(VIEW);
            return new Reported<>(fields.pids(), fields.constant("state", NegotiationState.class));
        });
    }

    public static byte[] writeView(Pids pids, NegotiationState state) {
        return DspJson.bytes(VIEW, json -> {
            DspJson.pids(json, pids);
            json.writeStringProperty("state", state.name());
        });
    }

    private static NegotiationMessage message(Fields fields) {
        DspJson.requireContext(fields);
        return switch (fields.type()) {
            case "ContractRequestMessage" -> request(fields);
            case "ContractOfferMessage" -> offered(fields);
            case "ContractAgreementMessage" -> new NegotiationMessage.Agreed(fields.pids(), agreement(fields));
            case "ContractAgreementVerificationMessage" -> new NegotiationMessage.Verified(fields.pids());
            case "ContractNegotiationEventMessage" -> event(fields);
            case "ContractNegotiationTerminationMessage" ->
                new NegotiationMessage.Terminated(fields.pids(), fields.optionalText("code"), fields.reasons());
            default ->
                throw fields.invalid(
                        "@type",
                        "is " + Fields.shown(fields.text("@type"))
                                + "; expected the name of a negotiation message, such as `ContractRequestMessage`");
        };
    }

    private static NegotiationMessage request(Fields fields) {
        boolean opens = opens(fields, "providerPid");
        MessageOffer offer = offer(fields);
        return opens
                ? new NegotiationMessage.Request(
                        fields.pid("consumerPid"), fields.address("callbackAddress"), offer.offer(), offer.target())
                : new NegotiationMessage.CounterRequest(fields.pids(), offer.offer(), offer.target());
    }

    private static NegotiationMessage offered(Fields fields) {
        boolean opens = opens(fields, "consumerPid");
        MessageOffer offer = offer(fields);
        return opens
                ? new NegotiationMessage.InitialOffer(
                        fields.pid("providerPid"), fields.address("callbackAddress"), offer.offer(), offer.target())
                : new NegotiationMessage.Offered(fields.pids(), offer.offer(), offer.target());
    }

    /** Whether the message opens a negotiation. It says so by a callback, and that it does not by the peer's pid. */
    private static boolean opens(Fields fields, String peerPid) {
        boolean callback = fields.has("callbackAddress");
        if (callback == fields.has(peerPid)) {
            throw fields.invalid(
                    "callbackAddress",
                    (callback ? "and `" + peerPid + "` are both there" : "and `" + peerPid + "` are both missing")
                            + "; expected `callbackAddress` to open a negotiation or `" + peerPid
                            + "` to go on with one");
        }
        return callback;
    }

    private static NegotiationMessage event(Fields fields) {
        Pids pids = fields.pids();
        String event = fields.text("eventType");
        return switch (Fields.withoutNamespace(event)) {
            case "ACCEPTED" -> new NegotiationMessage.Accepted(pids);
            case "FINALIZED" -> new NegotiationMessage.Finalized(pids);
            default ->
                throw fields.invalid("eventType", "is " + Fields.shown(event) + "; expected `ACCEPTED` or `FINALIZED`");
        };
    }

    private static MessageOffer offer(Fields fields) {
        Fields offer = fields.object("offer");
        return Fields.orInvalid(OdrlJson.messageOffer(offer.node(), offer.path()));
    }

    private static Agreement agreement(Fields fields) {
        Fields agreement = fields.object("agreement");
        return Fields.orInvalid(OdrlJson.agreement(agreement.node(), agreement.path()));
    }

    private static void members(JsonGenerator json, NegotiationMessage message) {
        switch (message) {
            case NegotiationMessage.Request(var consumerPid, var callback, var offer, var target) -> {
                json.writeStringProperty("consumerPid", consumerPid);
                json.writeStringProperty("callbackAddress", callback.toString());
                offer(json, offer, target);
            }
            case NegotiationMessage.InitialOffer(var providerPid, var callback, var offer, var target) -> {
                json.writeStringProperty("providerPid", providerPid);
                json.writeStringProperty("callbackAddress", callback.toString());
                offer(json, offer, target);
            }
            case NegotiationMessage.CounterRequest(var pids, var offer, var target) -> {
                DspJson.pids(json, pids);
                offer(json, offer, target);
            }
            case NegotiationMessage.Offered(var pids, var offer, var target) -> {
                DspJson.pids(json, pids);
                offer(json, offer, target);
            }
            case NegotiationMessage.Agreed(var pids, var agreement) -> {
                DspJson.pids(json, pids);
                json.writeName("agreement");
                json.writeTree(OdrlJson.write(agreement));
            }
            case NegotiationMessage.Verified(var pids) -> DspJson.pids(json, pids);
            case NegotiationMessage.Accepted(var pids) -> event(json, pids, "ACCEPTED");
            case NegotiationMessage.Finalized(var pids) -> event(json, pids, "FINALIZED");
            case NegotiationMessage.Terminated(var pids, var code, var reasons) -> {
                DspJson.pids(json, pids);
                DspJson.reasons(json, code, reasons);
            }
        }
    }

    private static void event(JsonGenerator json, Pids pids, String event) {
        DspJson.pids(json, pids);
        json.writeStringProperty("eventType", event);
    }

    private static void offer(JsonGenerator json, Offer offer, String target) {
        json.writeName("offer");
        json.writeTree(OdrlJson.write(MessageOffer.about(target, offer)));
    }
}
