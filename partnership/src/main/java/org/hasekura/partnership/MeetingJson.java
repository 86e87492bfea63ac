package org.hasekura.partnership;

import static org.hasekura.partnership.CommitmentJson.object;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Meetings in JSON. */
final class MeetingJson {

    private MeetingJson() {}

    static ObjectNode write(Held held) {
        ObjectNode json = object().put("id", held.meeting().id());
        json.put("title", held.meeting().title().en())
                .put("titleJa", held.meeting().title().ja())
                .put("day", held.meeting().day().toString())
                .put("place", held.meeting().place());
        ArrayNode decisions = json.putArray("decisions");
        held.decisions().forEach(told -> {
            ObjectNode each = decisions.addObject().put("words", told.what().words());
            told.what().about().ifPresent(id -> each.put("about", id));
            told.what().commitment().ifPresent(id -> each.put("commitment", id));
        });
        return json;
    }
}
