package org.hasekura.exchange;

import java.net.URI;
import java.time.Instant;

/**
 * A message on its way to a peer, kept until the peer has answered.
 *
 * @param id UUID; names this message in {@link Sending}
 * @param process which kind of process it moves
 * @param pid this side's name of that process
 * @param type the message's type on the wire
 * @param attempts how often it was tried so far
 */
public record Outgoing(
        String id,
        Process process,
        String pid,
        String peer,
        URI target,
        String type,
        byte[] body,
        Instant created,
        int attempts) {

    /** The two kinds of process that messages move. */
    public enum Process {
        NEGOTIATION,
        TRANSFER
    }

    public Outgoing triedAgain() {
        return new Outgoing(id, process, pid, peer, target, type, body, created, attempts + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outgoing that && id.equals(that.id) && attempts == that.attempts;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
