package org.hasekura.law;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes provisions and decisions that were found as JSON. */
public final class ProvisionJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProvisionJson() {}

    /** A list over several lines, with one entry for each. */
    public static String write(List<ProvisionSearch.Found> all, Law law) {
        ArrayNode list = MAPPER.createArrayNode();
        for (ProvisionSearch.Found found : all) {
            ObjectNode object = list.addObject();
            ExplanationJson.put(object, found.provision());
            object.put("link", ProvisionText.link(found.provision()).orElse(null));
            RowFacts facts = RowFacts.of(law, found);
            object.put("source", facts.source());
            object.put("knownFrom", facts.knownFrom().map(LocalDate::toString).orElse(null));
            object.put(
                    "endKnownFrom",
                    facts.endKnownFrom().map(LocalDate::toString).orElse(null));
            object.put("endReason", facts.endReason().orElse(null));
            found.decision().ifPresent(decision -> {
                ObjectNode node = object.putObject("decision");
                node.put("grantor", decision.grantor());
                decision.beneficiaries().forEach(node.putArray("beneficiaries")::add);
                put(node.putArray("scope"), decision.scope());
                ArrayNode exclusions = node.putArray("exclusions");
                for (ProvisionSearch.Excluded excluded : decision.exclusions()) {
                    ObjectNode entry = exclusions.addObject().put("ref", excluded.ref());
                    put(entry.putArray("parts"), excluded.parts());
                    entry.put("from", excluded.from().map(LocalDate::toString).orElse(null));
                    entry.put("to", excluded.to().map(LocalDate::toString).orElse(null));
                }
                decision.duties().stream().map(Duty::id).forEach(node.putArray("duties")::add);
            });
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(list);
    }

    private static void put(ArrayNode array, List<ProvisionSearch.Part> parts) {
        for (ProvisionSearch.Part part : parts) {
            part.codes().forEach(array.addObject().put("part", part.name()).putArray("codes")::add);
        }
    }
}
