package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The management API as an OpenAPI 3.1 document, made from what the routes say of themselves. The schemas stand in
 * {@code api-schemas.json} beside this class; the tests hold what the node answers against them.
 */
final class OpenApiJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String SCHEMAS = "api-schemas.json";
    private static final String PROBLEM = "Problem";

    private static final String DESCRIPTION = """
            What the people and programs of an organisation do with their own node. Lists are read page by page: `next` of a \
            page is `after` of the next one. What can be changed has an `ETag`; with `If-Match` a change is made to that \
            version alone (412 otherwise). With an `Idempotency-Key` a request is done once, however often it is sent, and \
            its answer is kept for 24 hours. Every refusal is a problem of RFC 9457.""";

    private OpenApiJson() {}

    /**
     * Writes the document.
     *
     * @param routes each with its description
     * @param version of the software
     */
    static byte[] write(List<Route> routes, String version) {
        ObjectNode document = MAPPER.createObjectNode().put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info")
                .put("title", "Hasekura management API")
                .put("version", version)
                .put("description", DESCRIPTION);
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        document.put("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema");
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray("token");
        ArrayNode tags = document.putArray("tags");
        routes.stream()
                .map(route -> route.operation().orElseThrow().tag())
                .distinct()
                .forEach(tag -> tags.addObject().put("name", tag));
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            paths.withObjectProperty(route.pattern().toString())
                    .set(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "the token that the node showed at its first start");
        components.set("schemas", schemas());
        return MAPPER.writeValueAsBytes(document);
    }

    static ObjectNode schemas() {
        try (InputStream in = OpenApiJson.class.getResourceAsStream(SCHEMAS)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks `" + SCHEMAS + "`");
            }
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode operation(Route route) {
        Operation operation = route.operation().orElseThrow();
        ObjectNode node =
                MAPPER.createObjectNode().put("operationId", operation.id()).put("summary", operation.summary());
        node.putArray("tags").add(operation.tag());
        ArrayNode parameters = node.putArray("parameters");
        route.pattern()
                .names()
                .forEach(name -> parameter(parameters, name, "path", "")
                        .put("required", true)
                        .putObject("schema")
                        .put("type", "string"));
        operation
                .parameters()
                .forEach(each -> schema(parameter(parameters, each.name(), "query", each.description()), each));
        if (operation.isOnce()) {
            header(
                    parameters,
                    "Idempotency-Key",
                    "names the request: sent again under the same key it is answered and not done again");
        }
        if (operation.isGuarded()) {
            header(parameters, "If-Match", "the `ETag` of what is to be changed: done only if it still has it");
        }
        if (parameters.isEmpty()) {
            node.remove("parameters");
        }
        operation
                .body()
                .ifPresent(body -> node.putObject("requestBody")
                        .put(
                                "required",
                                !body.schema().equals("Empty") && !body.schema().equals("Ending"))
                        .putObject("content")
                        .putObject(body.mediaType())
                        .set("schema", reference(body.schema())));
        responses(node.putObject("responses"), operation);
        return node;
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String in, String description) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
        if (!description.isEmpty()) {
            parameter.put("description", description);
        }
        return parameter;
    }

    private static void schema(ObjectNode parameter, Operation.Parameter of) {
        ObjectNode schema = parameter.putObject("schema");
        switch (of.kind()) {
            case TEXT -> schema.put("type", "string");
            case WHOLE -> schema.put("type", "integer").put("minimum", 0);
            case INSTANT -> schema.put("type", "string").put("format", "date-time");
        }
        if (!of.values().isEmpty()) {
            ArrayNode values = schema.putArray("enum");
            of.values().forEach(values::add);
        }
    }

    private static void header(ArrayNode parameters, String name, String description) {
        parameter(parameters, name, "header", description).putObject("schema").put("type", "string");
    }

    private static void responses(ObjectNode responses, Operation operation) {
        for (Operation.Answer answer : operation.answers()) {
            ObjectNode response = responses
                    .withObjectProperty(Integer.toString(answer.status()))
                    .put("description", answer.description());
            if (!answer.mediaType().isEmpty()) {
                ObjectNode content = response.withObjectProperty("content").putObject(answer.mediaType());
                answer.schema().ifPresent(schema -> content.set("schema", reference(schema)));
            }
        }
        responses
                .putObject("default")
                .put("description", "refused, and why")
                .putObject("content")
                .putObject(ProblemJson.MEDIA_TYPE)
                .set("schema", reference(PROBLEM));
    }

    private static ObjectNode reference(String schema) {
        return MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + schema);
    }
}
