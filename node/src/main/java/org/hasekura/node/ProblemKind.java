package org.hasekura.node;

import java.util.Locale;

/** The kinds of refusals that programs may tell apart; each has a name that stays. RFC 9457 §3.1.1. */
public enum ProblemKind {
    INVALID(400, "the request is not what this takes"),
    NO_TOKEN(401, "who asks must show a token"),
    FORBIDDEN(403, "not for who asks"),
    NOT_FOUND(404, "there is no such thing"),
    WRONG_METHOD(405, "this is not done here"),
    CONFLICT(409, "not possible as things stand"),
    IN_FLIGHT(409, "the same request is being answered"),
    GONE(410, "it is there no more"),
    CHANGED(412, "it was changed meanwhile"),
    TOO_LONG(413, "the request is too long"),
    RANGE(416, "there are no such bytes"),
    KEY_REUSED(422, "the key belongs to another request"),
    TOO_MANY(429, "too many requests"),
    FAILED(500, "the node could not answer"),
    PEER_AWAY(502, "the other side did not answer"),
    BUSY(503, "too much at the moment"),
    STORAGE(503, "this node's own storage failed");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** What it is, the same at each occurrence. */
    public String title() {
        return title;
    }

    /** Names the kind for programs, for example {@code urn:hasekura:problem:not-found}. */
    public String type() {
        return "urn:hasekura:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first kind with that status; of one that no kind has, the kind of its class. */
    static ProblemKind of(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status < 500 ? INVALID : FAILED;
    }
}
