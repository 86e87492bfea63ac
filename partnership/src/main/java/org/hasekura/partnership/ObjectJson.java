package org.hasekura.partnership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object under reading, with the path that led to it. {@code null} counts as absent. */
final class ObjectJson {

    static final int TEXT_MAX = 8_192;
    static final int LIST_MAX = 100_000;
    private static final int DEPTH_MAX = 30;
    private static final int SHOWN_MAX = 80;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxStringLength(1 << 20)
                            .build())
                    .build())
            .build();

    /** Unwinds to {@link #reading}, and no further. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String place;

        Fault(String place, String words) {
            super(words, null, false, false);
            this.place = place;
        }
    }

    private final JsonNode object;
    private final String path;

    private ObjectJson(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    static ObjectJson of(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new Fault(path, "is no JSON object; expected `{...}`");
        }
        return new ObjectJson(node, path);
    }

    static ObjectJson parse(byte[] json) {
        try {
            return of(MAPPER.readTree(json), "");
        } catch (JacksonException e) {
            throw new Fault("", "this is no JSON: " + e.getOriginalMessage());
        }
    }

    /** Runs a reader and turns what it refuses into a result. */
    static <T> Read<T> reading(Supplier<T> reader) {
        try {
            return new Read.Done<>(reader.get());
        } catch (Fault e) {
            return new Read.Refused<>(
                    e.place, Optional.ofNullable(e.getMessage()).orElse(""));
        } catch (IllegalArgumentException e) {
            return new Read.Refused<>("", Optional.ofNullable(e.getMessage()).orElse("cannot be"));
        }
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Fault fault(String name, String words) {
        return new Fault(at(name), words);
    }

    Optional<JsonNode> field(String name) {
        return object.optional(name).filter(each -> !each.isNull());
    }

    /** Refuses fields that nobody reads: what is misspelt must not be lost. */
    ObjectJson only(String... names) {
        Set<String> known = Set.of(names);
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw fault(shown(name), "is not known here; known are " + String.join(", ", names));
            }
        }
        return this;
    }

    Set<String> names() {
        return Set.copyOf(object.propertyNames());
    }

    Optional<String> optionalText(String name) {
        return field(name).map(node -> {
            if (!node.isString()) {
                throw fault(name, "is `" + shown(node.toString()) + "`; expected a text");
            }
            String text = node.stringValue();
            if (text.length() > TEXT_MAX) {
                throw fault(name, "is longer than " + TEXT_MAX + " characters");
            }
            return text;
        });
    }

    String text(String name) {
        return optionalText(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> fault(name, "is missing or blank; expected a text"));
    }

    boolean isTrue(String name) {
        JsonNode node = field(name).orElseThrow(() -> fault(name, "is missing; expected true or false"));
        if (!node.isBoolean()) {
            throw fault(name, "is `" + shown(node.toString()) + "`; expected true or false");
        }
        return node.booleanValue();
    }

    long number(String name) {
        JsonNode node = field(name).orElseThrow(() -> fault(name, "is missing; expected a whole number"));
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw fault(name, "is `" + shown(node.toString()) + "`; expected a whole number");
        }
        return node.longValue();
    }

    Optional<Double> optionalNumber(String name) {
        return field(name).map(node -> {
            if (!node.isNumber()) {
                throw fault(name, "is `" + shown(node.toString()) + "`; expected a number");
            }
            return node.doubleValue();
        });
    }

    ObjectJson object(String name) {
        return optionalObject(name).orElseThrow(() -> fault(name, "is missing; expected `{...}`"));
    }

    Optional<ObjectJson> optionalObject(String name) {
        return field(name).map(node -> of(node, at(name)));
    }

    List<ObjectJson> objects(String name) {
        List<JsonNode> items = items(name);
        var objects = new ArrayList<ObjectJson>(items.size());
        for (int at = 0; at < items.size(); at++) {
            objects.add(of(items.get(at), at(name) + "[" + at + "]"));
        }
        return objects;
    }

    List<String> texts(String name) {
        List<JsonNode> items = items(name);
        var texts = new ArrayList<String>(items.size());
        for (int at = 0; at < items.size(); at++) {
            JsonNode item = items.get(at);
            if (!item.isString() || item.stringValue().length() > TEXT_MAX) {
                throw fault(name + "[" + at + "]", "is `" + shown(item.toString()) + "`; expected a text");
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    private List<JsonNode> items(String name) {
        Optional<JsonNode> node = field(name);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!node.get().isArray()) {
            throw fault(name, "is `" + shown(node.get().toString()) + "`; expected a list");
        }
        if (node.get().size() > LIST_MAX) {
            throw fault(name, "has more than " + LIST_MAX + " items");
        }
        return node.get().valueStream().toList();
    }

    <T> T word(String name, T[] values, Function<T, String> word) {
        return optionalWord(name, values, word)
                .orElseThrow(() -> fault(name, "is missing; expected one of " + words(values, word)));
    }

    <T> Optional<T> optionalWord(String name, T[] values, Function<T, String> word) {
        return optionalText(name)
                .map(text -> Arrays.stream(values)
                        .filter(value -> word.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(
                                () -> fault(name, "is `" + shown(text) + "`; expected one of " + words(values, word))));
    }

    private static <T> String words(T[] values, Function<T, String> word) {
        return Stream.of(values).map(word).collect(Collectors.joining(", "));
    }

    Optional<PartialDate> optionalDate(String name) {
        return optionalText(name)
                .map(text -> PartialDate.parse(text)
                        .orElseThrow(() -> fault(
                                name,
                                "is `" + shown(text) + "`; expected a date as `2024-07-01`, `2024-07` or `2024`")));
    }

    PartialDate date(String name) {
        return optionalDate(name).orElseThrow(() -> fault(name, "is missing; expected a date"));
    }

    LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException _) {
            throw fault(name, "is `" + shown(text(name)) + "`; expected a day as `2024-07-01`");
        }
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException _) {
            throw fault(name, "is `" + shown(text(name)) + "`; expected a moment as `2026-11-22T09:00:00Z`");
        }
    }

    private static String shown(String text) {
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text;
    }
}
