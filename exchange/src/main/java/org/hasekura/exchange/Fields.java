package org.hasekura.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hasekura.policy.Reading;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object under reading, with the path that led to it. Every method either answers what the message needs or
 * throws {@link InvalidInput} with the path. A {@code null} counts as absent, as in JSON-LD.
 */
final class Fields {

    static final int TEXT_MAX = 4_096;
    static final int ADDRESS_MAX = 2_048;
    static final int REASONS_MAX = 100;

    /** What no IRI contains, and the slash, which would change the path that a pid becomes part of. */
    private static final Pattern NOT_IN_A_PID = Pattern.compile("[\\s\\p{Cntrl}/\\\\<>\"{}|^`]");

    private static final int PID_MAX = 256;
    private static final int SHOWN_MAX = 80;

    private final JsonNode object;
    private final String path;

    private Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    static Fields of(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new InvalidInput(path.isEmpty() ? "body" : path, "is not a JSON object; expected `{...}`");
        }
        return new Fields(node, path);
    }

    /** The object itself, for a reader of another room. */
    JsonNode node() {
        return object;
    }

    String path() {
        return path;
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    InvalidInput invalid(String name, String words) {
        return new InvalidInput(at(name), words);
    }

    boolean has(String name) {
        return field(name).isPresent();
    }

    Optional<JsonNode> field(String name) {
        return object.optional(name).filter(each -> !each.isNull());
    }

    /** Text that must be there: not blank, at most {@value #TEXT_MAX} characters. */
    String text(String name) {
        String text = optionalText(name).orElseThrow(() -> invalid(name, "is missing; expected a text"));
        if (text.isBlank()) {
            throw invalid(name, "is blank; expected a text");
        }
        return text;
    }

    Optional<String> optionalText(String name) {
        return field(name).map(node -> textOf(node, at(name)));
    }

    static String textOf(JsonNode node, String path) {
        if (!node.isString()) {
            throw new InvalidInput(path, "is not a text; expected `\"...\"`");
        }
        String text = node.stringValue();
        if (text.length() > TEXT_MAX) {
            throw new InvalidInput(path, "has " + text.length() + " characters; at most " + TEXT_MAX + " are taken");
        }
        return text;
    }

    /** The {@code @type}, under its short name; the full IRI in the DSP namespace reads the same. */
    String type() {
        return withoutNamespace(text("@type"));
    }

    static String withoutNamespace(String term) {
        return term.startsWith(DspJson.NAMESPACE) ? term.substring(DspJson.NAMESPACE.length()) : term;
    }

    void requireType(String expected) {
        if (!type().equals(expected)) {
            throw invalid("@type", "is " + shown(text("@type")) + "; expected `" + expected + "`");
        }
    }

    /** The name of a process: an IRI or UUID that can stand as one segment of a path. */
    String pid(String name) {
        String pid = text(name);
        if (pid.length() > PID_MAX || NOT_IN_A_PID.matcher(pid).find() || pid.equals(".") || pid.equals("..")) {
            throw invalid(
                    name,
                    "is " + shown(pid) + "; expected an IRI or UUID of at most " + PID_MAX
                            + " characters, without `/` and white space");
        }
        return pid;
    }

    Pids pids() {
        return new Pids(pid("providerPid"), pid("consumerPid"));
    }

    /** An absolute http or https address that paths can be appended to. Whether http is admitted is for the caller. */
    URI address(String name) {
        String text = text(name);
        return addressOf(text)
                .orElseThrow(() -> invalid(
                        name,
                        "is " + shown(text) + "; expected an absolute http or https address with a host, without user,"
                                + " query and fragment"));
    }

    private static Optional<URI> addressOf(String text) {
        if (text.length() > ADDRESS_MAX) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean usable = (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getPort() <= 65_535
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** One of an enum's names; the IRI of the name in the DSP namespace reads the same. */
    <E extends Enum<E>> E constant(String name, Class<E> type) {
        String text = text(name);
        String bare = withoutNamespace(text);
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(bare))
                .findFirst()
                .orElseThrow(() -> invalid(
                        name, "is " + shown(text) + "; expected one of " + Arrays.toString(type.getEnumConstants())));
    }

    Fields object(String name) {
        return optionalObject(name).orElseThrow(() -> invalid(name, "is missing; expected an object"));
    }

    Optional<Fields> optionalObject(String name) {
        return field(name).map(node -> of(node, at(name)));
    }

    /** The items of an array, none where it is absent, each read with its own path. */
    <T> List<T> items(String name, int itemsMax, Function<Item, T> reader) {
        Optional<JsonNode> array = field(name);
        if (array.isEmpty()) {
            return List.of();
        }
        if (!array.get().isArray()) {
            throw invalid(name, "is not an array; expected `[...]`");
        }
        if (array.get().size() > itemsMax) {
            throw invalid(name, "has " + array.get().size() + " items; at most " + itemsMax + " are taken");
        }
        List<T> items = new ArrayList<>(array.get().size());
        for (JsonNode each : array.get()) {
            items.add(reader.apply(new Item(each, at(name) + "[" + items.size() + "]")));
        }
        return List.copyOf(items);
    }

    /** One item of an array and where it stands. */
    record Item(JsonNode node, String path) {
        Fields object() {
            return of(node, path);
        }

        String text() {
            return textOf(node, path);
        }
    }

    /** The sentences of {@code reason}: texts as they are; anything else, which the schema allows, as its JSON. */
    List<String> reasons() {
        return items(
                "reason",
                REASONS_MAX,
                item -> item.node().isString() ? item.text() : cut(item.node().toString()));
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }

    /** What the policy room has read, or its refusal, which already names the path. */
    static <T> T orInvalid(Reading<T> reading) {
        return switch (reading) {
            case Reading.Read<T>(T value) -> value;
            case Reading.Refused<T>(String path, String words) -> throw new InvalidInput(path, words);
        };
    }

    /** Input as it may stand in an answer: in backticks, short, on one line. */
    static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}`]", "?");
        return "`" + (line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…") + "`";
    }
}
