package org.hasekura.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hasekura.policy.OdrlJson;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What two organisations tell their nodes before they can deal with each other. */
final class Dealings {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Dealings() {}

    /** Enters each of the two into the other's register. */
    static void acquaint(RunningNode one, String country, RunningNode other, String otherCountry) throws IOException {
        Api.good(one.api().put("/api/participants", participant(other.did(), otherCountry)));
        Api.good(other.api().put("/api/participants", participant(one.did(), country)));
    }

    static String participant(String did, String country) {
        ObjectNode node = MAPPER.createObjectNode().put("did", did);
        ArrayNode facts = node.putArray("facts");
        var values = new TreeMap<>(Map.of(
                "name", "made up for a test",
                "country", country,
                "role", "controller",
                "kind", "business",
                "sector", "general"));
        values.forEach((name, value) -> facts.addObject()
                .put("name", name)
                .put("value", value)
                .put("source", "made up for a test")
                .put("from", "2019-01-01"));
        return node.toString();
    }

    /** Offers a file that is no personal data for any use. */
    static void publish(RunningNode node, String id, Path file, String answering) throws IOException {
        ObjectNode body = MAPPER.createObjectNode().put("id", id);
        body.putObject("title").put("en", id);
        body.putObject("facts").put("nonPersonal", "true").put("originRegime", "none");
        body.putArray("offers").add(OdrlJson.write(new Offer("any-use", Terms.permitting(Permission.use()))));
        body.put("answering", answering).put("file", file.toString()).put("mediaType", "application/octet-stream");
        Api.good(node.api().post("/api/datasets", body.toString()));
    }

    static String object(String... namesAndValues) {
        ObjectNode node = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            node.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return node.toString();
    }
}
