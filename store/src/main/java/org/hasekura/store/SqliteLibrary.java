package org.hasekura.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once beside the database. The driver unpacks it anew into the temporary folder at
 * each start and compares it byte by byte, which costs more than a tenth of a CPU-second.
 */
final class SqliteLibrary {

    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String FILE = "org.sqlite.lib.name";

    private SqliteLibrary() {}

    /**
     * Unpacks the library, if it is not there as it is in the jar, and tells the driver. Where that cannot be done the
     * driver does it in its own way. The first database of a process decides, and so does whoever has set the properties.
     *
     * @param database in a folder that only the node's user can write to
     */
    static synchronized void unpackBeside(Path database) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        try (InputStream in = LibraryLoaderUtil.class.getResourceAsStream(
                LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (in == null) {
                return;
            }
            byte[] library = in.readAllBytes();
            Path file = database.resolveSibling(name);
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), library)) {
                Path unpacked = database.resolveSibling(
                        name + "." + ProcessHandle.current().pid());
                Files.write(unpacked, library);
                // A process that runs with the old one keeps it.
                Files.move(unpacked, file, StandardCopyOption.ATOMIC_MOVE);
            }
            System.setProperty(FOLDER, database.resolveSibling("").toString());
            System.setProperty(FILE, name);
        } catch (IOException e) {
            // Only the time of the start is lost.
        }
    }
}
