package org.hasekura.portal;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A piece of HTML. Everything that is put into it is escaped unless it is HTML itself, so that no text from outside can
 * become markup; a template is written in our code and nowhere else.
 */
public final class Html {

    public static final Html NOTHING = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /**
     * A template with its places filled in their order.
     *
     * @param template with {@code {}} for each place; an attribute's value stands in double quotes
     * @param values HTML as it is, a list of HTML one after the other, everything else escaped
     * @throws IllegalStateException if there are not as many values as places
     */
    public static Html of(String template, Object... values) {
        var filled = new StringBuilder(template.length() + 64 * values.length);
        int from = 0;
        for (Object value : values) {
            int place = template.indexOf("{}", from);
            if (place < 0) {
                throw new IllegalStateException("more than the places of `" + template + "`: " + values.length);
            }
            filled.append(template, from, place);
            append(value, filled);
            from = place + 2;
        }
        if (template.indexOf("{}", from) >= 0) {
            throw new IllegalStateException("too few values for `" + template + "`: " + values.length);
        }
        return new Html(filled.append(template, from, template.length()).toString());
    }

    /** Text, escaped. */
    public static Html text(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        escape(text, escaped);
        return new Html(escaped.toString());
    }

    /** One piece after the other, each on a line of its own. */
    public static Html all(List<Html> pieces) {
        return new Html(pieces.stream().map(each -> each.markup).collect(Collectors.joining("\n")));
    }

    public static Html all(Html... pieces) {
        return all(List.of(pieces));
    }

    /** A piece for each of them. */
    public static <T> Html each(Iterable<? extends T> things, Function<T, Html> piece) {
        var all = new StringBuilder();
        for (T thing : things) {
            all.append(piece.apply(thing).markup).append('\n');
        }
        return new Html(all.toString().stripTrailing());
    }

    /** A piece for each of them, told how many came before. */
    public static <T> Html numbered(List<? extends T> things, BiFunction<T, Integer, Html> piece) {
        var all = new StringBuilder();
        for (int at = 0; at < things.size(); at++) {
            all.append(piece.apply(things.get(at), at).markup).append('\n');
        }
        return new Html(all.toString().stripTrailing());
    }

    public static Html when(boolean condition, Supplier<Html> piece) {
        return condition ? piece.get() : NOTHING;
    }

    public static <T> Html when(Optional<T> thing, Function<T, Html> piece) {
        return thing.map(piece).orElse(NOTHING);
    }

    public boolean isNothing() {
        return markup.isEmpty();
    }

    /** The markup itself. */
    @Override
    public String toString() {
        return markup;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Html html && html.markup.equals(markup);
    }

    @Override
    public int hashCode() {
        return markup.hashCode();
    }

    private static void append(Object value, StringBuilder filled) {
        switch (value) {
            case Html html -> filled.append(html.markup);
            case List<?> list -> list.forEach(each -> append(each, filled));
            case Optional<?> optional ->
                throw new IllegalStateException("whether there is one is not text: " + optional);
            default -> escape(value.toString(), filled);
        }
    }

    private static void escape(String text, StringBuilder escaped) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
    }
}
