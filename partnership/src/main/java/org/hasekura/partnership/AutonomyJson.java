package org.hasekura.partnership;

import static org.hasekura.partnership.CommitmentJson.object;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The autonomy profile as JSON. */
public final class AutonomyJson {

    private AutonomyJson() {}

    public static String write(AutonomyProfile profile) {
        ObjectNode json = object().put("factsVersion", profile.version());
        ArrayNode layers = json.putArray("layers");
        for (AutonomyProfile.Layer layer : AutonomyProfile.Layer.values()) {
            ObjectNode one = layers.addObject().put("layer", layer.word());
            for (Side side : Side.values()) {
                ObjectNode of = one.putObject(side.word());
                of.put("isKnown", !profile.of(side, layer).isEmpty());
                ArrayNode dependences = of.putArray("dependences");
                profile.of(side, layer).forEach(each -> dependences.add(write(each)));
            }
        }
        CommitmentJson.texts(json, "common", profile.common());
        return RegisterJson.pretty(json);
    }

    private static ObjectNode write(AutonomyProfile.Dependence it) {
        return object().put("thing", it.thing())
                .put("name", it.name().en())
                .put("nameJa", it.name().ja())
                .put("partner", it.partner())
                .put("lowPercent", it.percent().low())
                .put("highPercent", it.percent().high())
                .put("year", it.year())
                .put("source", it.source())
                .put("isFromMemory", it.isFromMemory());
    }
}
