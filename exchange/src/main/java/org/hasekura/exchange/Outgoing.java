package org.hasekura.exchange;

import java.net.URI;
import java.time.Instant;

/**
 * A message on its way to a peer, kept until the peer has answered.
 *
 * @param id UUID; names this message in {@link Sending}
 * @param process which kind of process it moves
 * @param pid this side's name of that process
 * @param peer the receiver's DID
 * @param type the message's type on the wire
 * @param body the JSON text, exactly as it is sent
 * @param attempts how often it was tried so far
 */
public record Outgoing(
        String id,
        ProcessKind process,
        String pid,
        String peer,
        URI target,
        String type,
        String body,
        Instant created,
        int attempts) {

    public Outgoing triedAgain() {
        return tried(attempts + 1);
    }

    /** The same, tried so often. */
    public Outgoing tried(int times) {
        return new Outgoing(id, process, pid, peer, target, type, body, created, times);
    }
}
