package org.hasekura.exchange;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A peer whose catalog is read again and again, and how that stands.
 *
 * @param due when it is to be read next
 * @param failures since it was last read whole
 * @param read when it was last read whole: what is listed of it is as of then, or later
 * @param datasets how many are listed
 * @param problem why it was not read whole the last time, or what of it could not be kept
 */
public record PeerCatalog(
        String peer,
        Instant added,
        Instant due,
        int failures,
        Optional<Instant> read,
        long datasets,
        Optional<String> problem) {

    static PeerCatalog added(String peer, Instant now) {
        return new PeerCatalog(peer, now, now, 0, Optional.empty(), 0, Optional.empty());
    }

    PeerCatalog read(Instant now, Instant next, long listed, Optional<String> notKept) {
        return new PeerCatalog(peer, added, next, 0, Optional.of(now), listed, notKept);
    }

    PeerCatalog failed(Instant next, String why) {
        return new PeerCatalog(peer, added, next, failures + 1, read, datasets, Optional.of(why));
    }

    /**
     * A page as it was read last.
     *
     * @param number from 1 on
     * @param tag by which it can be asked for only if it has changed; absent where the peer gives none
     * @param next where the page after it is; absent for the last one
     */
    public record Page(long number, URI address, Optional<String> tag, Optional<URI> next) {}
}
