package org.hasekura.node;

import java.util.Optional;

/**
 * The tag by which an asker says what it has seen already. Weak, since the same content may go out compressed or not. RFC
 * 9110 §8.8.3, §13.1.2.
 */
final class EntityTag {

    private final String header;

    /** @param tag letters and digits */
    EntityTag(String tag) {
        this.header = "W/\"" + tag + "\"";
    }

    /** The value of an {@code ETag} header. */
    String header() {
        return header;
    }

    /** Whether the asker has what this tag stands for, by its {@code If-None-Match}. */
    boolean isKnownTo(Request request) {
        Optional<String> known = request.header("If-None-Match");
        return known.isPresent()
                && (known.get().strip().equals("*") || known.get().contains(header.substring(2)));
    }
}
