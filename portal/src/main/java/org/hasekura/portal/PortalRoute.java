package org.hasekura.portal;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hasekura.exchange.StoreFailed;

/**
 * What is served under which path.
 *
 * @param pattern beginning with a slash, without the language; a place in braces takes one segment
 * @param roles for whom; empty: for everybody, guests too
 */
public record PortalRoute(boolean isPost, String pattern, Set<Role> roles, Handler handler) {

    /** All who have signed in. */
    public static final Set<Role> SIGNED_IN = Set.copyOf(EnumSet.allOf(Role.class));

    /** All who may change something. */
    public static final Set<Role> ACTING = Set.of(Role.PROVIDER, Role.CONSUMER, Role.COMPLIANCE, Role.OPERATOR);

    public static final Set<Role> EVERYBODY = Set.of();

    public PortalRoute {
        roles = Set.copyOf(roles);
    }

    /** Answers what was asked. It may be called by many threads at the same time. */
    @FunctionalInterface
    public interface Handler {
        Reply answer(Asked asked) throws StoreFailed;
    }

    public static PortalRoute get(String pattern, Set<Role> roles, Handler handler) {
        return new PortalRoute(false, pattern, roles, handler);
    }

    public static PortalRoute post(String pattern, Set<Role> roles, Handler handler) {
        return new PortalRoute(true, pattern, roles, handler);
    }

    /** What stands in the places of the pattern, when the path is one of these. */
    public Optional<Map<String, String>> match(String path) {
        List<String> places = List.of(pattern.split("/", -1));
        List<String> segments = List.of(path.split("/", -1));
        if (places.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> found = new TreeMap<>();
        for (int at = 0; at < places.size(); at++) {
            String place = places.get(at);
            if (place.startsWith("{") && !segments.get(at).isEmpty()) {
                found.put(place.substring(1, place.length() - 1), segments.get(at));
            } else if (!place.equals(segments.get(at))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }
}
