package org.hasekura.identity;

import java.time.Instant;

/** The answer to "who sent this?". */
public sealed interface TokenCheck {

    /**
     * The participant controls the DID and speaks to us.
     *
     * @param methodId the key that signed, a whole DID URL
     */
    record Accepted(Did did, String tokenId, Instant issuedAt, Instant expiresAt, String methodId)
            implements TokenCheck {}

    /**
     * Nobody is known to have sent this.
     *
     * @param words for the operator's log; a stranger is told the reason alone
     */
    record Rejected(Reason reason, String words) implements TokenCheck {}

    /** Why a token is refused. */
    enum Reason {
        TOO_LARGE,
        MALFORMED,
        TYPE_NOT_ACCEPTED,
        ALGORITHM_NOT_ACCEPTED,
        CRITICAL_HEADER_UNKNOWN,
        PAYLOAD_NOT_ENCODED,
        ISSUER_NOT_ACCEPTED,
        SUBJECT_DIFFERS,
        AUDIENCE_DIFFERS,
        TOKEN_ID_NOT_ACCEPTED,
        ISSUED_AT_MISSING,
        EXPIRY_MISSING,
        EXPIRED,
        NOT_YET_VALID,
        ISSUED_IN_FUTURE,
        TOO_OLD,
        LIFETIME_TOO_LONG,
        ISSUER_UNRESOLVED,
        DOCUMENT_DIFFERS,
        KEY_NOT_NAMED,
        KEY_OF_ANOTHER,
        KEY_NOT_FOUND,
        KEY_NOT_FOR_INVOCATION,
        KEY_NOT_USABLE,
        SIGNATURE_WRONG
    }
}
