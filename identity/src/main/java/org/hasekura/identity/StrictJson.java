package org.hasekura.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way this room reads JSON from outside: bounded in size and depth, no member twice, nothing after the end.
 *
 * <p>Two parsers that disagree about a repeated member would let one part of a program check what another does not use.
 */
final class StrictJson {

    private static final int DEPTH_MAX = 16;
    private static final int NAME_CHARACTERS_MAX = 512;
    private static final int NUMBER_CHARACTERS_MAX = 40;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxNameLength(NAME_CHARACTERS_MAX)
                            .maxNumberLength(NUMBER_CHARACTERS_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** What was read, or why not. */
    sealed interface Read {
        record Json(JsonNode node) implements Read {}

        record Unreadable(String words) implements Read {}
    }

    /** Reads one JSON object. */
    static Read object(byte[] body, int bytesMax) {
        Read read = any(body, bytesMax);
        return read instanceof Read.Json(JsonNode node) && !node.isObject()
                ? new Read.Unreadable("not a JSON object")
                : read;
    }

    /** Reads one JSON value. */
    static Read any(byte[] body, int bytesMax) {
        if (body.length > bytesMax) {
            return new Read.Unreadable(body.length + " bytes; at most " + bytesMax + " are read");
        }
        try {
            return new Read.Json(MAPPER.readTree(body));
        } catch (JacksonException e) {
            return new Read.Unreadable("not acceptable as JSON: " + Words.shown(e.getOriginalMessage()));
        }
    }

    /** The text of the member; empty if it is absent or not a string. */
    static Optional<String> text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** A member that has not the shape asked for; thrown and caught within the reading of one text. */
    static final class Shape extends Exception {

        private final String words;

        Shape(String words) {
            super(words);
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The entries of the list; none if the member is absent. */
    static List<JsonNode> list(JsonNode object, String member, int entriesMax) throws Shape {
        JsonNode value = object.path(member);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > entriesMax) {
            throw new Shape("`" + member + "` is not a list of at most " + entriesMax + " entries");
        }
        return List.copyOf(value.values());
    }

    /** The text of a member that must be there. */
    static String textOf(JsonNode object, String member) throws Shape {
        Optional<String> text = text(object, member);
        if (text.isEmpty() || text.get().isBlank()) {
            throw new Shape("no text `" + member + "`");
        }
        return text.get();
    }

    /** Refuses what is no object, or has a member that is not known. */
    static void onlyMembers(JsonNode object, Collection<String> known) throws Shape {
        if (!object.isObject()) {
            throw new Shape("not an object with " + String.join(", ", known));
        }
        for (String member : object.propertyNames()) {
            if (!known.contains(member)) {
                throw new Shape(Words.unknown("member", member, known));
            }
        }
    }
}
