package org.hasekura.tests;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI document, and the schemas in it that answers are held against. JSON Schema 2020-12. The validator is of the version
 * that the conformance kit runs with, which reads JSON with another Jackson than we do: it is handed text.
 */
final class ApiSchemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    ApiSchemas(JsonNode document) {
        this.document = document;
    }

    /** One operation of the document. */
    record Operation(String method, String path, JsonNode node) {
        boolean serves(String asked, String askedPath) {
            String pattern = "\\Q" + path.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E";
            return method.equals(asked) && Pattern.matches(pattern, askedPath);
        }

        String id() {
            return node.path("operationId").asString();
        }
    }

    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(each -> all.add(new Operation(
                                each.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), each.getValue()))));
        return all;
    }

    JsonNode schemasByName() {
        return document.path("components").path("schemas");
    }

    /** What is wrong with the value, by the schema of that name. */
    List<String> faults(String schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::schema).validate(value.toString(), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** What is wrong with an answer to a request, by what the document says of the operation. */
    List<String> faults(String method, String pathAndQuery, Api.Reply reply) {
        String path = pathAndQuery.replaceFirst("[?].*", "");
        Optional<Operation> operation = operations().stream()
                .filter(each -> each.serves(method, path))
                // A path without places is meant before one with them.
                .min(java.util.Comparator.comparing(each -> each.path().contains("{")));
        if (operation.isEmpty()) {
            return List.of("the document has no " + method + " " + path);
        }
        JsonNode responses = operation.get().node().path("responses");
        JsonNode response = responses.path(Integer.toString(reply.status()));
        if (response.isMissingNode()) {
            if (reply.isGood()) {
                return List.of("the document has no " + reply.status() + " of " + method + " " + path);
            }
            response = responses.path("default");
        } else {
            seen.add(operation.get().id());
        }
        String reference = response.path("content")
                .valueStream()
                .map(each -> each.path("schema").path("$ref").asString(""))
                .findFirst()
                .orElse("");
        return reference.isEmpty()
                ? List.of()
                : faults(reference.substring(reference.lastIndexOf('/') + 1), reply.json());
    }

    /** The operations that have answered well so far. */
    Set<String> seen() {
        return seen;
    }

    private Schema schema(String name) {
        ObjectNode root = JsonMapper.shared().createObjectNode().put("$ref", "#/components/schemas/" + name);
        root.putObject("components").set("schemas", schemasByName());
        return REGISTRY.getSchema(root.toString());
    }
}
