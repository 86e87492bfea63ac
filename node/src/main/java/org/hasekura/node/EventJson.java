package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as streams, pages and webhooks tell them. */
final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private EventJson() {}

    private static ObjectNode write(Event event) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("id", Long.toString(event.index()))
                .put("type", event.type())
                .put("at", event.entry().at().toString());
        event.entry().process().ifPresent(pid -> node.put("process", pid));
        event.address().ifPresent(address -> node.put("href", address));
        node.set("entry", MAPPER.readTree(new String(event.entry().bytes(), StandardCharsets.UTF_8)));
        return node;
    }

    static Response page(Request request, List<Event> events, Optional<String> next) {
        return PageJson.answer(request, events, EventJson::write, next);
    }

    /** The event in one line. */
    static String line(Event event) {
        return write(event).toString();
    }

    /** The body that a webhook is sent, as Standard Webhooks has it. */
    static String message(Event event) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("type", event.type())
                .put("timestamp", event.entry().at().toString());
        node.set("data", write(event));
        return MAPPER.writeValueAsString(node);
    }

    /** A message that says nothing but that it has come. */
    static String test(String at) {
        ObjectNode node = MAPPER.createObjectNode().put("type", "webhook.test").put("timestamp", at);
        node.putObject("data");
        return MAPPER.writeValueAsString(node);
    }
}
