package org.hasekura.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The paths that a route serves, for example {@code /api/datasets/{id}/withdraw}: a place in braces takes one segment, a
 * last place {@code {name*}} the whole rest.
 *
 * @param places the segments of the pattern, those in braces with them
 */
public record PathPattern(List<String> places) {

    public PathPattern {
        places = List.copyOf(places);
    }

    public static PathPattern of(String pattern) {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("a route's pattern begins with a slash, was `" + pattern + "`");
        }
        return new PathPattern(PathSegments.cut(pattern));
    }

    /** What stands in the places of the pattern, when the path, given by its decoded segments, is one of these. */
    Optional<Map<String, String>> match(List<String> path) {
        return fits(path) ? Optional.of(found(path)) : Optional.empty();
    }

    /** What its places in braces are called. */
    List<String> names() {
        return places.stream()
                .filter(PathPattern::isNamed)
                .map(place -> place.substring(1, place.length() - (place.endsWith("*}") ? 2 : 1)))
                .toList();
    }

    boolean fits(List<String> path) {
        boolean takesRest = takesRest();
        if (takesRest ? path.size() < places.size() : path.size() != places.size()) {
            return false;
        }
        int fixed = takesRest ? places.size() - 1 : places.size();
        for (int at = 0; at < fixed; at++) {
            String place = places.get(at);
            if (isNamed(place) ? path.get(at).isEmpty() : !place.equals(path.get(at))) {
                return false;
            }
        }
        return true;
    }

    private Map<String, String> found(List<String> path) {
        Map<String, String> found = new TreeMap<>();
        for (int at = 0; at < places.size(); at++) {
            String place = places.get(at);
            if (at == places.size() - 1 && takesRest()) {
                found.put(place.substring(1, place.length() - 2), String.join("/", path.subList(at, path.size())));
            } else if (isNamed(place)) {
                found.put(place.substring(1, place.length() - 1), path.get(at));
            }
        }
        return found;
    }

    private boolean takesRest() {
        return places.getLast().endsWith("*}");
    }

    private static boolean isNamed(String place) {
        return place.startsWith("{");
    }

    /** As it was written. */
    @Override
    public String toString() {
        return "/" + String.join("/", places);
    }
}
