package org.hasekura.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code purposes.json}: which purposes of the Data Privacy Vocabulary belong to which. A broken file is our own error. */
final class PurposesJson {

    private PurposesJson() {}

    /** By the IRI of each purpose, itself and every broader one. */
    static Map<String, Set<String>> packaged() {
        try (InputStream in = PurposesJson.class.getResourceAsStream("purposes.json")) {
            if (in == null) {
                throw new IllegalStateException("`purposes.json` is not packaged");
            }
            JsonNode file = JsonMapper.shared().readTree(in);
            String namespace = file.path("namespace").stringValue();
            Map<String, Set<String>> all = new HashMap<>();
            for (var purpose : file.path("broader").properties()) {
                Set<String> broader = new HashSet<>();
                gather(purpose.getKey(), file.path("broader"), namespace, broader);
                all.put(namespace + purpose.getKey(), Set.copyOf(broader));
            }
            return Map.copyOf(all);
        } catch (IOException e) {
            throw new IllegalStateException("`purposes.json` cannot be read", e);
        }
    }

    private static void gather(String purpose, JsonNode broader, String namespace, Set<String> into) {
        if (into.add(namespace + purpose)) {
            broader.path(purpose).forEach(each -> gather(each.stringValue(), broader, namespace, into));
        }
    }
}
