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

    public static NodeKeys generate(RandomGenerator random) {
        return new NodeKeys(
                SigningKey.generate("token-1", random),
                SigningKey.generate("log-1", random),
                SigningKey.generate("data-token-1", random));
    }
}
