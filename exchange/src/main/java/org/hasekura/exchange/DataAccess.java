package org.hasekura.exchange;

import java.util.Optional;

/** The provider's door to the bytes, as far as the exchange needs it. */
public interface DataAccess {

    /** A new way to the bytes of this transfer. Nothing opens until the transfer is stored as started with this hash. */
    Grant grant(String transferPid);

    /** How many bytes were served under this transfer since the node started. */
    long served(String transferPid);

    /** SHA-256 in lower-case hex of the dataset's bytes as they were published; empty when the dataset is unknown. */
    Optional<String> digest(String datasetId);

    /** Where to fetch, token included, and the SHA-256 in hex under which the token is kept. */
    record Grant(DataAddress address, Optional<String> tokenHash) {}
}
