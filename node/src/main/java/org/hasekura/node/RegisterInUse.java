package org.hasekura.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.hasekura.partnership.Register;

/**
 * The partnership register that a node shows: that of the folder {@code partnership} in its data folder, where a secretariat
 * keeps one; otherwise the shipped one. It is read again when its file has changed.
 */
final class RegisterInUse {

    static final String FOLDER = "partnership";

    /** What the folder holds, and what that adds up to. */
    record Now(RegisterFolder folder, Register register) {}

    private final Path folder;

    // All are owned by this object's monitor. Empty until it is asked for: reading it is a tenth of a node's start.
    private Optional<Now> last = Optional.empty();
    private Optional<String> trouble = Optional.empty();
    private FileTime changed = FileTime.fromMillis(Long.MIN_VALUE);
    private long bytes = -1;

    RegisterInUse(Path dataFolder) {
        this.folder = dataFolder.resolve(FOLDER);
    }

    Path folder() {
        return folder;
    }

    /** Whether a secretariat keeps a register here. */
    boolean isOwn() {
        return Files.isRegularFile(folder.resolve(RegisterFolder.EVENTS));
    }

    /** @throws CommandFailed when the folder's register is damaged; the words say where */
    synchronized Now now() throws CommandFailed {
        Now now = last();
        if (trouble.isPresent()) {
            throw new CommandFailed(trouble.get());
        }
        return now;
    }

    /** Why the file as it is cannot be read; empty when it can, or there is none. */
    synchronized Optional<String> trouble() {
        last();
        return trouble;
    }

    /** The last that could be read. */
    synchronized Now last() {
        try {
            BasicFileAttributes file =
                    Files.readAttributes(folder.resolve(RegisterFolder.EVENTS), BasicFileAttributes.class);
            if (file.size() != bytes || !file.lastModifiedTime().equals(changed)) {
                bytes = file.size();
                changed = file.lastModifiedTime();
                trouble = Optional.empty();
                last = Optional.of(read(RegisterFolder.open(folder)));
            }
        } catch (IOException _) {
            // No register of its own: the shipped one, or what was read before the file went away.
        } catch (CommandFailed damaged) {
            trouble = Optional.of(String.valueOf(damaged.getMessage()));
        }
        Now now = last.orElseGet(() -> read(RegisterFolder.shipped()));
        last = Optional.of(now);
        return now;
    }

    private static Now read(RegisterFolder folder) {
        return new Now(folder, folder.register());
    }
}
