package org.hasekura.store;

import org.hasekura.exchange.Limit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A limit on connections as it is kept. */
final class LimitJson {

    private LimitJson() {}

    static String write(Limit limit) {
        ObjectNode node = Json.object()
                .put("id", limit.id())
                .put("by", by(limit.target()))
                .put("target", limit.target().value())
                .put("effect", limit.effect().name())
                .put("from", limit.from().toString())
                .put("reason", limit.reason())
                .put("citation", limit.citation())
                .put("role", limit.role())
                .put("given", limit.given().toString());
        Json.put(node, "until", limit.until());
        limit.lifted()
                .ifPresent(lifting -> node.putObject("lifted")
                        .put("at", lifting.at().toString())
                        .put("role", lifting.role())
                        .put("reason", lifting.reason()));
        return Json.text(node);
    }

    private static String by(Limit.Target target) {
        return switch (target) {
            case Limit.Target.Party _ -> "party";
            case Limit.Target.Country _ -> "country";
            case Limit.Target.Supplier _ -> "supplier";
        };
    }

    static Limit read(String text) {
        return Json.read(
                "limit",
                text,
                node -> new Limit(
                        Json.text(node, "id"),
                        target(Json.text(node, "by"), Json.text(node, "target")),
                        Limit.Effect.valueOf(Json.text(node, "effect")),
                        Json.instant(node, "from"),
                        Json.optional(node, "until", until -> java.time.Instant.parse(until.stringValue())),
                        Json.text(node, "reason"),
                        Json.text(node, "citation"),
                        Json.text(node, "role"),
                        Json.instant(node, "given"),
                        Json.optional(node, "lifted", LimitJson::lifting)));
    }

    private static Limit.Target target(String by, String value) {
        return switch (by) {
            case "party" -> new Limit.Target.Party(value);
            case "country" -> new Limit.Target.Country(value);
            case "supplier" -> new Limit.Target.Supplier(value);
            default -> throw new IllegalArgumentException("nothing is limited by `" + by + "`");
        };
    }

    private static Limit.Lifting lifting(JsonNode node) {
        return new Limit.Lifting(Json.instant(node, "at"), Json.text(node, "role"), Json.text(node, "reason"));
    }
}
