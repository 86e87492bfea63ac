package org.hasekura.store;

import org.hasekura.policy.Agreement;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Reading;
import org.hasekura.policy.Terms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Offers and agreements as they are kept: their terms in the JSON of the policy room, their names beside them. */
final class PolicyJson {

    private PolicyJson() {}

    static ObjectNode of(Offer offer) {
        ObjectNode node = Json.object().put("id", offer.id());
        node.set("terms", OdrlJson.write(offer.terms()));
        return node;
    }

    static Offer offer(JsonNode node) {
        return new Offer(Json.text(node, "id"), terms(Json.member(node, "terms")));
    }

    static ObjectNode of(Agreement agreement) {
        ObjectNode node = Json.object()
                .put("id", agreement.id())
                .put("target", agreement.target())
                .put("assigner", agreement.assigner())
                .put("assignee", agreement.assignee())
                .put("timestamp", agreement.timestamp().toString());
        node.set("terms", OdrlJson.write(agreement.terms()));
        return node;
    }

    static Agreement agreement(JsonNode node) {
        return new Agreement(
                Json.text(node, "id"),
                Json.text(node, "target"),
                Json.text(node, "assigner"),
                Json.text(node, "assignee"),
                Json.instant(node, "timestamp"),
                terms(Json.member(node, "terms")));
    }

    static Terms terms(JsonNode node) {
        return switch (OdrlJson.terms(node, "terms")) {
            case Reading.Read<Terms>(Terms terms) -> terms;
            case Reading.Refused<Terms> refused -> throw new IllegalArgumentException(refused.sentence());
        };
    }
}
