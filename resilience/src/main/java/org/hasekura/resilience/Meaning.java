package org.hasekura.resilience;

import java.util.Locale;
import java.util.Optional;

/** What an edge of a dependency graph says. Nothing is left to the reader of a picture. */
public enum Meaning {
    /** The target needs what the edge comes from. */
    AND,
    /** One member of the edges of the same group into the same target is enough. */
    OR,
    /** What the edge comes from is a kind or a part of the target; {@link Subtypes} says what its loss does. */
    SUBTYPE,
    /** Both ends are joined and traffic passes either way: a cable, a link. */
    LINK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Files may write it in any case. */
    public static Optional<Meaning> of(String word) {
        for (Meaning meaning : values()) {
            if (meaning.name().equalsIgnoreCase(word)) {
                return Optional.of(meaning);
            }
        }
        return Optional.empty();
    }
}
