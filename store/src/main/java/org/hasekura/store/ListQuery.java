package org.hasekura.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Which part of a list is wanted, newest first. What is absent is not asked for.
 *
 * @param state of a negotiation or transfer, by its name; of an agreement nothing
 * @param counterparty DID of the other side
 * @param since changed then or later; of an agreement made
 * @param after the name (pid, or id of an agreement) of the last one of the page before
 * @param limit at most so many
 */
public record ListQuery(
        Optional<String> state,
        Optional<String> counterparty,
        Optional<String> dataset,
        Optional<Instant> since,
        Optional<String> after,
        int limit) {

    /** All, from the newest on. */
    public static ListQuery first(int limit) {
        return new ListQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }
}
