package org.hasekura.node;

import java.io.IOException;
import java.util.random.RandomGenerator;
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
        byte[] bytes = folder.kept(file, () -> SigningKey.generate(id, random).pkcs8());
        try {
            return SigningKey.load(id, bytes);
        } catch (IllegalArgumentException e) {
            throw new IOException("`" + folder.path(file) + "` is damaged; restore it from a backup", e);
        }
    }
}
