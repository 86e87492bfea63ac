package org.hasekura.evidence.testing;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.hasekura.evidence.TileStore;

/** A tile store in memory that can fail before or after a write went through, and whose files can be damaged. */
public final class MemoryTileStore implements TileStore {

    private enum Failure {
        NONE,
        BEFORE,
        AFTER
    }

    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    private Failure failure = Failure.NONE;
    private int writesUntilFailure;

    /** The write after {@code writes} more fails without effect, and every one after it. */
    public void failBefore(int writes) {
        failure = Failure.BEFORE;
        writesUntilFailure = writes;
    }

    /** The write after {@code writes} more takes effect and then fails, and every one after it. */
    public void failAfter(int writes) {
        failure = Failure.AFTER;
        writesUntilFailure = writes;
    }

    /** Writes succeed again. */
    public void heal() {
        failure = Failure.NONE;
    }

    /** The files by path; changing the map changes the store. */
    public Map<String, byte[]> files() {
        return files;
    }

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        boolean fails = failure != Failure.NONE && writesUntilFailure-- <= 0;
        if (fails && failure == Failure.BEFORE) {
            throw new IOException("made to fail before writing `" + path + "`");
        }
        files.put(path, bytes.clone());
        if (fails) {
            throw new IOException("made to fail after writing `" + path + "`");
        }
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }
}
