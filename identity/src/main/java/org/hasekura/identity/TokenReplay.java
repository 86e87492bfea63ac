package org.hasekura.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers in memory which tokens were used for reads, so that each is good for one.
 *
 * <p>Nothing survives the process, so tokens from before its start are refused: the sender mints a new one for each try.
 * For writes the token id goes into the same commit as the change instead.
 */
public final class TokenReplay {

    /** What became of a token. */
    public enum Use {
        FIRST,
        REPEATED,
        /** Issued before this process began to remember. */
        BEFORE_START,
        /** More live tokens than there is room for; try again when some have expired. */
        FULL
    }

    private record Key(Did issuer, String tokenId) {}

    private record Held(Key key, Instant until) {}

    private final Instant start;
    private final int tokensMax;
    private final TokenRules rules;
    private final ReentrantLock lock = new ReentrantLock();
    // Both owned by the lock, and always of the same keys.
    private final Set<Key> used = new HashSet<>();
    private final PriorityQueue<Held> byExpiry = new PriorityQueue<>(Comparator.comparing(Held::until));

    /**
     * Begins to remember.
     *
     * @param start tokens issued before are refused; when the process started, or the epoch for a node that never ran
     * @param tokensMax how many live tokens are held, about 200 bytes each
     */
    public TokenReplay(Instant start, int tokensMax, TokenRules rules) {
        this.start = start;
        this.tokensMax = tokensMax;
        this.rules = rules;
    }

    /** Uses the token up. */
    public Use use(TokenCheck.Accepted token, Instant now) {
        if (token.issuedAt().isBefore(start)) {
            return Use.BEFORE_START;
        }
        Key key = new Key(token.did(), token.tokenId());
        lock.lock();
        try {
            for (Held oldest = byExpiry.peek();
                    oldest != null && oldest.until().isBefore(now);
                    oldest = byExpiry.peek()) {
                byExpiry.remove();
                used.remove(oldest.key());
            }
            if (used.contains(key)) {
                return Use.REPEATED;
            }
            if (used.size() >= tokensMax) {
                return Use.FULL;
            }
            used.add(key);
            byExpiry.add(new Held(key, rules.rememberUntil(token)));
            return Use.FIRST;
        } finally {
            lock.unlock();
        }
    }
}
