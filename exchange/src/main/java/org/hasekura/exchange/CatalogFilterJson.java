package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hasekura.policy.Reading;
import tools.jackson.databind.JsonNode;

/**
 * The {@code filter} of a catalog request, which the protocol leaves to the provider: an object of names and values, or a
 * list of such objects, all of which must hold. DSP 2025-1 #catalog-request-message.
 *
 * <p>The {@code QuerySpec} of Eclipse EDC is taken too, where its criteria are names of ours with {@code =} or {@code in}.
 */
final class CatalogFilterJson {

    private static final int PARTS_MAX = 50;

    /** What a query of EDC says beside its criteria: pages have a size and an order of our own. */
    private static final Set<String> PASSED_OVER = Set.of("@type", "@context", "limit", "sortOrder", "sortField");

    private static final String CRITERIA = "filterExpression";

    private CatalogFilterJson() {}

    /** @throws InvalidInput naming the filter that is not there, with those that are */
    static CatalogFilter filter(Fields message, String name) {
        Optional<JsonNode> node = message.field(name);
        if (node.isEmpty()) {
            return CatalogFilter.NONE;
        }
        Map<String, List<String>> given = new TreeMap<>();
        for (JsonNode part : listed(node.get())) {
            if (!part.isObject()) {
                throw message.invalid(
                        name, "is not an object of filters; there are " + String.join(", ", CatalogFilter.names()));
            }
            part.properties().forEach(member -> take(withoutNamespace(member.getKey()), member.getValue(), given));
        }
        return switch (CatalogFilter.parse(given)) {
            case Reading.Read<CatalogFilter>(CatalogFilter filter) -> filter;
            case Reading.Refused<CatalogFilter>(String path, String words) ->
                throw new InvalidInput(message.at(name) + "." + path, words);
        };
    }

    private static void take(String name, JsonNode value, Map<String, List<String>> given) {
        boolean isFirst = name.equals("offset") && value.isIntegralNumber() && value.asLong() == 0;
        if (PASSED_OVER.contains(name) || isFirst || value.isNull()) {
            return;
        }
        if (!name.equals(CRITERIA)) {
            given.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(texts(value));
            return;
        }
        for (JsonNode criterion : listed(value)) {
            Map<String, JsonNode> parts = new TreeMap<>();
            criterion.properties().forEach(part -> parts.put(withoutNamespace(part.getKey()), part.getValue()));
            String operator = text(parts, "operator");
            if (!operator.equals("=") && !operator.equals("in")) {
                throw new InvalidInput(CRITERIA, "compares by " + Fields.shown(operator) + "; expected `=` or `in`");
            }
            given.computeIfAbsent(withoutNamespace(text(parts, "operandLeft")), _ -> new ArrayList<>())
                    .addAll(Optional.ofNullable(parts.get("operandRight"))
                            .map(CatalogFilterJson::texts)
                            .orElse(List.of()));
        }
    }

    private static String text(Map<String, JsonNode> parts, String name) {
        return Optional.ofNullable(parts.get(name))
                .flatMap(node -> texts(node).stream().findFirst())
                .orElseThrow(() -> new InvalidInput(CRITERIA, "has a criterion without `" + name + "`"));
    }

    private static List<JsonNode> listed(JsonNode node) {
        if (!node.isArray()) {
            return List.of(node);
        }
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode item : node) {
            if (items.size() < PARTS_MAX) {
                items.add(item);
            }
        }
        return items;
    }

    /** Texts, numbers and yes or no as texts; of JSON-LD's objects the value. */
    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : listed(value)) {
            JsonNode bare = each.has("@value") ? each.path("@value") : each.has("@id") ? each.path("@id") : each;
            if (bare.isContainer()) {
                throw new InvalidInput(
                        "filter", "has a value that is an object; expected texts, numbers, `true` or `false`");
            }
            texts.add(bare.asString());
        }
        return texts;
    }

    /** The last part of an IRI or of a name with a prefix. */
    private static String withoutNamespace(String name) {
        return name.startsWith("@") ? name : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    }
}
