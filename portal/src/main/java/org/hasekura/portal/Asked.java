package org.hasekura.portal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a page was asked: by whom, and what stood in the path, the query and the form.
 *
 * @param places what stands in the places of the route's pattern
 * @param visit the token of the session, or of a guest's visit; a secret
 * @param address of the asking machine
 * @param header the value of a header, by its name in any case
 */
public record Asked(
        View view,
        Map<String, String> places,
        Fields query,
        Fields form,
        String visit,
        String address,
        Function<String, Optional<String>> header) {

    /** What stands in the place of the route's pattern that has this name. */
    public String place(String name) {
        return Optional.ofNullable(places.get(name))
                .orElseThrow(() -> new IllegalStateException("the route has no `{" + name + "}`"));
    }

    public Words words() {
        return view.words();
    }

    /** Whoever is signed in; the route has made sure that somebody is. */
    public Viewer.Person person() {
        return view.viewer() instanceof Viewer.Person person
                ? person
                : throwing(new IllegalStateException("the route lets guests in"));
    }

    private static Viewer.Person throwing(IllegalStateException fault) {
        throw fault;
    }
}
