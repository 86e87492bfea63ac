package org.hasekura.identity;

import java.util.random.RandomGenerator;

/**
 * The keys of one node, one for each use, so that a leak of one forges nothing of the others.
 *
 * @param token signs self-issued tokens; published in the DID document
 * @param log signs checkpoints of the evidence log; published as the log's verifier key
 * @param dataToken signs tokens for the data endpoint, which the node itself checks; not published
 */
public record NodeKeys(SigningKey token, SigningKey log, SigningKey dataToken) {

    /** The names of the keys: the fragments that the first key of each use is published under. */
    public static final String TOKEN = "token-1";

    public static final String LOG = "log-1";
    public static final String DATA_TOKEN = "data-token-1";

    public static NodeKeys generate(RandomGenerator random) {
        return new NodeKeys(
                SigningKey.generate(TOKEN, random),
                SigningKey.generate(LOG, random),
                SigningKey.generate(DATA_TOKEN, random));
    }
}
