package org.hasekura.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hasekura.law.NearestWord;
import org.hasekura.policy.Reading;

/**
 * Which datasets are asked for: those that have all the words, one of the values of each facet named, and, if it is
 * asked, terms that the asker qualifies for.
 */
public record CatalogFilter(String text, Map<Facet, NavigableSet<String>> values, boolean qualifies) {

    public static final CatalogFilter NONE = new CatalogFilter("", Map.of(), false);

    static final String TEXT = "text";
    static final String QUALIFIES = "qualifies";

    private static final int TEXT_MAX = 200;
    private static final int WORDS_MAX = 30;
    private static final int VALUES_MAX = 50;
    private static final int VALUE_MAX = 500;
    /** Characters of all of it, so that it fits into the address of a next page. */
    private static final int WHOLE_MAX = 1_500;

    public CatalogFilter {
        values = Map.copyOf(values);
    }

    /** What can be asked by. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(TEXT));
        names.addAll(Facet.texts());
        names.add(QUALIFIES);
        return names;
    }

    /** The filter with these names and values; another name, or a value that cannot be, is refused. */
    public static Reading<CatalogFilter> parse(Map<String, List<String>> given) {
        try {
            return new Reading.Read<>(filter(given));
        } catch (InvalidInput wrong) {
            return wrong.read();
        }
    }

    private static CatalogFilter filter(Map<String, List<String>> given) {
        String text = "";
        boolean qualifies = false;
        Map<Facet, NavigableSet<String>> values = new EnumMap<>(Facet.class);
        for (Map.Entry<String, List<String>> each : new TreeMap<>(given).entrySet()) {
            String name = each.getKey();
            Optional<Facet> facet = Facet.of(name);
            if (facet.isPresent()) {
                values.put(facet.get(), values(facet.get(), each.getValue()));
            } else if (name.equals(TEXT)) {
                text = text(each.getValue());
            } else if (name.equals(QUALIFIES)) {
                qualifies = each.getValue().stream().anyMatch(value -> yesOrNo(name, value));
            } else {
                throw new InvalidInput(
                        name,
                        "is no filter"
                                + NearestWord.to(name, names())
                                        .map(nearest -> "; did you mean `" + nearest + "`?")
                                        .orElse("")
                                + "; there are " + String.join(", ", names()));
            }
        }
        int length = values.values().stream()
                .flatMap(NavigableSet::stream)
                .mapToInt(String::length)
                .sum();
        if (length + text.length() > WHOLE_MAX) {
            throw new InvalidInput(
                    "filter", "has values of " + length + " characters in all; at most " + WHOLE_MAX + " are taken");
        }
        return new CatalogFilter(text, values, qualifies);
    }

    private static String text(List<String> given) {
        String text = String.join(" ", given).replace('\0', ' ').strip();
        if (text.length() > TEXT_MAX) {
            throw new InvalidInput(TEXT, "has " + text.length() + " characters; at most " + TEXT_MAX + " are taken");
        }
        int words = SearchWords.asked(text).size();
        if (words == 0 && !text.isEmpty()) {
            throw new InvalidInput(TEXT, "is " + Fields.shown(text) + ", which has no letter or digit to look for");
        }
        if (words > WORDS_MAX) {
            throw new InvalidInput(
                    TEXT, "has " + words + " words or pairs of characters; at most " + WORDS_MAX + " are looked for");
        }
        return text;
    }

    private static NavigableSet<String> values(Facet facet, List<String> given) {
        if (given.isEmpty() || given.size() > VALUES_MAX) {
            throw new InvalidInput(facet.text(), "has " + given.size() + " values; expected 1 to " + VALUES_MAX);
        }
        NavigableSet<String> values = new TreeSet<>();
        for (String text : given) {
            if (text.isBlank() || text.length() > VALUE_MAX || text.indexOf('\0') >= 0) {
                throw new InvalidInput(
                        facet.text(), "has a value of " + text.length() + " characters; expected 1 to " + VALUE_MAX);
            }
            values.add(value(facet, text.strip()));
        }
        return values;
    }

    private static String value(Facet facet, String text) {
        return switch (facet) {
            case THEME ->
                Theme.of(text)
                        .orElseThrow(() -> new InvalidInput(
                                facet.text(),
                                "is " + Fields.shown(text) + "; expected an address or one of "
                                        + String.join(", ", Theme.CODES)));
            case COUNTRY ->
                Place.of(text)
                        .orElseThrow(() -> new InvalidInput(
                                facet.text(), "is " + Fields.shown(text) + "; expected a code of ISO 3166-1, as `JP`"));
            case FORMAT -> text.toLowerCase(Locale.ROOT);
            case PERSONAL -> Boolean.toString(yesOrNo(facet.text(), text));
            case LICENCE, PARTY -> text;
        };
    }

    private static boolean yesOrNo(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInput(name, "is " + Fields.shown(text) + "; expected `true` or `false`");
        };
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Names and values that {@link #parse} makes the same filter of, in an order of their own. */
    public Map<String, List<String>> written() {
        Map<String, List<String>> written = new TreeMap<>();
        if (!text.isEmpty()) {
            written.put(TEXT, List.of(text));
        }
        values.forEach((facet, chosen) -> written.put(facet.text(), List.copyOf(chosen)));
        if (qualifies) {
            written.put(QUALIFIES, List.of("true"));
        }
        return written;
    }

    /** The same, but only for datasets of this party. */
    public CatalogFilter of(String party) {
        Map<Facet, NavigableSet<String>> narrower = new EnumMap<>(Facet.class);
        narrower.putAll(values);
        narrower.put(Facet.PARTY, new TreeSet<>(List.of(party)));
        return new CatalogFilter(text, narrower, qualifies);
    }
}
