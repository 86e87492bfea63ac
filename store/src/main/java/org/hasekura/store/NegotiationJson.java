package org.hasekura.store;

import java.net.URI;
import org.hasekura.exchange.Heard;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Sending;
import org.hasekura.policy.OdrlJson;
import tools.jackson.databind.node.ObjectNode;

/** A negotiation as it is kept. */
final class NegotiationJson {

    private NegotiationJson() {}

    static String write(Negotiation negotiation) {
        ObjectNode node = Json.object()
                .put("pid", negotiation.pid())
                .put("role", negotiation.role().name())
                .put("peer", negotiation.peer())
                .put("peerAddress", negotiation.peerAddress().toString())
                .put("datasetId", negotiation.datasetId())
                .put("state", negotiation.state().name())
                .put("created", negotiation.created().toString())
                .put("changed", negotiation.changed().toString())
                .put("version", negotiation.version());
        Json.put(node, "peerPid", negotiation.peerPid());
        negotiation.asked().ifPresent(terms -> node.set("asked", OdrlJson.write(terms)));
        node.set("offer", PolicyJson.of(negotiation.offer()));
        negotiation.agreement().ifPresent(agreement -> node.set("agreement", PolicyJson.of(agreement)));
        negotiation
                .sending()
                .ifPresent(sending -> node.putObject("sending")
                        .put("messageId", sending.messageId())
                        .put("leadsTo", sending.leadsTo().name()));
        Json.putReason(node, "waiting", negotiation.waiting());
        Json.putReason(node, "reason", negotiation.reason());
        Json.put(node, "heard", negotiation.heard().bodyHashes());
        return Json.text(node);
    }

    static Negotiation read(String text) {
        return Json.read(
                "negotiation",
                text,
                node -> new Negotiation(
                        Json.text(node, "pid"),
                        Json.optionalText(node, "peerPid"),
                        Role.valueOf(Json.text(node, "role")),
                        Json.text(node, "peer"),
                        URI.create(Json.text(node, "peerAddress")),
                        Json.text(node, "datasetId"),
                        Json.optional(node, "asked", PolicyJson::terms),
                        PolicyJson.offer(Json.member(node, "offer")),
                        Json.optional(node, "agreement", PolicyJson::agreement),
                        NegotiationState.valueOf(Json.text(node, "state")),
                        Json.optional(
                                node,
                                "sending",
                                sending -> new Sending<>(
                                        Json.text(sending, "messageId"),
                                        NegotiationState.valueOf(Json.text(sending, "leadsTo")))),
                        Json.reason(node, "waiting"),
                        Json.reason(node, "reason"),
                        new Heard(Json.texts(node, "heard")),
                        Json.instant(node, "created"),
                        Json.instant(node, "changed"),
                        Json.number(node, "version")));
    }
}
