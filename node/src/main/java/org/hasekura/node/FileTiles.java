package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.hasekura.evidence.TileStore;

/**
 * The files of the evidence log in a folder, as they are served: tiles, bundles and the last checkpoint. They are derived
 * from the entries in the store and can be made again, so nothing waits for the disk here.
 */
final class FileTiles implements TileStore {
    private final Path folder;

    FileTiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(aside, bytes);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
