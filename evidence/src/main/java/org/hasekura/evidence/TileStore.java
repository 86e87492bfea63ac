package org.hasekura.evidence;

import java.io.IOException;
import java.util.Optional;

/**
 * Where the files of a log are kept, by their path below the log's prefix ({@link TilePath#path}). Tiles never change:
 * writing one again writes the same bytes.
 */
public interface TileStore {

    /**
     * Writes a whole file, or nothing that {@link #read} would show.
     *
     * @throws IOException if it may not be there; the log must then be reopened
     */
    void write(String path, byte[] bytes) throws IOException;

    /** The file's bytes, if there is one. */
    Optional<byte[]> read(String path) throws IOException;
}
