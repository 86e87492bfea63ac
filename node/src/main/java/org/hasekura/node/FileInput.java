package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that commands are given. */
final class FileInput {

    private FileInput() {}

    /**
     * The whole file.
     *
     * @param bytesMax a longer file is refused
     */
    static byte[] bytes(Path file, int bytesMax) throws CommandFailed {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new CommandFailed("`" + file + "` is longer than " + bytesMax + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException _) {
            throw new CommandFailed("there is no file `" + file + "`");
        } catch (IOException e) {
            throw new CommandFailed("`" + file + "` cannot be read: " + e.getMessage());
        }
    }
}
