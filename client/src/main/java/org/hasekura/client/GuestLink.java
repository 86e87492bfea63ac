package org.hasekura.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A link by which a counterparty without a node takes part in one exchange.
 *
 * @param state {@code early}, {@code open}, {@code over}, {@code withdrawn} or {@code locked}
 * @param negotiation pid of the exchange, once it has begun
 * @param signed when the receipt of the last download was signed
 * @param erased when the address of the guest's person was erased
 * @param link its address; there when it was just made, and never again
 */
public record GuestLink(
        String id,
        String did,
        String state,
        String organisation,
        String country,
        String dataset,
        LocalDate until,
        int downloads,
        int downloadsMax,
        Optional<Instant> confirmed,
        Optional<String> negotiation,
        Optional<Instant> signed,
        Optional<Instant> erased,
        Optional<String> link) {

    /** Without the address, which lets in. */
    @Override
    public String toString() {
        return "GuestLink[" + id + " " + organisation + " " + state + "]";
    }
}
