package org.hasekura.portal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a query or a form says: each name with its values, in the order in which they came. Text is as it was typed, with
 * white space at its ends taken away.
 *
 * @param uploads files that came with a form, by the names of their fields
 */
public record Fields(Map<String, List<String>> values, Map<String, NamedFile> uploads) {

    public static final Fields NONE = new Fields(Map.of());

    private static final int FIELDS_MAX = 1_000;

    public Fields {
        values = Map.copyOf(values);
        uploads = Map.copyOf(uploads);
    }

    public Fields(Map<String, List<String>> values) {
        this(values, Map.of());
    }

    /** Reads {@code application/x-www-form-urlencoded}; what is not in that form is left out. WHATWG URL §5.1. */
    static Fields read(String encoded) {
        Map<String, List<String>> values = new HashMap<>();
        int count = 0;
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty() && ++count <= FIELDS_MAX) {
                String[] parts = pair.split("=", 2);
                try {
                    values.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                            .add(parts.length < 2 ? "" : decoded(parts[1]).strip());
                } catch (IllegalArgumentException _) {
                    // Not percent-encoding: nobody's browser sends that.
                }
            }
        }
        return new Fields(values);
    }

    /** The first value under a name, if it says anything. */
    public Optional<String> text(String name) {
        return all(name).stream().findFirst().filter(each -> !each.isEmpty());
    }

    /** The file in a field, if one was chosen. */
    public Optional<NamedFile> upload(String name) {
        return Optional.ofNullable(uploads.get(name)).filter(each -> each.bytes().length > 0);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether a box was ticked, or anything stands under the name. */
    public boolean has(String name) {
        return text(name).isPresent();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
