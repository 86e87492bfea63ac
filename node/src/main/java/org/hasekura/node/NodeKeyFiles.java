package org.hasekura.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hasekura.evidence.Hash;
import org.hasekura.identity.NodeKeys;
import org.hasekura.identity.SigningKey;

/** The keys of a node in its data folder, one file each, made at first start. */
final class NodeKeyFiles {

    private NodeKeyFiles() {}

    /**
     * The folder's keys.
     *
     * @param random a secure one
     * @throws IOException if a key cannot be read or written, or its file was damaged
     */
    static NodeKeys open(DataFolder folder, RandomGenerator random) throws IOException {
        return new NodeKeys(
                kept(folder, NodeKeys.TOKEN, random),
                kept(folder, NodeKeys.LOG, random),
                kept(folder, NodeKeys.DATA_TOKEN, random));
    }

    private static SigningKey kept(DataFolder folder, String id, RandomGenerator random) throws IOException {
        String file = id + ".key";
        byte[] bytes =
                folder.kept(file, () -> summed(SigningKey.generate(id, random).pkcs8()));
        try {
            return SigningKey.load(id, checked(bytes));
        } catch (IllegalArgumentException e) {
            throw new IOException("`" + folder.path(file) + "` is damaged; restore it from a backup", e);
        }
    }

    /** The key with its checksum behind it: with one bit changed it would be a good key still, of somebody else. */
    private static byte[] summed(byte[] pkcs8) {
        return ByteBuffer.allocate(pkcs8.length + Hash.BYTES)
                .put(pkcs8)
                .put(Hash.sha256(pkcs8).bytes())
                .array();
    }

    /** Keys of earlier versions, and those that were brought along, have none. */
    private static byte[] checked(byte[] bytes) {
        // PKCS #8 in DER says in its second byte how long the rest of it is; those of Ed25519 are that short.
        int length = bytes.length < 2 ? 0 : bytes[1] + 2;
        byte[] pkcs8 = Arrays.copyOf(bytes, Math.clamp(length, 0, bytes.length));
        boolean isWhole = bytes.length == length || Arrays.equals(bytes, summed(pkcs8));
        if (!isWhole) {
            throw new IllegalArgumentException("its checksum is of something else");
        }
        return pkcs8;
    }
}
