package org.hasekura.exchange;

import java.net.URI;
import java.util.Optional;

/**
 * A negotiation or a transfer as one side keeps it: what both kinds of process have in common. Two parties send each other
 * messages, each acknowledges those of the other, and a table says which is possible when.
 *
 * @param <S> its states
 */
public sealed interface Conversation<S extends State> permits Negotiation, Transfer {

    ProcessKind kind();

    /** The name this side made. */
    String pid();

    /** The name the other side made; absent until a consumer has heard of it. */
    Optional<String> peerPid();

    /** The part this side plays. */
    Role role();

    /** The other side's DID. */
    String peer();

    /** Where this side sends its messages. */
    URI peerAddress();

    String datasetId();

    /** The state that both sides have acknowledged. */
    S state();

    /** The state that a message on its way leads to; until it is acknowledged. */
    Optional<Sending<S>> sending();

    Optional<Reason> reason();

    /** The messages that moved it last. */
    Heard heard();

    /** Grows by one with each change; a change against another version is refused. */
    long version();

    /** The state that the next message from the peer is judged in: a legal answer acknowledges what is on its way. */
    default S effective() {
        return sending().map(Sending::leadsTo).orElse(state());
    }

    default boolean isOpen() {
        return !effective().isFinal() || sending().isPresent();
    }

    default Pids pids() {
        String other = peerPid().orElse("");
        return role() == Role.PROVIDER ? new Pids(pid(), other) : new Pids(other, pid());
    }

    /**
     * The state before the message on its way; none for a consumer's request that nobody has acknowledged yet.
     */
    default Optional<S> beforeSending() {
        return peerPid().isEmpty() && sending().isPresent() ? Optional.empty() : Optional.of(state());
    }

    /** Whether the message with this id is the one on its way. */
    default boolean isSending(String messageId) {
        return sending().filter(each -> each.messageId().equals(messageId)).isPresent();
    }
}
