package org.hasekura.node;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.store.Webhook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Webhooks as the node's own people send and see them; their secret twice in its life. */
final class WebhookViewJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String SECRET_PREFIX = "whsec_";

    private WebhookViewJson() {}

    /** What somebody asks for. */
    record Form(URI address, List<String> types, Optional<Long> from) {}

    static Form form(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("address", "types", "from"));
        List<String> types = new ArrayList<>(ManagementJson.list(node, "types"));
        Optional<String> fault = EventFilter.fault(types);
        if (fault.isPresent()) {
            throw new ManagementJson.BadInput("/types", fault.get());
        }
        JsonNode from = node.path("from");
        if (!from.isMissingNode() && (!from.isIntegralNumber() || !from.canConvertToLong() || from.longValue() < 0)) {
            throw new ManagementJson.BadInput("/from", "`from` must be the id of an event, a whole number");
        }
        try {
            return new Form(
                    URI.create(ManagementJson.text(node, "address")),
                    types,
                    from.isMissingNode() ? Optional.empty() : Optional.of(from.longValue()));
        } catch (IllegalArgumentException e) {
            throw new ManagementJson.BadInput("/address", "`address` is no address: " + e.getMessage());
        }
    }

    static Response page(Request request, Page page, List<Webhook> found) {
        return PageJson.answer(request, page, found, Webhook::id, each -> node(each, false));
    }

    static String write(Webhook webhook, boolean withSecret) {
        return node(webhook, withSecret).toString();
    }

    private static ObjectNode node(Webhook webhook, boolean withSecret) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("id", webhook.id())
                .put("address", webhook.address().toString());
        ArrayNode types = node.putArray("types");
        webhook.types().forEach(types::add);
        node.put("position", webhook.position()).put("state", state(webhook));
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
        node.put("created", webhook.created().toString());
        if (withSecret) {
            node.put("secret", SECRET_PREFIX + webhook.secret().base64());
        }
        return node;
    }

    private static String state(Webhook webhook) {
        if (webhook.disabled().isPresent()) {
            return "disabled";
        }
        return webhook.failing().isPresent() ? "failing" : "active";
    }

    static String write(WebhookSender.Sent sent) {
        ObjectNode node = MAPPER.createObjectNode().put("delivered", sent instanceof WebhookSender.Sent.Taken);
        switch (sent) {
            case WebhookSender.Sent.Taken(int status) -> node.put("status", status);
            case WebhookSender.Sent.NotTaken not -> node.put("reason", not.reason());
        }
        return node.toString();
    }
}
