package org.hasekura.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;

/** What the portal asks of the node about itself, for whoever runs it. */
public interface Operations {

    State now() throws StoreFailed;

    /**
     * How the node stands.
     *
     * @param restoreTest when a backup was last restored on trial; absent: never, as far as the node knows
     */
    record State(
            List<Key> keys,
            List<Peer> peers,
            List<Waiting> queue,
            Disk disk,
            long logEntries,
            List<String> witnesses,
            Instant started,
            long heapBytes,
            Optional<Instant> backup,
            Optional<Instant> restoreTest) {
        public State {
            keys = List.copyOf(keys);
            peers = List.copyOf(peers);
            queue = List.copyOf(queue);
            witnesses = List.copyOf(witnesses);
        }
    }

    /**
     * A key of this node.
     *
     * @param use what it signs: {@code log} or {@code token}
     */
    record Key(String use, String id) {}

    /**
     * A counterparty of the register.
     *
     * @param open how many exchanges with it are under way
     */
    record Peer(Party party, int open) {}

    /** A message that a peer has not answered yet. */
    record Waiting(String peer, String type, Instant since, int attempts) {}

    /** Where the data lie, and how much room there is, in bytes. */
    record Disk(String folder, long used, long free, long total) {}
}
