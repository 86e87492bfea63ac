package org.hasekura.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Where published bytes lie. A location is what a dataset's content names; only this port knows what it means. */
public interface Source {

    /**
     * The bytes from this place on.
     *
     * @param from at most the length
     * @return to be closed
     * @throws IOException if nothing can be read there now
     */
    InputStream open(String location, long from) throws IOException;

    /** How it stands there now; empty when nothing lies there. */
    Optional<State> state(String location) throws IOException;

    /** How many bytes lie there, and when they were last changed as far as the source knows. */
    record State(long bytes, Instant modified) {}
}
