package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shape of objects in JSON: a list of them, one on each line (NDJSON), or a single one; of what was cut off the whole ones. */
public final class ProposalJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int LOOKED_AT = 1_000;

    private ProposalJson() {}

    /** Empty when there are no objects at the beginning. */
    public static Optional<Shape> of(String beginning) {
        List<JsonNode> objects = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(beginning)) {
            for (JsonToken token = parser.nextToken();
                    token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT || token == JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    objects.add(parser.readValueAsTree());
                }
                if (objects.size() == LOOKED_AT) {
                    break;
                }
            }
        } catch (JacksonException _) {
            // Only the beginning was read: the last one may be cut.
        }
        LinkedHashSet<String> names = new LinkedHashSet<>();
        objects.forEach(each -> names.addAll(each.propertyNames()));
        return names.isEmpty()
                ? Optional.empty()
                : Proposal.of(
                        List.copyOf(names),
                        objects.stream()
                                .map(each -> names.stream()
                                        .map(name -> cell(each.path(name)))
                                        .toList())
                                .toList());
    }

    private static String cell(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.isString() ? value.stringValue() : value.toString();
    }
}
