package org.hasekura.client;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that has become durable on the node.
 *
 * @param id grows from event to event, in the order in which they became durable
 * @param type for example {@code negotiation.finalized}; docs/api.md lists them
 * @param process pid of the negotiation or transfer it is about
 * @param entry its entry in the evidence log, as JSON
 * @param text the whole event as it came, as JSON in one line
 */
public record Event(long id, String type, Instant at, Optional<String> process, String entry, String text) {}
