package org.hasekura.resilience;

import java.util.Locale;
import java.util.Optional;

/** How a fact was come by, surest first. */
public enum Confidence {
    /** Seen in the publication itself or in its data files. */
    READ,
    /** Seen in another publication that relays it. */
    SECONDARY,
    /** Stated in a file without more: the file's own word. */
    STATED,
    /** From a compiler's memory; to be checked before use, and left out on request. */
    MEMORY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Confidence> of(String word) {
        for (Confidence confidence : values()) {
            if (confidence.word().equals(word)) {
                return Optional.of(confidence);
            }
        }
        return Optional.empty();
    }
}
