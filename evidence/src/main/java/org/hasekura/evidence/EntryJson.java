package org.hasekura.evidence;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Entries to canonical JSON and back, by the records' components: the field is named as the component, so that the
 * sealed type, its bytes and its catalogue cannot differ. An absent Optional has no field.
 */
final class EntryJson {

    private static final int TEXT_CHARS_MAX = 1024;

    private static final Map<String, Class<?>> KINDS = Stream.of(Entry.class.getPermittedSubclasses())
            .filter(type -> type != Entry.Unknown.class)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));

    /** The components of each record, looked up once: entries are written some ten thousand times a second. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private EntryJson() {}

    static byte[] bytes(Entry entry) {
        if (entry instanceof Entry.Unknown unknown) {
            return unknown.text().getBytes(StandardCharsets.UTF_8);
        }
        CanonicalJson.Builder out =
                new CanonicalJson.Builder().text("format", Entry.FORMAT).text("kind", entry.kind());
        try {
            for (RecordComponent component : COMPONENTS.get(entry.getClass())) {
                Object value = component.getAccessor().invoke(entry);
                write(value).ifPresent(json -> out.put(component.getName(), json));
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the accessors of `" + entry.kind() + "` cannot fail", e);
        }
        byte[] bytes = CanonicalJson.bytes(out.build());
        if (bytes.length > EntryBundle.ENTRY_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "the entry `" + entry.kind() + "` has " + bytes.length + " bytes, more than 65,535");
        }
        return bytes;
    }

    private static Optional<Json> write(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.flatMap(EntryJson::write);
            case String text -> Optional.of(new Json.Text(checked(text)));
            case Enum<?> constant -> Optional.of(new Json.Text(constant.name()));
            case Hash hash -> Optional.of(new Json.Text(hash.hex()));
            case Instant instant -> Optional.of(new Json.Text(instant.toString()));
            case LocalDate day -> Optional.of(new Json.Text(day.toString()));
            case Long number -> Optional.of(new Json.Whole(number));
            case Boolean truth -> Optional.of(new Json.Truth(truth));
            case List<?> list -> {
                List<Json> items = new ArrayList<>();
                list.forEach(item -> write(item).ifPresent(items::add));
                yield Optional.of(new Json.Items(items));
            }
            default -> throw new IllegalStateException("no entry may have a field of " + value.getClass());
        };
    }

    private static String checked(String text) {
        if (text.isEmpty() || text.length() > TEXT_CHARS_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("`" + Texts.shown(text)
                    + "` cannot stand in an entry: empty, longer than 1,024 characters, or with control characters");
        }
        return text;
    }

    static Entry read(byte[] bytes) throws MalformedException {
        Json json = CanonicalJson.readStrictly(bytes, EntryBundle.ENTRY_BYTES_MAX);
        if (!(json instanceof Json.Fields fields)) {
            throw new MalformedException("an entry is a JSON object");
        }
        String kind = required(fields, "kind");
        required(fields, "format");
        Entry.Unknown unknown = new Entry.Unknown(
                required(fields, "node"),
                InstantText.read(required(fields, "at")),
                kind,
                new String(bytes, StandardCharsets.UTF_8));
        Class<?> type = KINDS.get(kind);
        if (type == null || !fields.text("format").equals(Optional.of(Entry.FORMAT))) {
            return unknown;
        }
        try {
            Entry entry = create(type, fields);
            return Arrays.equals(bytes(entry), bytes) ? entry : unknown;
        } catch (MalformedException | IllegalArgumentException e) {
            // Fields that this version does not expect: it may be right in a later one.
            return unknown;
        }
    }

    private static String required(Json.Fields fields, String name) throws MalformedException {
        return fields.text(name).orElseThrow(() -> new MalformedException("the entry has no `" + name + "`"));
    }

    private static Entry create(Class<?> type, Json.Fields fields) throws MalformedException {
        RecordComponent[] components = COMPONENTS.get(type);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Json json = fields.values().get(components[i].getName());
            values[i] = value(components[i].getGenericType(), Optional.ofNullable(json));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return (Entry) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record " + type + " has its canonical constructor", e);
        }
    }

    private static Object value(Type type, Optional<Json> json) throws MalformedException {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return json.isEmpty() ? Optional.empty() : Optional.of(value(generic.getActualTypeArguments()[0], json));
        }
        if (type instanceof ParameterizedType generic
                && json.orElse(new Json.Truth(false)) instanceof Json.Items(List<Json> items)) {
            List<Object> values = new ArrayList<>();
            for (Json item : items) {
                values.add(value(generic.getActualTypeArguments()[0], Optional.of(item)));
            }
            return List.copyOf(values);
        }
        return scalar(type, json.orElseThrow(() -> new MalformedException("a field is missing")));
    }

    private static Object scalar(Type type, Json json) throws MalformedException {
        return switch (json) {
            case Json.Whole(long number) when type == long.class || type == Long.class -> number;
            case Json.Truth(boolean truth) when type == boolean.class -> truth;
            case Json.Text(String text) when type == String.class -> text;
            case Json.Text(String text) when type == Hash.class -> Hash.fromHex(text);
            case Json.Text(String text) when type == Instant.class -> InstantText.read(text);
            case Json.Text(String text) when type == LocalDate.class -> day(text);
            case Json.Text(String text) when type instanceof Class<?> c && c.isEnum() -> constant(c, text);
            default -> throw new MalformedException("a field is not of the type " + type.getTypeName());
        };
    }

    private static Object constant(Class<?> type, String name) throws MalformedException {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new MalformedException("`" + Texts.shown(name) + "` is no " + type.getSimpleName());
    }

    private static LocalDate day(String text) throws MalformedException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedException("`" + Texts.shown(text) + "` is not a day like 2026-11-21");
        }
    }
}
