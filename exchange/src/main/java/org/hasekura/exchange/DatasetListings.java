package org.hasekura.exchange;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The datasets that can be found, and an index over them by {@link Term}: for each term and shelf of 4,096 numbers those
 * that have it. DatasetListings are written with the commits that change them, the index shelf by shelf when a shelf is full, so
 * that publishing costs no more for being found. Fails as {@link ExchangeStore} does.
 */
public interface DatasetListings {

    /**
     * How far numbers and index reach.
     *
     * @param next the number that the next listing will have
     * @param sealed how many shelves are in the index; later ones are to be read from the listings
     */
    record Extent(long next, long sealed) {}

    Extent extent() throws StoreFailed;

    /** Takes one shelf of one term. */
    @FunctionalInterface
    interface ShelfReader {
        void take(String term, long shelf, byte[] numbers);
    }

    /** Hands out every shelf of the terms from one up to another, that one not among them, in order of the terms. */
    void shelves(String from, String before, ShelfReader reader) throws StoreFailed;

    /** The listings with numbers from one up to another, that one not among them, in order; at most {@code limit}. */
    List<Listed> listed(long from, long before, int limit) throws StoreFailed;

    /** Numbers that are gone but still stand in the index, in no order. */
    List<Long> gone() throws StoreFailed;

    /**
     * Puts a shelf into the index and counts it as sealed, in this order; the same again after a failure does no harm.
     *
     * @param terms as {@link NumberSet} writes them
     */
    void seal(long shelf, NavigableMap<String, byte[]> terms) throws StoreFailed;

    /**
     * Forgets numbers of a sealed shelf that are gone.
     *
     * @param left what is left under {@link Term#ALL}; absent where the whole shelf is gone, and leaves the index
     */
    void bury(long shelf, Optional<byte[]> left, List<Long> gone) throws StoreFailed;
}
