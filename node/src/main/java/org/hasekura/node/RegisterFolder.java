package org.hasekura.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.hasekura.partnership.Compilation;
import org.hasekura.partnership.EventSet;
import org.hasekura.partnership.Ledger;
import org.hasekura.partnership.LedgerJson;
import org.hasekura.partnership.Read;
import org.hasekura.partnership.Register;
import org.hasekura.partnership.ShippedRegister;

/**
 * A secretariat's register on disk: {@code events.jsonl} holds every event there is. What the folder does not hold of the
 * register shipped with this software is added when it is opened.
 */
final class RegisterFolder {

    static final String EVENTS = "events.jsonl";
    private static final String LOCK = "lock";

    /** A lock on a file is the process's, not the thread's. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final Optional<Path> folder;
    private final Compilation compilation;
    private final Ledger ledger;

    private RegisterFolder(Optional<Path> folder, Compilation compilation, Ledger ledger) {
        this.folder = folder;
        this.compilation = compilation;
        this.ledger = ledger;
    }

    static RegisterFolder shipped() {
        Compilation compilation = ShippedRegister.load();
        return new RegisterFolder(Optional.empty(), compilation, Ledger.of(EventSet.of(compilation.events())));
    }

    static RegisterFolder open(Path folder) throws CommandFailed {
        Path file = folder.resolve(EVENTS);
        if (!Files.isRegularFile(file)) {
            throw none(folder);
        }
        RegisterFolder shipped = shipped();
        return switch (LedgerJson.read(FileInput.bytes(file, LedgerJson.BYTES_MAX))) {
            case Read.Refused<Ledger> refused -> throw new CommandFailed("`" + file + "`: " + refused.line());
            case Read.Done<Ledger>(Ledger ledger) ->
                new RegisterFolder(Optional.of(folder), shipped.compilation, ledger.merge(shipped.ledger.events()));
        };
    }

    /** What is done while nobody else changes the folder. */
    @FunctionalInterface
    interface Changing<T> {
        T change() throws CommandFailed;
    }

    /** Has nobody else change the folder meanwhile: no other thread, no other process. */
    static <T> T alone(Path folder, Changing<T> changing) throws CommandFailed {
        ONE_AT_A_TIME.lock();
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IllegalStateException("a lock that was given is valid");
            }
            return changing.change();
        } catch (NoSuchFileException _) {
            throw none(folder);
        } catch (IOException e) {
            throw new CommandFailed("`" + folder + "` cannot be locked: " + e.getMessage());
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static CommandFailed none(Path folder) {
        return new CommandFailed("there is no register in `" + folder + "`; `hasekura partnership init " + folder
                + " --seat eu|jp` makes one");
    }

    /** Makes a register that begins with what is shipped. */
    static RegisterFolder create(Path folder) throws CommandFailed {
        RegisterFolder fresh = new RegisterFolder(Optional.of(folder), shipped().compilation, shipped().ledger);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandFailed("`" + folder + "` cannot be made: " + e.getMessage());
        }
        if (Files.exists(folder.resolve(EVENTS))) {
            throw new CommandFailed("there is a register in `" + folder + "` already; nothing was changed");
        }
        fresh.write();
        return fresh;
    }

    /** Takes over of another's events what is lacking here and signed by a trusted key of its seat. */
    static Ledger.Taken take(Path folder, Ledger theirs) throws CommandFailed {
        RegisterFolder mine = open(folder);
        EventSet known = EventSet.of(mine.compilation.events());
        Ledger.Taken taken = mine.ledger.take(theirs, known, SecretariatKeys.open(folder));
        mine.with(taken.ledger()).write();
        return taken;
    }

    Compilation compilation() {
        return compilation;
    }

    Ledger ledger() {
        return ledger;
    }

    Register register() {
        return Register.of(ledger.events(), compilation.sources());
    }

    /** Where it stands. */
    Path folder() throws CommandFailed {
        return folder.orElseThrow(() -> new CommandFailed(
                "the shipped register is not changed; make your own with `hasekura partnership init` and name it with"
                        + " `--register`"));
    }

    RegisterFolder with(Ledger more) {
        return new RegisterFolder(folder, compilation, more);
    }

    /** Puts the events in place of those on disk, whole or not at all. */
    void write() throws CommandFailed {
        Path file = folder().resolve(EVENTS);
        Path next = folder().resolve(EVENTS + ".next");
        try {
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(LedgerJson.write(ledger));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailed("`" + file + "` cannot be written, and is as it was: " + e.getMessage());
        }
    }
}
