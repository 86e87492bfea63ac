package org.hasekura.store;

import java.net.URI;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A webhook as it is kept, its secrets with it. */
final class WebhookJson {

    private WebhookJson() {}

    static String write(Webhook webhook) {
        ObjectNode node = Json.object()
                .put("id", webhook.id())
                .put("address", webhook.address().toString())
                .put("secret", webhook.secret().base64())
                .put("position", webhook.position())
                .put("created", webhook.created().toString())
                .put("version", webhook.version());
        Json.put(node, "types", webhook.types());
        webhook.before()
                .ifPresent(before -> node.putObject("before")
                        .put("secret", before.secret().base64())
                        .put("until", before.until().toString()));
        webhook.failing()
                .ifPresent(failing -> node.putObject("failing")
                        .put("since", failing.since().toString())
                        .put("tries", failing.tries())
                        .put("reason", failing.reason())
                        .put("again", failing.again().toString()));
        webhook.disabled()
                .ifPresent(disabled -> node.putObject("disabled")
                        .put("at", disabled.at().toString())
                        .put("reason", disabled.reason()));
        return Json.text(node);
    }

    static Webhook read(String text) {
        return Json.read(
                "webhook",
                text,
                node -> new Webhook(
                        Json.text(node, "id"),
                        URI.create(Json.text(node, "address")),
                        Json.texts(node, "types"),
                        new Webhook.Secret(Json.text(node, "secret")),
                        Json.optional(node, "before", WebhookJson::before),
                        Json.number(node, "position"),
                        Json.optional(node, "failing", WebhookJson::failing),
                        Json.optional(
                                node,
                                "disabled",
                                each -> new Webhook.Disabled(Json.instant(each, "at"), Json.text(each, "reason"))),
                        Instant.parse(Json.text(node, "created")),
                        Json.number(node, "version")));
    }

    private static Webhook.OldSecret before(JsonNode node) {
        return new Webhook.OldSecret(new Webhook.Secret(Json.text(node, "secret")), Json.instant(node, "until"));
    }

    private static Webhook.Failing failing(JsonNode node) {
        return new Webhook.Failing(
                Json.instant(node, "since"),
                (int) Json.number(node, "tries"),
                Json.text(node, "reason"),
                Json.instant(node, "again"));
    }
}
