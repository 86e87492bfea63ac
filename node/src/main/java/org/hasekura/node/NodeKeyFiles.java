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
        NodeKeys fresh = NodeKeys.generate(random);
        return new NodeKeys(kept(folder, fresh.token()), kept(folder, fresh.log()), kept(folder, fresh.dataToken()));
    }

    private static SigningKey kept(DataFolder folder, SigningKey fresh) throws IOException {
        String file = fresh.id() + ".key";
        byte[] bytes = folder.kept(file, fresh::pkcs8);
        try {
            return SigningKey.load(fresh.id(), bytes);
        } catch (IllegalArgumentException e) {
            throw new IOException("`" + folder.path(file) + "` is damaged; restore it from a backup", e);
        }
    }
}
