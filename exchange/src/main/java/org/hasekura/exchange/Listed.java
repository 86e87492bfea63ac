package org.hasekura.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset that can be found: one of this node's own on offer, or one of a peer's catalog that was read. Its number is
 * given when it is listed, grows from one to the next, and is never given again.
 */
public sealed interface Listed extends Described {

    /** Where it stands among all that were ever listed. */
    long number();

    /** What was listed. */
    Described dataset();

    @Override
    default String id() {
        return dataset().id();
    }

    @Override
    default Map<String, String> titles() {
        return dataset().titles();
    }

    @Override
    default Map<String, String> descriptions() {
        return dataset().descriptions();
    }

    @Override
    default List<String> keywords() {
        return dataset().keywords();
    }

    @Override
    default List<String> themes() {
        return dataset().themes();
    }

    @Override
    default List<String> countries() {
        return dataset().countries();
    }

    @Override
    default Optional<Boolean> personal() {
        return dataset().personal();
    }

    @Override
    default Optional<String> licence() {
        return dataset().licence();
    }

    @Override
    default Shape shape() {
        return dataset().shape();
    }

    /** One of this node's own. */
    record Own(long number, Dataset dataset) implements Listed {}

    /**
     * One of a peer.
     *
     * @param seen when it last stood in the peer's catalog
     */
    record OfPeer(long number, String peer, DatasetView dataset, Instant seen) implements Listed {}
}
