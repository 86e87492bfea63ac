package org.hasekura.exchange;

import java.io.IOException;

/** The way to other nodes. Each try carries a new token of its own. */
public interface Peers {

    /**
     * Sends the message and waits for the answer.
     *
     * @throws IOException when no answer came: the peer may or may not have it; send it again
     */
    Reply send(Outgoing message) throws IOException;

    /** The peer's answer: its HTTP status and, limited in size, its body. */
    record Reply(int status, String body) {
        public boolean isAcknowledgement() {
            return status >= 200 && status < 300;
        }

        /** Whether the peer knows nothing of what the message is about. It may have yet to hear of its own doing. */
        public boolean isNotFound() {
            return status == 404;
        }

        /**
         * Whether the same message may be taken later: the peer is busy, has failed, or has not yet finished its own
         * step (some peers answer 409 to a message that comes before they have seen our acknowledgement).
         */
        public boolean isWorthAnotherTry() {
            return status == 409 || status == 425 || status == 429 || status == 408 || status == 401 || status >= 500;
        }
    }
}
