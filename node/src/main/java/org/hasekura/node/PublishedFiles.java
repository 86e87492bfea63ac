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
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Bytes that the node keeps of what it offers: pasted text, files that people brought, archives of folders, and what an API of the
 * organisation's own gave. Each lies under the hash
 * of its bytes: the same twice is one file, and another never takes its place. It is durable and whole before anybody is told
 * that it is on offer.
 */
final class PublishedFiles {

    private static final int CHUNK_BYTES = 64 * 1024;

    private final Path folder;
    private final long bytesMax;

    /** @param bytesMax longer ones are refused, and nothing of them is kept */
    PublishedFiles(Path folder, long bytesMax) {
        this.folder = folder;
        this.bytesMax = bytesMax;
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
        Path part = Files.createTempFile(folder, "part", "");
        try {
            Path file = folder.resolve(written(writing, part));
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                entries.force(true);
            }
            return file;
        } finally {
            Files.deleteIfExists(part);
        }
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
