package org.hasekura.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last messages that moved a process, by SHA-256 of their bodies, newest first: a repeated one gets the same answer
 * and changes nothing. Eight are more than the longest way through either table needs at once.
 */
public record Heard(List<String> bodyHashes) {

    static final int REMEMBERED = 8;

    public static final Heard NOTHING = new Heard(List.of());

    public Heard {
        bodyHashes = List.copyOf(bodyHashes);
    }

    /** The one that moved it last. */
    Optional<String> last() {
        return bodyHashes.stream().findFirst();
    }

    public boolean has(String bodyHash) {
        return bodyHashes.contains(bodyHash);
    }

    public Heard and(String bodyHash) {
        return new Heard(Stream.concat(Stream.of(bodyHash), bodyHashes.stream())
                .limit(REMEMBERED)
                .toList());
    }
}
