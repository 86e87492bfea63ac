package org.hasekura.node;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Bytes that the node keeps of what it offers: pasted text, files that people brought, archives of folders, and what an API of the
 * organisation's own gave. Each lies under the hash
 * of its bytes: the same twice is one file, and another never takes its place. It is durable and whole before anybody is told
 * that it is on offer.
 *
 * <p>A file that somebody brought has a mark beside it until a dataset uses it; one whose mark is older than a day, and that no
 * draft names, is removed.
 */
final class PublishedFiles {

    /** How long a file that was brought waits for its publication. */
    static final Duration WAITING = Duration.ofDays(1);

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final String MARK = ".brought";

    private final Path folder;
    private final long bytesMax;
    private final Clock clock;

    /** @param bytesMax longer ones are refused, and nothing of them is kept */
    PublishedFiles(Path folder, long bytesMax, Clock clock) {
        this.folder = folder;
        this.bytesMax = bytesMax;
        this.clock = clock;
    }

    /** Longer ones are refused. */
    long bytesMax() {
        return bytesMax;
    }

    /** Where the bytes of this hash lie; empty when they are not kept here. */
    Optional<Path> find(String sha256) {
        return Optional.of(sha256)
                .filter(each -> each.matches("[0-9a-f]{64}"))
                .map(folder::resolve)
                .filter(Files::isRegularFile);
    }

    /** Writes what is to be kept. */
    interface Writing {
        void writeTo(OutputStream sink) throws IOException;
    }

    /** Keeps all that comes. */
    Path kept(InputStream in) throws IOException {
        return kept(in::transferTo);
    }

    /** Keeps all that is written. */
    Path kept(Writing writing) throws IOException {
        return kept(writing, false);
    }

    /** Keeps all that somebody brings who may publish it, or never will. */
    Path brought(InputStream in) throws IOException {
        return kept(in::transferTo, true);
    }

    private Path kept(Writing writing, boolean isBrought) throws IOException {
        Path part = Files.createTempFile(folder, "part", "");
        try {
            Path file = folder.resolve(written(writing, part));
            place(part, file, isBrought);
            return file;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private synchronized void place(Path part, Path file, boolean isBrought) throws IOException {
        if (!isBrought) {
            Files.deleteIfExists(mark(file));
        } else if (!Files.exists(file) || Files.exists(mark(file))) {
            // The mark comes first: what lies there without one is in use, and stays.
            mark(file, clock.instant());
        }
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            entries.force(true);
        }
    }

    private static Path mark(Path file) {
        return file.resolveSibling(file.getFileName() + MARK);
    }

    private static void mark(Path file, Instant now) throws IOException {
        Path mark = mark(file);
        if (!Files.exists(mark)) {
            Files.createFile(mark);
        }
        Files.setLastModifiedTime(mark, FileTime.from(now));
    }

    /** From now on it is in use; says whether it only waited until then. */
    synchronized boolean use(String sha256) throws IOException {
        Optional<Path> file = find(sha256);
        return file.isPresent() && Files.deleteIfExists(mark(file.get()));
    }

    /** It is not used after all, and waits again. */
    synchronized void waitAgain(String sha256) throws IOException {
        Optional<Path> file = find(sha256);
        if (file.isPresent()) {
            mark(file.get(), clock.instant());
        }
    }

    /** Begins its wait anew where it waits. */
    synchronized void renew(String sha256) throws IOException {
        Optional<Path> file = find(sha256);
        if (file.isPresent() && Files.exists(mark(file.get()))) {
            mark(file.get(), clock.instant());
        }
    }

    /**
     * Removes files that were brought and waited longer than {@link #WAITING}.
     *
     * @param stays whether it is to stay all the same, by its hash
     * @return how many are gone
     */
    int tidy(Predicate<String> stays) throws IOException {
        Instant before = clock.instant().minus(WAITING);
        List<Path> marks;
        try (Stream<Path> files = Files.list(folder)) {
            marks = files.filter(each -> each.toString().endsWith(MARK)).toList();
        }
        int gone = 0;
        for (Path mark : marks) {
            String name = String.valueOf(mark.getFileName());
            String sha256 = name.substring(0, name.length() - MARK.length());
            if (isOld(mark, before) && !stays.test(sha256) && remove(mark, folder.resolve(sha256), before)) {
                gone++;
            }
        }
        return gone;
    }

    private static boolean isOld(Path mark, Instant before) throws IOException {
        return Files.exists(mark) && Files.getLastModifiedTime(mark).toInstant().isBefore(before);
    }

    /** Looks once more: it may have been taken into use since. The file goes first, so that none is ever left without its mark. */
    private synchronized boolean remove(Path mark, Path file, Instant before) throws IOException {
        if (!isOld(mark, before)) {
            return false;
        }
        Files.deleteIfExists(file);
        return Files.deleteIfExists(mark);
    }

    /** The hash of what was written. */
    private String written(Writing writing, Path part) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var limited = new Limited(new DigestOutputStream(Channels.newOutputStream(file), digest), bytesMax);
            var sink = new BufferedOutputStream(limited, CHUNK_BYTES);
            writing.writeTo(sink);
            sink.flush();
            file.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Takes no more than so many bytes. */
    private static final class Limited extends FilterOutputStream {
        private final long bytesMax;
        private long bytes;

        Limited(OutputStream out, long bytesMax) {
            super(out);
            this.bytesMax = bytesMax;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            bytes += length;
            if (bytes > bytesMax) {
                throw new IOException("it is longer than " + bytesMax + " bytes");
            }
            out.write(some, offset, length);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }
}
