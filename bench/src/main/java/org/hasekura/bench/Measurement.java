package org.hasekura.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Something that can be measured in a few seconds. */
interface Measurement {

    /** What it is called on the command line. */
    String name();

    /** What it measures, in a line. */
    String about();

    /**
     * Measures.
     *
     * @throws IOException if it cannot be measured here, in words; the other measurements go on
     */
    List<Figure> measure(Place place) throws IOException;

    /** Whether it takes so long that it is measured only when it is named. */
    default boolean isOnlyByName() {
        return false;
    }

    /** What was measured beside what others need; asked for after it was measured, and empty for most. */
    default Optional<Comparison> comparison() {
        return Optional.empty();
    }
}
