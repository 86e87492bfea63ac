package org.hasekura.client;

import java.util.List;
import java.util.Optional;

/**
 * Why the node refused. RFC 9457.
 *
 * @param type names the kind, for example {@code urn:hasekura:problem:not-found}; stays the same over versions
 * @param status of the answer
 * @param detail what is wrong this time, and what to do, for a person
 * @param errors the members of the request that are wrong; empty when it is not about one
 * @param retryAfterSeconds when to ask again, where the node says so
 */
public record Problem(
        String type, String title, int status, String detail, List<Field> errors, Optional<Long> retryAfterSeconds) {

    /**
     * One member that is wrong.
     *
     * @param pointer to it in what was sent (RFC 6901); of a parameter of the query {@code ?name}
     */
    public record Field(String pointer, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
    }
}
