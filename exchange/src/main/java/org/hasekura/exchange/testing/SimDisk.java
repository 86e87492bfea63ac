package org.hasekura.exchange.testing;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A disk behind a page cache, as two images of each file: what a process reads, and what is sure to be there after a loss
 * of power.
 *
 * <p>A process that is killed loses nothing that it has written: the operating system has it. When the power fails, of all
 * that was not synced any sector may be there or not, each by itself, so that a record can be torn in its middle, and a
 * file can be as long as it was to become with nothing in it. Sectors have 512 or 4096 bytes, both in use.
 *
 * <p>One thread at a time.
 */
public final class SimDisk {

    /** What a process asks of the disk. */
    public enum Operation {
        WRITE,
        SYNC
    }

    /** Something that happens before an operation takes effect: an error, or the end of the process. */
    @FunctionalInterface
    public interface Happening {
        void before(Operation operation, String file) throws IOException;
    }

    /** A write that may be lost: what stood there before, and how long the file was. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Unsynced(int at, byte[] before, int lengthBefore) {}

    private static final class File {
        private byte[] bytes = new byte[1 << 12];
        private int length;
        private final Deque<Unsynced> unsynced = new ArrayDeque<>();
    }

    private final Map<String, File> files = new TreeMap<>();
    private Happening happening = (_, _) -> {};
    private boolean lies;
    private long operations;

    /** From now on this happens before each operation. */
    public void happening(Happening value) {
        happening = value;
    }

    /** From now on it says that it has synced, and has not. */
    public void neverSyncs() {
        lies = true;
    }

    /** How many operations were asked for so far. */
    public long operations() {
        return operations;
    }

    /** Writes into the file, which grows where that is needed; not durable before {@link #sync}. */
    public void write(String name, int at, byte[] bytes) throws IOException {
        written(name, at, bytes);
    }

    private File written(String name, int at, byte[] bytes) throws IOException {
        operations++;
        happening.before(Operation.WRITE, name);
        File file = files.computeIfAbsent(name, _ -> new File());
        int end = at + bytes.length;
        if (file.bytes.length < end) {
            file.bytes = Arrays.copyOf(file.bytes, Math.max(end, file.bytes.length * 2));
        }
        file.unsynced.addLast(new Unsynced(at, Arrays.copyOfRange(file.bytes, at, end), file.length));
        System.arraycopy(bytes, 0, file.bytes, at, bytes.length);
        file.length = Math.max(file.length, end);
        return file;
    }

    /**
     * Puts a whole file in place of another, as by a file aside that is moved over it; not durable, not even its being
     * there whole, before {@link #sync}.
     */
    public void replace(String name, byte[] bytes) throws IOException {
        written(name, 0, bytes).length = bytes.length;
    }

    /** After this all that was written to the file survives a loss of power. */
    public void sync(String name) throws IOException {
        operations++;
        happening.before(Operation.SYNC, name);
        File file = files.get(name);
        if (file != null && !lies) {
            file.unsynced.clear();
        }
    }

    /** What a process sees in the file. */
    public Optional<byte[]> read(String name) {
        return Optional.ofNullable(files.get(name)).map(file -> Arrays.copyOf(file.bytes, file.length));
    }

    /** The power fails. Answers how many sectors of unsynced data were lost. */
    public int losePower(RandomGenerator random) {
        int lost = 0;
        for (File file : files.values()) {
            boolean lengthIsKept = false;
            // Last written first, so that what comes back under a lost write is what it had covered.
            while (!file.unsynced.isEmpty()) {
                Unsynced write = file.unsynced.removeLast();
                lost += loseSectors(file, write, random);
                // The length is written by itself: the file may be as long as it was to be, with nothing in it.
                lengthIsKept |= random.nextBoolean();
                if (!lengthIsKept) {
                    file.length = write.lengthBefore();
                }
            }
            Arrays.fill(file.bytes, file.length, file.bytes.length, (byte) 0);
        }
        return lost;
    }

    private static int loseSectors(File file, Unsynced write, RandomGenerator random) {
        int sector = random.nextBoolean() ? 512 : 4096;
        int lost = 0;
        int end = write.at() + write.before().length;
        for (int from = write.at(); from < end; from = (from / sector + 1) * sector) {
            int to = Math.min(end, (from / sector + 1) * sector);
            if (random.nextBoolean()) {
                System.arraycopy(write.before(), from - write.at(), file.bytes, from, to - from);
                lost++;
            }
        }
        return lost;
    }
}
