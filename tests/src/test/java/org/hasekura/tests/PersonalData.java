package org.hasekura.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A dataset of personal data of the EU, offered to a participant of Japan: made up. */
final class PersonalData {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private PersonalData() {}

    /** Everything until an agreement on such data stands on both sides; its id. */
    static String agreed(Path folder, TestNode provider, TestNode consumer) throws IOException {
        Api.good(provider.api().put("/api/participants", japanese(consumer.did())));
        Api.good(consumer.api().put("/api/participants", Dealings.participant(provider.did(), "DE")));
        publish(provider, Files.writeString(folder.resolve("contacts.csv"), "made,up\n"));
        return agree(provider, consumer);
    }

    /** A participant of Japan that is subject to the act. */
    static String japanese(String did) {
        ObjectNode node = (ObjectNode) MAPPER.readTree(Dealings.participant(did, "JP"));
        node.withArray("facts")
                .addObject()
                .put("name", "subjectTo")
                .put("value", "APPI")
                .put("source", "made up for a test")
                .put("from", "2019-01-01");
        return node.toString();
    }

    static void publish(TestNode provider, Path file) throws IOException {
        Api.good(provider.api().post("/api/datasets", """
                {"id": "contacts", "title": {"en": "contacts"},
                 "facts": {"personal": "true", "originRegime": "EU", "special": "none", "criminal": "false",
                   "children": "false", "pseudonymised": "false", "governmentId": "false", "hr": "false"},
                 "offers": [{"@id": "service", "@type": "Offer", "permission": [{"action": "use", "constraint": [
                   {"leftOperand": "purpose", "operator": "eq",
                    "rightOperand": "urn:hasekura:purpose:general:customer-service"}]}]}],
                 "answering": "direct", "file": "%s", "mediaType": "application/octet-stream"}
                """.formatted(file)));
    }

    /** The provider adds the duties of the law to the terms; the consumer accepts them. Answers the agreement's id. */
    static String agree(TestNode provider, TestNode consumer) throws IOException {
        String path = offered(provider, consumer);
        Api.good(consumer.api().post(path + "/accept", "{}"));
        String agreement =
                settled(consumer, path, "FINALIZED").path("agreement").asString();
        JsonNode duties = consumer.api()
                .read("/api/agreements/" + agreement)
                .path("agreement")
                .path("lawDuties");
        assertThat(duties)
                .isNotEmpty()
                .allSatisfy(duty -> assertThat(duty.path("untilEn").asString()).isNotBlank());
        return agreement;
    }

    /** Negotiates until the consumer has the terms with the law's duties before it. Answers the negotiation's path. */
    static String offered(TestNode provider, TestNode consumer) throws IOException {
        String asked = Dealings.object("peer", provider.did(), "dataset", "contacts");
        String path = "/api/negotiations/"
                + Api.good(consumer.api().post("/api/negotiations", asked))
                        .json()
                        .path("pid")
                        .asString();
        settled(consumer, path, "OFFERED");
        return path;
    }

    /** What is at this path once it stands there with nothing on its way. */
    static JsonNode settled(TestNode node, String path, String state) {
        return Waiting.until(
                () -> node.api().read(path),
                seen -> seen.path("state").asString().equals(state) && !seen.has("sending"));
    }
}
