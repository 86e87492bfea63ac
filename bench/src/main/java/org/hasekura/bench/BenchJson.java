package org.hasekura.bench;

import java.nio.file.Path;
import java.util.List;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that the benchmarks send to a node's management API, and the result as JSON. */
final class BenchJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Offer OPEN = new Offer("open", Terms.permitting(Permission.use()));

    private BenchJson() {}

    static String object(String... namesAndValues) {
        ObjectNode node = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            node.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return node.toString();
    }

    static String text(String json, String name) {
        return MAPPER.readTree(json).path(name).asString("");
    }

    /** Non-personal data under an offer that permits use. */
    static String dataset(String id, String answering, Path file) {
        ObjectNode node = MAPPER.createObjectNode().put("id", id);
        node.putObject("title").put("en", "Dataset " + id + " (bench)").put("ja", "データセット " + id);
        node.putObject("facts").put("nonPersonal", "true").put("originRegime", "none");
        node.putArray("offers").add(OdrlJson.write(OPEN));
        return node.put("answering", answering)
                .put("file", file.toString())
                .put("mediaType", "application/octet-stream")
                .toString();
    }

    /** What the register needs to know before the law can rule. */
    static String participant(String did, String country) {
        ObjectNode node = MAPPER.createObjectNode().put("did", did);
        ArrayNode facts = node.putArray("facts");
        for (List<String> fact : List.of(
                List.of("name", "bench"),
                List.of("country", country),
                List.of("role", "controller"),
                List.of("kind", "business"),
                List.of("sector", "automotive"))) {
            facts.addObject()
                    .put("name", fact.get(0))
                    .put("value", fact.get(1))
                    .put("source", "bench (fictitious)")
                    .put("from", "2019-01-01");
        }
        return node.toString();
    }

    /** One figure on a line. */
    static String figure(String measurement, Figure figure) {
        ObjectNode node =
                MAPPER.createObjectNode().put("measurement", measurement).put("what", figure.what());
        amount(node.putObject("measured"), figure.measured());
        figure.cpu().ifPresent(cpu -> amount(node.putObject("cpu"), cpu));
        figure.goal()
                .ifPresent(goal -> node.putObject("goal")
                        .put("bound", goal.bound())
                        .put("atMost", goal.isAtMost())
                        .put("unit", goal.unit())
                        .put("ratio", goal.ratio(figure.measured()))
                        .put("met", goal.isMetBy(figure.measured())));
        if (!figure.remark().isEmpty()) {
            node.put("remark", figure.remark());
        }
        return node.toString();
    }

    private static void amount(ObjectNode node, Amount amount) {
        node.put("median", amount.median())
                .put("min", amount.low())
                .put("max", amount.high())
                .put("unit", amount.unit());
    }
}
