package org.hasekura.partnership;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Changes that a person wrote into a file: one object, or a list of them. */
public final class ChangesJson {

    private static final int CHANGES_MAX = 2_000;

    private ChangesJson() {}

    public static Read<List<Change>> read(byte[] json) {
        return ObjectJson.reading(() -> {
            JsonNode tree;
            try {
                tree = ObjectJson.MAPPER.readTree(json);
            } catch (JacksonException e) {
                throw new ObjectJson.Fault("", "this is no JSON: " + e.getOriginalMessage());
            }
            List<JsonNode> all = tree.isArray() ? tree.valueStream().toList() : List.of(tree);
            if (all.size() > CHANGES_MAX) {
                throw new ObjectJson.Fault("", "there are more than " + CHANGES_MAX + " changes");
            }
            var changes = new ArrayList<Change>();
            for (int at = 0; at < all.size(); at++) {
                ObjectJson each = ObjectJson.of(all.get(at), "[" + at + "]").only("change", "what");
                changes.add(ChangeJson.read(each.text("change"), each.object("what"), each));
            }
            return changes;
        });
    }
}
