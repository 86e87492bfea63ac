package org.hasekura.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;

/**
 * All that one step changes: it becomes durable whole or not at all, with its evidence.
 *
 * @param token the token that came with the message; a commit whose token was used before is refused whole
 */
public record Commit(List<Change> changes, Optional<TokenUse> token, List<Entry> entries) {

    /** That a peer's token was used, so that it cannot be used again before it expires. */
    public record TokenUse(String issuer, String tokenId, Instant expires) {}

    public Commit {
        changes = List.copyOf(changes);
        entries = List.copyOf(entries);
    }
}
