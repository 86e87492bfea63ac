package org.hasekura.exchange;

import java.net.URI;
import java.util.Optional;

/**
 * What one party says to the other. Its body, apart from the way it is written, is the whole of what both know.
 *
 * @param <S> the states of the conversation that it moves
 */
public sealed interface Message<S extends State> permits NegotiationMessage, TransferMessage {

    ProcessKind kind();

    /** The state both parties are in once this message is acknowledged. */
    S leadsTo();

    /** The names of the process; empty for the side that has not made its own yet. */
    Pids pids();

    /** The {@code @type} on the wire, with the event where one type carries two. */
    String type();

    /** Where its sender takes the answers: said by a message that opens a conversation, and by no other. */
    default Optional<URI> answersTo() {
        return Optional.empty();
    }

    /** Whether a conversation can come to it again and again: then the same said once more may be meant anew. */
    default boolean recurs() {
        return false;
    }

    /** Whether it is a bid in a negotiation: the same said once more is another bid, not the former one. */
    default boolean isBid() {
        return false;
    }
}
