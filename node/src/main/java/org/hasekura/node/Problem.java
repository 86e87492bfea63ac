package org.hasekura.node;

import java.util.List;

/**
 * Why a request was refused, in words for a person and names for a program. RFC 9457.
 *
 * @param status of the answer; as a rule the kind's own
 * @param detail what is wrong this time, and what to do
 * @param errors the members of the body, or parameters, that are wrong; empty when it is not about one
 */
public record Problem(ProblemKind kind, int status, String detail, List<Field> errors) {

    /**
     * One member that is wrong.
     *
     * @param pointer to it in the body (RFC 6901), for example {@code /offers/0/permission}; of a parameter of the query
     *     {@code ?name}
     */
    public record Field(String pointer, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, kind.status(), detail, List.of());
    }
}
