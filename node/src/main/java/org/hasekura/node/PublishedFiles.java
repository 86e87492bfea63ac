package org.hasekura.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes that the node keeps of what it offers: pasted text, and what an API of the organisation's own gave. Each lies under the hash
 * of its bytes: the same twice is one file, and another never takes its place. It is durable and whole before anybody is told
 * that it is on offer.
 */
final class PublishedFiles {

    private static final int CHUNK_BYTES = 64 * 1024;

    private final Path folder;
    private final PeerClient client;
    private final long bytesMax;

    /**
     * @param client asks only where this node may ask, as for peers
     * @param bytesMax longer ones are refused, and nothing of them is kept
     */
    PublishedFiles(Path folder, PeerClient client, long bytesMax) {
        this.folder = folder;
        this.client = client;
        this.bytesMax = bytesMax;
    }

    /**
     * What an address gave.
     *
     * @param mediaType as the answer says; absent where it says none that can be repeated
     */
    record Fetched(Path file, Optional<String> mediaType) {}

    /**
     * Asks an address once and keeps what it answers.
     *
     * @param authorization for this one request; kept nowhere, and named in no message
     * @throws IOException when it may not be asked, does not answer with 200, or answers too much, in words
     */
    Fetched fetched(URI address, Optional<String> authorization) throws IOException {
        if (authorization
                .filter(each -> !each.matches("[!-~]([ -~]{0,2000}[!-~])?"))
                .isPresent()) {
            throw new IOException("the `Authorization` header has characters that no header takes");
        }
        Map<String, String> headers =
                authorization.map(each -> Map.of("Authorization", each)).orElseGet(Map::of);
        try (PeerStream answer = client.stream(address, headers)) {
            if (answer.status() != 200) {
                throw new IOException("`" + address.getHost() + "` answered " + answer.status() + ", not 200");
            }
            Path file = kept(answer.body());
            return new Fetched(
                    file,
                    answer.header("Content-Type")
                            .map(each -> each.split(";", 2)[0].strip())
                            .filter(each -> each.matches("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,60}")));
        }
    }

    /** Keeps all that comes. */
    Path kept(InputStream in) throws IOException {
        Path part = Files.createTempFile(folder, "part", "");
        try {
            Path file = folder.resolve(copied(in, part));
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
    private String copied(InputStream in, Path part) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        long bytes = 0;
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                bytes += read;
                if (bytes > bytesMax) {
                    throw new IOException("it is longer than " + bytesMax + " bytes");
                }
                digest.update(chunk, 0, read);
                ByteBuffer left = ByteBuffer.wrap(chunk, 0, read);
                while (left.hasRemaining()) {
                    out.write(left);
                }
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }
}
