package org.hasekura.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Describes bytes that are about to be published. */
public final class Contents {

    private Contents() {}

    /** How many bytes there are, and their SHA-256 in lower-case hex. */
    public record Described(long bytes, String sha256) {}

    /**
     * Reads to the end, in constant memory.
     *
     * @return empty when there are more than {@code bytesMax} bytes
     */
    public static Optional<Described> describe(InputStream in, long bytesMax) throws IOException {
        MessageDigest digest = Sha256.begin();
        byte[] chunk = new byte[Pump.CHUNK_BYTES];
        long bytes = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            bytes += read;
            if (bytes > bytesMax) {
                return Optional.empty();
            }
            digest.update(chunk, 0, read);
        }
        return Optional.of(new Described(bytes, HexFormat.of().formatHex(digest.digest())));
    }
}
