package org.hasekura.node;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that commands are given. */
final class FileInput {

    private FileInput() {}

    /** What messages call the file. */
    static String name(Path file) {
        return isStandardInput(file) ? "standard input" : file.toString();
    }

    /**
     * The whole file; {@code -} is standard input.
     *
     * @param bytesMax a longer file is refused
     */
    static byte[] bytes(Path file, int bytesMax) throws CommandFailed {
        // Standard input is not ours to close.
        try (InputStream in = isStandardInput(file)
                ? new FilterInputStream(System.in) {
                    @Override
                    public void close() {}
                }
                : Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new CommandFailed("`" + name(file) + "` is longer than " + bytesMax + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException _) {
            throw new CommandFailed("there is no file `" + file + "`");
        } catch (IOException e) {
            throw new CommandFailed("`" + name(file) + "` cannot be read: " + e.getMessage());
        }
    }

    private static boolean isStandardInput(Path file) {
        return file.toString().equals("-");
    }
}
