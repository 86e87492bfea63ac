package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * The partnership register that a node shows: that of the folder {@code partnership} in its data folder, where a secretariat
 * keeps one; otherwise the shipped one. It is read again when its file has changed.
 */
final class RegisterInUse {

    static final String FOLDER = "partnership";

    private final Path folder;

    // Owned by this object's monitor. Empty until the register is asked for: reading it is a tenth of a node's start.
    private Optional<RegisterFolder> last = Optional.empty();
    private FileTime changed = FileTime.fromMillis(Long.MIN_VALUE);
    private long bytes = -1;

    RegisterInUse(Path dataFolder) {
        this.folder = dataFolder.resolve(FOLDER);
    }

    /** @throws CommandFailed when the folder's register is damaged; the words say where */
    synchronized RegisterFolder now() throws CommandFailed {
        try {
            BasicFileAttributes file =
                    Files.readAttributes(folder.resolve(RegisterFolder.EVENTS), BasicFileAttributes.class);
            if (file.size() != bytes || !file.lastModifiedTime().equals(changed)) {
                last = Optional.of(RegisterFolder.open(folder));
                bytes = file.size();
                changed = file.lastModifiedTime();
            }
        } catch (IOException _) {
            // No register of its own: the shipped one, or what was read before the file went away.
        }
        RegisterFolder register = last.orElseGet(RegisterFolder::shipped);
        last = Optional.of(register);
        return register;
    }
}
