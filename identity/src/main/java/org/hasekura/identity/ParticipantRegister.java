package org.hasekura.identity;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The exporter's register of the participants it deals with.
 *
 * <p>Every method throws {@link IOException} if the storage failed; after a failed {@link #put} the participant may or
 * may not be stored, put it again.
 */
public interface ParticipantRegister {

    Optional<Participant> find(Did did) throws IOException;

    /** Stores the participant in place of what was held under its DID; durable when it returns. */
    void put(Participant participant) throws IOException;

    /** All participants, ordered by DID. */
    List<Participant> list() throws IOException;
}
