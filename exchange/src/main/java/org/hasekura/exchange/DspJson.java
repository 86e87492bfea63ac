package org.hasekura.exchange;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hasekura.policy.Reading;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What all DSP messages have in common on the wire: the limits, the {@code @context}, the {@code @type}, the pids.
 * Messages are read as plain JSON, which DSP 2025-1 allows; unknown properties and further contexts are passed over.
 */
final class DspJson {

    static final String CONTEXT = "https://w3id.org/dspace/2025/1/context.jsonld";
    static final String NAMESPACE = "https://w3id.org/dspace/2025/1/";

    /** What a message may be called; pids name the conversation. */
    private static final String NAME = "@id";

    private static final int DEPTH_MAX = 32;
    private static final int STRING_MAX = 65_536;
    private static final int NAME_MAX = 512;
    private static final int NUMBER_MAX = 100;
    private static final int MEMBERS_MAX = 10_000;
    private static final int CONTEXTS_MAX = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxStringLength(STRING_MAX)
                            .maxNameLength(NAME_MAX)
                            .maxNumberLength(NUMBER_MAX)
                            .build())
                    // Of two members with one name, two readers may believe different ones.
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DspJson() {}

    /** Reads a body of at most {@code bodyBytesMax} bytes. Whatever the bytes are, the answer is a {@link Reading}. */
    static <T> Reading<T> read(byte[] body, int bodyBytesMax, Function<Fields, T> reader) {
        if (body.length == 0) {
            return new Reading.Refused<>("body", "is empty; expected a JSON object");
        }
        if (body.length > bodyBytesMax) {
            return new Reading.Refused<>(
                    "body", "has " + body.length + " bytes; at most " + bodyBytesMax + " are taken here");
        }
        try {
            JsonNode tree = MAPPER.readTree(body);
            requireStorable(tree, "");
            return new Reading.Read<>(reader.apply(Fields.of(tree, "")));
        } catch (InvalidInput wrong) {
            return wrong.read();
        } catch (JacksonException notJson) {
            return new Reading.Refused<>("body", "is not JSON within the limits: " + said(notJson));
        }
    }

    /** Jackson's first line and the place, without the excerpt of the input that it would append. */
    private static String said(JacksonException notJson) {
        String line = notJson.getOriginalMessage().lines().findFirst().orElse("malformed");
        var place = notJson.getLocation();
        return Fields.shown(line)
                + (place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr());
    }

    /**
     * Refuses what no field may hold: a huge number of members, and characters that UTF-8 (half a surrogate pair) or
     * PostgreSQL (NUL) cannot keep.
     */
    private static void requireStorable(JsonNode node, String path) {
        if (node.isString()) {
            if (node.stringValue().codePoints().anyMatch(DspJson::isNotStorable)) {
                throw new InvalidInput(path, "contains NUL or half a surrogate pair; expected Unicode text");
            }
        } else if (node.isArray()) {
            requireAtMost(node.size(), path);
            int index = 0;
            for (JsonNode item : node) {
                requireStorable(item, path + "[" + index++ + "]");
            }
        } else if (node.isObject()) {
            requireAtMost(node.size(), path);
            node.properties()
                    .forEach(each -> requireStorable(
                            each.getValue(), path.isEmpty() ? each.getKey() : path + "." + each.getKey()));
        }
    }

    private static void requireAtMost(int members, String path) {
        if (members > MEMBERS_MAX) {
            throw new InvalidInput(
                    path.isEmpty() ? "body" : path,
                    "has " + members + " members; at most " + MEMBERS_MAX + " are taken");
        }
    }

    private static boolean isNotStorable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /** Refuses a root whose {@code @context} is not an array with the DSP context in it. */
    static void requireContext(Fields message) {
        List<String> contexts =
                message.items("@context", CONTEXTS_MAX, item -> item.node().asString(""));
        if (!contexts.contains(CONTEXT)) {
            throw message.invalid(
                    "@context",
                    (message.has("@context") ? "does not contain" : "is missing; expected an array that contains")
                            + " `" + CONTEXT + "`");
        }
    }

    /** Whether the sender names a context of Eclipse Dataspace Components, as all its messages do. */
    static boolean isOfEdc(Fields message) {
        return message.items("@context", CONTEXTS_MAX, item -> item.node().asString("")).stream()
                .anyMatch(each -> each.startsWith("https://w3id.org/edc/"));
    }

    /** The members of an object, written one after another. */
    interface Members extends Consumer<JsonGenerator> {}

    /** A root object: context, type, then the members. The outbox keeps messages as text. */
    static String text(String type, Members members) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            root(json, type, members);
        }
        return text.toString();
    }

    /** The same under a name of its own, so that the message can be told from another that says the same. */
    static String text(String type, String id, Members members) {
        return text(type, json -> {
            json.writeStringProperty(NAME, "urn:uuid:" + id);
            members.accept(json);
        });
    }

    /** Whether a message that was read before has a name of its own: then the same text is the same message. */
    static boolean isNamed(String body) {
        return MAPPER.readTree(body).path(NAME).isString();
    }

    /** Whether two messages that were read before say the same, whatever names they have. */
    static boolean isSameButForName(String body, String other) {
        return nameless(body).equals(nameless(other));
    }

    private static JsonNode nameless(String body) {
        return ((ObjectNode) MAPPER.readTree(body)).without(NAME);
    }

    /** The same in UTF-8. */
    static byte[] bytes(String type, Members members) {
        return plain(json -> root(json, type, members));
    }

    /** Anything written on a generator, in UTF-8. */
    static byte[] plain(Members value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            value.accept(json);
        }
        return bytes.toByteArray();
    }

    private static void root(JsonGenerator json, String type, Members members) {
        json.writeStartObject();
        context(json);
        json.writeStringProperty("@type", type);
        members.accept(json);
        json.writeEndObject();
    }

    static void context(JsonGenerator json) {
        texts(json, "@context", List.of(CONTEXT));
    }

    /** Both pids; one that this side does not know yet is left out. */
    static void pids(JsonGenerator json, Pids pids) {
        if (!pids.providerPid().isEmpty()) {
            json.writeStringProperty("providerPid", pids.providerPid());
        }
        if (!pids.consumerPid().isEmpty()) {
            json.writeStringProperty("consumerPid", pids.consumerPid());
        }
    }

    /** Code and reasons, each only where there is one: the schema refuses an empty array. */
    static void reasons(JsonGenerator json, Optional<String> code, List<String> reasons) {
        code.ifPresent(each -> json.writeStringProperty("code", each));
        texts(json, "reason", reasons);
    }

    static void texts(JsonGenerator json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.writeName(name);
            json.writeStartArray();
            texts.forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
