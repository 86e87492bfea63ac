package org.hasekura.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page: a record of everything it shows, and pure functions from it to HTML. It answers a person's question and offers
 * the next act.
 */
public interface Page {

    /** The heading, and the title of the window. */
    String title(Words words);

    /** One sentence under the heading that says what this page is for, or its answer. */
    default Optional<String> lead(Words words) {
        return Optional.empty();
    }

    /** The pages above this one, the nearest last; the start page is not named. */
    default List<Crumb> above(Words words) {
        return List.of();
    }

    /** Everything below the heading. */
    Html content(View view);

    /** What it shows, for programs: maps, lists, texts, numbers, dates; see {@link DataJson}. */
    Map<String, Object> data();

    /** Its tables by their names, each to be had as CSV and JSON as well. */
    default List<Table> tables(View view) {
        return List.of();
    }

    /** Whether something on it was refused: its title says so. */
    default boolean hasErrors() {
        return false;
    }

    /** A page above this one. */
    record Crumb(String path, String title) {}
}
