package org.hasekura.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All routes of one server; the first that fits serves. */
public record Routes(List<Route> all) {

    public Routes {
        all = List.copyOf(all);
    }

    /** Which route a request goes to. */
    sealed interface Choice {

        record Found(Route route, Map<String, String> parameters) implements Choice {}

        // The methods of the path, as the Allow header lists them.
        record WrongMethod(String allowed) implements Choice {}

        record Nothing() implements Choice {}
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
