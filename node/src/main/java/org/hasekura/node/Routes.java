package org.hasekura.node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All routes of one server; the first that fits serves. */
public final class Routes {

    private final List<Route> all;

    // By method and path as it stands in the request: those that serve one path, which no route before them fits.
    private final Map<Method, Map<String, Route>> exact = new HashMap<>();

    public Routes(List<Route> all) {
        this.all = List.copyOf(all);
        for (Route route : all) {
            List<String> path = route.pattern().places();
            boolean isFirst =
                    choose(route.method(), path) instanceof Choice.Found(Route first, var _) && first.equals(route);
            if (route.pattern().names().isEmpty() && isFirst) {
                exact.computeIfAbsent(route.method(), _ -> new HashMap<>())
                        .put(route.pattern().toString(), route);
            }
        }
    }

    public List<Route> all() {
        return all;
    }

    /** Which route a request goes to. */
    sealed interface Choice {

        record Found(Route route, Map<String, String> parameters) implements Choice {}

        // The methods of the path, as the Allow header lists them.
        record WrongMethod(String allowed) implements Choice {}

        record Nothing() implements Choice {}
    }

    /** The route that serves this one path, which needs no decoding then; empty where there is none. */
    Optional<Route> exact(Method method, String rawPath) {
        return Optional.ofNullable(exact.getOrDefault(method, Map.of()).get(rawPath));
    }

    /** @param path its decoded segments */
    Choice choose(Method method, List<String> path) {
        for (Route route : all) {
            if (route.method() == method) {
                Optional<Map<String, String>> parameters = route.pattern().match(path);
                if (parameters.isPresent()) {
                    return new Choice.Found(route, parameters.get());
                }
            }
        }
        String allowed = allowed(path);
        return allowed.isEmpty() ? new Choice.Nothing() : new Choice.WrongMethod(allowed);
    }

    String allowed(List<String> path) {
        return all.stream()
                .filter(route -> route.pattern().fits(path))
                .map(route -> route.method().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
