package org.hasekura.node;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Terms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that the demonstration sends to the management APIs and reads from them. */
final class DemoJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private DemoJson() {}

    /** A dataset to publish. */
    static String dataset(
            String id,
            String titleEn,
            String titleJa,
            Map<String, String> facts,
            Offer offer,
            String answering,
            String file,
            String mediaType) {
        ObjectNode node = MAPPER.createObjectNode().put("id", id);
        node.putObject("title").put("en", titleEn).put("ja", titleJa);
        ObjectNode stated = node.putObject("facts");
        new TreeMap<>(facts).forEach(stated::put);
        node.putArray("offers").add(OdrlJson.write(offer));
        node.put("answering", answering).put("file", file).put("mediaType", mediaType);
        return node.toString();
    }

    /** What one organisation's register says of another. */
    static String participant(
            DemoNode of, String role, String sector, List<String> subjectTo, boolean clauses, LocalDate today) {
        ObjectNode node = MAPPER.createObjectNode().put("did", of.did());
        ArrayNode facts = node.putArray("facts");
        String source = "demonstration: commercial register extract (fictitious)";
        fact(facts, "name", of.organisation(), source);
        fact(facts, "country", of.country(), source);
        fact(facts, "role", role, source);
        fact(facts, "kind", "business", source);
        fact(facts, "sector", sector, source);
        subjectTo.forEach(law -> fact(facts, "subjectTo", law, source));
        if (clauses) {
            ObjectNode attributes = node.putArray("safeguards")
                    .addObject()
                    .put("type", "SCC")
                    .put("source", "demonstration: contract and assessment on file (fictitious)")
                    .put("from", today.toString())
                    .putObject("attributes");
            attributes.put("set", "2021/914").put("module", "1").put("signed", today.toString());
            attributes.put("tia", "positive").put("tiaDate", today.toString());
        }
        return node.toString();
    }

    private static void fact(ArrayNode facts, String name, String value, String source) {
        facts.addObject()
                .put("name", name)
                .put("value", value)
                .put("source", source)
                .put("from", "2019-01-01");
    }

    static String object(String... namesAndValues) {
        ObjectNode node = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            node.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return node.toString();
    }

    static String negotiation(String peer, String dataset, Optional<Terms> terms) {
        ObjectNode node = MAPPER.createObjectNode().put("peer", peer).put("dataset", dataset);
        terms.ifPresent(each -> node.set("terms", OdrlJson.write(each)));
        return node.toString();
    }

    static String text(String json, String... path) {
        return node(json, path).asString("");
    }

    static long number(String json, String... path) {
        return node(json, path).asLong(0);
    }

    /** What stands there, as JSON again. */
    static String at(String json, String... path) {
        return node(json, path).toString();
    }

    /** The texts of an array. */
    static List<String> texts(String json, String... path) {
        var texts = new ArrayList<String>();
        node(json, path).forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    /** The objects of an array. */
    static List<String> objects(String json, String... path) {
        var objects = new ArrayList<String>();
        node(json, path).forEach(each -> objects.add(each.toString()));
        return objects;
    }

    private static JsonNode node(String json, String... path) {
        JsonNode node = MAPPER.readTree(json);
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    /** One step as a line for programs. */
    static String step(int part, String what, long millis, List<String> details) {
        ObjectNode node =
                MAPPER.createObjectNode().put("part", part).put("step", what).put("millis", millis);
        ArrayNode array = node.putArray("details");
        details.forEach(array::add);
        return node.toString();
    }
}
