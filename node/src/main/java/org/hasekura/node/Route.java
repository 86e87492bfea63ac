package org.hasekura.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is served under which path.
 *
 * @param pattern for example {@code /api/datasets/{id}/withdraw}; a place in braces takes one segment, a last place
 *     {@code {name*}} the whole rest
 * @param bodyBytesMax a longer body is refused with 413
 */
public record Route(Method method, String pattern, int bodyBytesMax, Handler handler) {

    public Route {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("a route's pattern begins with a slash, was `" + pattern + "`");
        }
    }

    public static Route get(String pattern, Handler handler) {
        return new Route(Method.GET, pattern, 0, handler);
    }

    public static Route post(String pattern, int bodyBytesMax, Handler handler) {
        return new Route(Method.POST, pattern, bodyBytesMax, handler);
    }

    public static Route put(String pattern, int bodyBytesMax, Handler handler) {
        return new Route(Method.PUT, pattern, bodyBytesMax, handler);
    }

    /** The same route behind another handler, for example one that asks for a token first. */
    public Route behind(java.util.function.UnaryOperator<Handler> guard) {
        return new Route(method, pattern, bodyBytesMax, guard.apply(handler));
    }

    /** Segments between the slashes, as they stand. */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int from = 1;
        for (int slash = path.indexOf('/', from); slash >= 0; slash = path.indexOf('/', from)) {
            segments.add(path.substring(from, slash));
            from = slash + 1;
        }
        segments.add(path.substring(Math.min(from, path.length())));
        return segments;
    }

    /** What stands in the places of the pattern, when the path is one of this route. */
    Optional<Map<String, String>> match(List<String> path) {
        List<String> places = segments(pattern);
        Map<String, String> found = new HashMap<>();
        for (int at = 0; at < places.size(); at++) {
            String place = places.get(at);
            if (place.endsWith("*}")) {
                return at < path.size()
                        ? Optional.of(plusRest(found, place, path.subList(at, path.size())))
                        : Optional.empty();
            }
            boolean isNamed = place.startsWith("{");
            if (at >= path.size() || (isNamed ? path.get(at).isEmpty() : !place.equals(path.get(at)))) {
                return Optional.empty();
            }
            if (isNamed) {
                found.put(place.substring(1, place.length() - 1), path.get(at));
            }
        }
        return places.size() == path.size() ? Optional.of(found) : Optional.empty();
    }

    private static Map<String, String> plusRest(Map<String, String> found, String place, List<String> rest) {
        found.put(place.substring(1, place.length() - 2), String.join("/", rest));
        return found;
    }
}
