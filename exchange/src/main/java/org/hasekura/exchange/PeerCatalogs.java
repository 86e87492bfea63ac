package org.hasekura.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The catalogs of peers as they were read. Durable when a call returns; fails as {@link ExchangeStore} does. */
public interface PeerCatalogs {

    /** In the order of their DIDs. */
    List<PeerCatalog> all() throws StoreFailed;

    Optional<PeerCatalog> find(String peer) throws StoreFailed;

    /** Stores it, in place of what was known of this peer. */
    void put(PeerCatalog catalog) throws StoreFailed;

    /** Forgets the peer, and lists none of its datasets any more. */
    void remove(String peer) throws StoreFailed;

    /** A dataset as it stood in the peer's catalog when that was read last. */
    Optional<DatasetView> dataset(String peer, String id) throws StoreFailed;

    /** The page of this number as it was read last. */
    Optional<PeerCatalog.Page> page(String peer, long number) throws StoreFailed;

    /**
     * Keeps a page and lists its datasets; one that is as it was before keeps its number.
     *
     * @return how many are listed: one that cannot be stored is left out
     */
    long keep(String peer, PeerCatalog.Page page, List<DatasetView> datasets, Instant seen) throws StoreFailed;

    /** The page is as it was before; answers how many datasets it has. */
    long unchanged(String peer, long page, Instant seen) throws StoreFailed;

    /** Lists no more what was not seen since, forgets pages after the last one, and answers how many are listed. */
    long sweep(String peer, Instant since, long lastPage) throws StoreFailed;
}
