package org.hasekura.law;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of one JSON object, read by name and type; what is wrong is reported with its place. {@code null} counts as absent. */
final class FieldsJson {
    /** Text longer than this is no law and no case. */
    static final int TEXT_CHARACTERS_MAX = 20_000;

    /** More codes than this in one list, or fields in one object, are no facts of a flow and no entry of the law. */
    static final int LIST_MAX = 1_000;

    private static final int CODE_CHARACTERS_MAX = 64;
    private static final int NESTING_MAX = 20;
    private static final int SHOWN_MAX = 80;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_MAX)
                            .maxStringLength(TEXT_CHARACTERS_MAX)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String place;
    private final JsonNode node;
    private final Set<String> asked = new LinkedHashSet<>();

    private FieldsJson(String place, JsonNode node) {
        this.place = place;
        this.node = node;
    }

    /** Reads a whole document, which must be one object. */
    static FieldsJson document(String file, byte[] utf8) throws LawDataException {
        return object("`" + file + "`", root(file, utf8));
    }

    /** Reads a whole document, which is an object or a list; a list becomes the one field of an object. */
    static FieldsJson documentOrList(String file, byte[] utf8, String field) throws LawDataException {
        JsonNode root = root(file, utf8);
        return object(
                "`" + file + "`", root.isArray() ? MAPPER.createObjectNode().set(field, root) : root);
    }

    private static JsonNode root(String file, byte[] utf8) throws LawDataException {
        try {
            return MAPPER.readTree(utf8);
        } catch (JacksonException e) {
            throw new LawDataException(
                    "`" + file + "` is not readable JSON: " + e.getOriginalMessage() + where(e.getLocation()), e);
        }
    }

    private static String where(@Nullable TokenStreamLocation place) {
        return place == null ? "" : ", line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    private static FieldsJson object(String place, JsonNode node) throws LawDataException {
        if (!node.isObject()) {
            throw new LawDataException(place + ": must be an object `{ … }`");
        }
        if (node.size() > LIST_MAX) {
            throw new LawDataException(place + ": has more than " + LIST_MAX + " fields");
        }
        return new FieldsJson(place, node);
    }

    /** The same object, called by its own name from now on. */
    FieldsJson called(String name) {
        return new FieldsJson(place + ", " + name, node);
    }

    boolean has(String field) {
        return get(field).isPresent();
    }

    String text(String field) throws LawDataException {
        return optionalText(field).orElseThrow(() -> wrong(field, "is missing"));
    }

    Optional<String> optionalText(String field) throws LawDataException {
        Optional<JsonNode> value = get(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isString()) {
            throw wrong(field, "must be text, not `" + shown(value.get()) + "`");
        }
        return Optional.of(canonical(value.get().stringValue()));
    }

    LocalDate day(String field) throws LawDataException {
        return optionalDay(field).orElseThrow(() -> wrong(field, "is missing"));
    }

    Optional<LocalDate> optionalDay(String field) throws LawDataException {
        Optional<String> text = optionalText(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.get()));
        } catch (DateTimeParseException e) {
            throw wrong(field, "must be a day such as `2019-01-23`, not `" + shown(text.get()) + "`");
        }
    }

    Optional<Boolean> optionalFlag(String field) throws LawDataException {
        Optional<JsonNode> value = get(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isBoolean()) {
            throw wrong(field, "must be `true` or `false`, not `" + shown(value.get()) + "`");
        }
        return Optional.of(value.get().booleanValue());
    }

    /** True only where the field says so. */
    boolean flag(String field) throws LawDataException {
        return optionalFlag(field).orElse(false);
    }

    OptionalInt optionalNumber(String field) throws LawDataException {
        Optional<JsonNode> value = get(field);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!value.get().isInt()) {
            throw wrong(field, "must be a whole number, not `" + shown(value.get()) + "`");
        }
        return OptionalInt.of(value.get().intValue());
    }

    /** A list of texts; an absent field is an empty list. */
    List<String> texts(String field) throws LawDataException {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(field)) {
            if (texts.size() == LIST_MAX) {
                throw wrong(field, "has more than " + LIST_MAX + " entries");
            }
            if (!element.isString()) {
                throw wrong(field, "must hold texts, not `" + shown(element) + "`");
            }
            texts.add(canonical(element.stringValue()));
        }
        return texts;
    }

    Set<String> codes(String field) throws LawDataException {
        return new LinkedHashSet<>(texts(field));
    }

    /** A list of objects, each called by its position; an absent field is an empty list. */
    List<FieldsJson> objects(String field) throws LawDataException {
        List<FieldsJson> objects = new ArrayList<>();
        for (JsonNode element : list(field)) {
            objects.add(object(place + ", `" + field + "` entry " + (objects.size() + 1), element));
        }
        return objects;
    }

    Optional<FieldsJson> optionalObject(String field) throws LawDataException {
        Optional<JsonNode> value = get(field);
        return value.isEmpty() ? Optional.empty() : Optional.of(object(place + ", field `" + field + "`", value.get()));
    }

    FieldsJson object(String field) throws LawDataException {
        return optionalObject(field).orElseThrow(() -> wrong(field, "is missing"));
    }

    /** Names of all fields, in order. */
    List<String> names() {
        return List.copyOf(node.propertyNames());
    }

    /** Names of the fields that hold something and that nobody asked for. */
    List<String> unasked() {
        List<String> names = new ArrayList<>();
        for (String name : node.propertyNames()) {
            if (!asked.contains(name) && !isEmpty(node.get(name))) {
                names.add(name);
            }
        }
        return names;
    }

    /** Refuses fields that nobody asked for. */
    void nothingElse() throws LawDataException {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                throw wrong(name, "is not known here; known are " + asked);
            }
        }
    }

    LawDataException wrong(String field, String what) {
        return new LawDataException(place + ", field `" + field + "`: " + what);
    }

    /** What was found, short enough and clean enough for a terminal. */
    static String shown(Object found) {
        String text = printable(found.toString());
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    }

    /** The text without control characters and those that turn the direction of writing. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    }

    /** Equal codes become one object: rules compare codes all the time, and the same object is equal at a glance. */
    private static String canonical(String text) {
        return text.length() <= CODE_CHARACTERS_MAX ? text.intern() : text;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isBoolean() && !value.booleanValue())
                || (value.isContainer() && value.isEmpty());
    }

    private Optional<JsonNode> get(String field) {
        asked.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private Iterable<JsonNode> list(String field) throws LawDataException {
        Optional<JsonNode> value = get(field);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.get().isArray()) {
            throw wrong(field, "must be a list `[ … ]`");
        }
        return value.get();
    }
}
