package org.hasekura.partnership;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events in their one written form: fields in a fixed order, nothing absent written, no space between. Its SHA-256 is the
 * event's name; whoever reads and writes an event gets the same bytes.
 */
public final class EventJson {

    private EventJson() {}

    public static byte[] canonical(Event event) {
        return ObjectJson.MAPPER.writeValueAsString(write(event)).getBytes(StandardCharsets.UTF_8);
    }

    public static EventId id(Event event) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical(event));
            return new EventId(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static ObjectNode write(Event event) {
        ObjectNode json = CommitmentJson.object();
        json.put("seat", event.author().seat().word())
                .put("by", event.author().name())
                .put("at", event.at().toString())
                .put("reason", event.reason());
        if (!event.replaces().isEmpty()) {
            ArrayNode replaces = json.putArray("replaces");
            event.replaces().forEach(each -> replaces.add(each.hex()));
        }
        json.put("change", event.change().word());
        json.set("what", ChangeJson.write(event.change()));
        return json;
    }

    static Event read(ObjectJson json) {
        json.only("seat", "by", "at", "reason", "replaces", "change", "what");
        List<EventId> replaces = json.texts("replaces").stream()
                .map(hex -> {
                    if (!EventId.isShaped(hex)) {
                        throw json.fault("replaces", "holds `" + hex + "`, which is no name of an event");
                    }
                    return new EventId(hex);
                })
                .toList();
        Change change = ChangeJson.read(json.text("change"), json.object("what"), json);
        if (change.slot().isEmpty() && !replaces.isEmpty()) {
            throw json.fault("replaces", "stands with a change that only adds");
        }
        return new Event(
                new Author(json.word("seat", Author.Seat.values(), Author.Seat::word), json.text("by")),
                json.instant("at"),
                json.text("reason"),
                replaces,
                change);
    }
}
