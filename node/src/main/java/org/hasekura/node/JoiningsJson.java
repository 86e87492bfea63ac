package org.hasekura.node;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.portal.Joining;
import org.hasekura.portal.Joining.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How registers are joined, as the management API shows it and as it is kept beside the register. */
final class JoiningsJson {

    private JoiningsJson() {}

    static String write(Collection<Joining> joinings) {
        ObjectNode json = ManagementJson.object();
        ArrayNode items = json.putArray("items");
        joinings.forEach(each -> items.add(node(each)));
        return json.toString();
    }

    static String write(Joining joining) {
        return node(joining).toString();
    }

    private static ObjectNode node(Joining joining) {
        ObjectNode json = ManagementJson.object().put("peer", joining.peer());
        joining.now().ifPresent(step -> json.put("step", step.name().toLowerCase(Locale.ROOT)));
        joining.last().ifPresent(last -> json.set("last", outcome(last)));
        return json;
    }

    private static ObjectNode outcome(Outcome outcome) {
        ObjectNode json = ManagementJson.object().put("at", outcome.at().toString());
        switch (outcome) {
            case Outcome.Joined joined -> {
                json.put("new", joined.added())
                        .put("changed", joined.changed())
                        .put("conflicting", joined.conflicting())
                        .put("refused", joined.refused());
                joined.why().ifPresent(why -> json.put("why", why));
            }
            case Outcome.Failed failed -> json.put("failed", failed.why());
        }
        return json;
    }

    /** The request to join a register. */
    static String asked(String peer) {
        return ManagementJson.object().put("peer", peer).toString();
    }

    /** Whose register a program asks for. */
    static String peer(byte[] body) throws ManagementJson.BadInput {
        JsonNode node = ManagementJson.read(body);
        ManagementJson.onlyMembers(node, List.of("peer"));
        return ManagementJson.text(node, "peer");
    }

    /** What was kept; nothing is under way. */
    static List<Joining> read(byte[] kept) throws CommandFailed {
        try {
            var joinings = new ArrayList<Joining>();
            for (JsonNode each : ManagementJson.read(kept).path("items")) {
                joinings.add(joining(each));
            }
            return joinings;
        } catch (ManagementJson.BadInput | DateTimeException e) {
            throw new CommandFailed("what was kept of joining is damaged: " + e.getMessage());
        }
    }

    /** One of them, as the management API answers. */
    static Joining one(byte[] answer) throws CommandFailed {
        try {
            return joining(ManagementJson.read(answer));
        } catch (ManagementJson.BadInput | DateTimeException e) {
            throw new CommandFailed("the node answered something else: " + e.getMessage());
        }
    }

    private static Joining joining(JsonNode json) throws ManagementJson.BadInput {
        Optional<Joining.Step> step =
                json.has("step") ? Optional.of(step(ManagementJson.text(json, "step"))) : Optional.empty();
        Optional<Outcome> last = json.has("last") ? Optional.of(outcome(json.path("last"))) : Optional.empty();
        return new Joining(ManagementJson.text(json, "peer"), step, last);
    }

    private static Joining.Step step(String name) throws ManagementJson.BadInput {
        for (Joining.Step each : Joining.Step.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        throw new ManagementJson.BadInput("/step", "`" + name + "` is no step");
    }

    private static Outcome outcome(JsonNode json) throws ManagementJson.BadInput {
        Instant at = Instant.parse(ManagementJson.text(json, "at"));
        return json.has("failed")
                ? new Outcome.Failed(at, ManagementJson.text(json, "failed"))
                : new Outcome.Joined(
                        at,
                        json.path("new").asInt(),
                        json.path("changed").asInt(),
                        json.path("conflicting").asInt(),
                        json.path("refused").asInt(),
                        json.has("why") ? Optional.of(ManagementJson.text(json, "why")) : Optional.empty());
    }
}
