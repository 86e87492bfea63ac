package org.hasekura.identity;

import java.time.Instant;

/** Where DID documents come from. */
public interface DidResolver {

    /** The document of the participant, perhaps from a cache. */
    Resolution resolve(Did did);

    /**
     * The document when a key is looked for: one that lacks the key may be fetched again, since keys are replaced.
     *
     * @param methodId the whole identifier of the key
     */
    default Resolution resolve(Did did, String methodId) {
        return resolve(did);
    }

    /** The answer to "what does this participant publish?". */
    sealed interface Resolution {

        /**
         * The document, read and as it came.
         *
         * @param body as fetched: its hash is evidence of which keys stood there at that time
         */
        record Resolved(DidDocument document, Body body, Instant fetchedAt) implements Resolution {}

        record Unresolved(String words) implements Resolution {}
    }
}
