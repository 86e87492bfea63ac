package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hasekura.partnership.Author;
import org.hasekura.partnership.Change;
import org.hasekura.partnership.ChangeText;
import org.hasekura.partnership.ChangesJson;
import org.hasekura.partnership.Contested;
import org.hasekura.partnership.Draft;
import org.hasekura.partnership.EventId;
import org.hasekura.partnership.Named;
import org.hasekura.partnership.Read;
import org.hasekura.partnership.Slot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What programs have done to the partnership register, as the management API has it. */
final class CouncilJson {

    private static final int CHARACTERS_MAX = 1_000;

    private CouncilJson() {}

    /** By whom, and why: published with every change. */
    record Why(String by, String reason) {}

    static Why why(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("by", "reason"));
        return why(node);
    }

    private static Why why(JsonNode node) throws ManagementJson.BadInput {
        return new Why(words(node, "by"), words(node, "reason"));
    }

    private static String words(JsonNode node, String name) throws ManagementJson.BadInput {
        String words = ManagementJson.text(node, name);
        if (words.isBlank() || words.length() > CHARACTERS_MAX) {
            throw new ManagementJson.BadInput(
                    "/" + name, "`" + name + "` takes 1 to " + CHARACTERS_MAX + " characters");
        }
        return words;
    }

    /** Changes that somebody wants to enter. */
    record Entering(List<Change> changes, Why why) {
        Entering {
            changes = List.copyOf(changes);
        }
    }

    static Entering entering(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("changes", "by", "reason"));
        return new Entering(changes(node), why(node));
    }

    private static List<Change> changes(JsonNode node) throws ManagementJson.BadInput {
        return switch (ChangesJson.read(node.path("changes").toString().getBytes(StandardCharsets.UTF_8))) {
            case Read.Done<List<Change>>(List<Change> changes) -> changes;
            case Read.Refused<List<Change>> refused ->
                throw new ManagementJson.BadInput("/changes", "`changes`: " + refused.line());
        };
    }

    /** Which of two or more values is to stand. */
    record Settling(Slot slot, EventId value, Why why) {}

    static Settling settling(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("subject", "field", "event", "by", "reason"));
        String event = ManagementJson.text(node, "event");
        if (!EventId.isShaped(event)) {
            throw new ManagementJson.BadInput("/event", "`event` is no name of an event: 64 digits in hex");
        }
        return new Settling(
                new Slot(ManagementJson.text(node, "subject"), ManagementJson.text(node, "field")),
                new EventId(event),
                why(node));
    }

    static String conflicts(List<Contested> conflicts) {
        ObjectNode json = ManagementJson.object();
        ArrayNode items = json.putArray("items");
        for (Contested each : conflicts) {
            ObjectNode item = items.addObject()
                    .put("subject", each.slot().subject())
                    .put("field", each.slot().field());
            ArrayNode values = item.putArray("values");
            each.values().forEach(value -> values.add(value(value)));
        }
        return json.toString();
    }

    private static ObjectNode value(Named value) {
        return ManagementJson.object()
                .put("event", value.id().hex())
                .put("says", ChangeText.of(value.event().change()).en())
                .put("by", value.event().author().name())
                .put("seat", value.event().author().seat().word())
                .put("at", value.event().at().toString())
                .put("reason", value.event().reason());
    }

    static String imports(List<Draft> drafts) {
        ObjectNode json = ManagementJson.object();
        ArrayNode items = json.putArray("items");
        drafts.forEach(each -> items.addObject()
                .put("id", each.id())
                .put("instrument", each.instrument())
                .put("made", each.made().text())
                .put("title", each.source().title())
                .put("proposals", each.items().size())
                .put("waiting", each.waiting()));
        return json.toString();
    }

    static String done(List<String> lines) {
        ObjectNode json = ManagementJson.object();
        ArrayNode list = json.putArray("lines");
        lines.forEach(list::add);
        return json.toString();
    }

    static boolean namesPeople(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("namesPeople"));
        if (!node.path("namesPeople").isBoolean()) {
            throw new ManagementJson.BadInput(
                    "/namesPeople", "`namesPeople` is missing; true when the events name people, else false");
        }
        return node.path("namesPeople").booleanValue();
    }

    static Author.Seat seat(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("seat"));
        return seat(node);
    }

    private static Author.Seat seat(JsonNode node) throws ManagementJson.BadInput {
        String seat = ManagementJson.text(node, "seat");
        return Author.Seat.of(seat)
                .orElseThrow(() -> new ManagementJson.BadInput(
                        "/seat", "`seat` is `" + seat + "`; it can be `eu`, `jp` or `independent`"));
    }

    /** A key that is to be let in for a seat. */
    record Trusting(Author.Seat seat, String key) {}

    static Trusting trusting(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("seat", "key"));
        return new Trusting(seat(node), ManagementJson.text(node, "key"));
    }
}
