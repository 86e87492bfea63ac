package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.hasekura.law.Law;
import org.hasekura.law.LawDataException;

/** The law by which this node judges: that of a folder with law data where the settings name one, else the packaged one. */
final class LawInUse {

    private static final int FILE_BYTES_MAX = 16 << 20;

    private final Optional<Path> folder;

    // Replaced whole by whoever reads the folder again; every reader takes one law and stays with it.
    private volatile Law law;

    private LawInUse(Optional<Path> folder, Law law) {
        this.folder = folder;
        this.law = law;
    }

    /**
     * Reads the folder, if there is one.
     *
     * @throws IOException if its data cannot be read, with file, entry and field
     */
    static LawInUse of(Settings.LawData settings, Law packaged) throws IOException {
        Law law = settings.folder().isPresent() ? read(settings.folder().get()) : packaged;
        return new LawInUse(settings.folder(), law);
    }

    Law now() {
        return law;
    }

    Optional<Path> folder() {
        return folder;
    }

    /**
     * Reads the folder again and uses what is there from now on.
     *
     * @throws IOException if there is no folder or its data cannot be read; the law in use stays
     */
    Law readAgain() throws IOException {
        law = read(folder.orElseThrow(() -> new IOException(
                "no folder with law data is set; `law.data-folder` in the settings names one from the next start on")));
        return law;
    }

    private static Law read(Path folder) throws IOException {
        try {
            return Law.read(file -> bytes(folder, file));
        } catch (LawDataException e) {
            throw new IOException("the law data in `" + folder + "`: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Path folder, String file) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            byte[] bytes = in.readNBytes(FILE_BYTES_MAX + 1);
            if (bytes.length > FILE_BYTES_MAX) {
                throw new IOException("longer than " + FILE_BYTES_MAX + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no such file", missing);
        }
    }
}
