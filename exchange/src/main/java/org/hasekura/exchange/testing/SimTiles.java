package org.hasekura.exchange.testing;

import java.io.IOException;
import java.util.Optional;
import org.hasekura.evidence.TileStore;

/** The files of a log on a {@link SimDisk}. As those of a node they are never synced: a loss of power may tear any of them. */
public record SimTiles(SimDisk disk) implements TileStore {

    private static final String FOLDER = "log/";

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        disk.replace(FOLDER + path, bytes);
    }

    @Override
    public Optional<byte[]> read(String path) {
        return disk.read(FOLDER + path);
    }
}
