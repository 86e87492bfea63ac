package org.hasekura.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Terms of listings as sets of numbers.
 *
 * <p>An index in shelves of 4,096 numbers, as log-structured stores have them. Numbers are given in order; a shelf whose
 * numbers are all given is turned over once: for each term the set of its numbers is written, and the shelf is sealed.
 * What is not sealed yet, one shelf as a rule, is kept in memory and grows by what was listed since it was last asked
 * for. A listing that goes leaves its number in a list of those that are gone, which every answer is rid of; {@link #tidy}
 * takes them out of the term that all listings have, and each search keeps only what has that one. So a commit that
 * publishes writes one row for it, whatever the size of the catalog, and memory holds one shelf.
 *
 * <p>Safe for any number of threads: what grows is guarded by this.
 */
final class ListingIndex {

    /** Of gone numbers in sealed shelves; with more of them they are taken out. */
    private static final int GONE_MAX = 1_024;

    private static final int READ_AT_ONCE = 256;

    private final DatasetListings listings;
    private final ExchangeStore store;
    private final String self;
    private final Optional<String> country;
    private final Clock clock;

    private final ReentrantLock tidying = new ReentrantLock();

    // Guarded by this: shelves that are not sealed, by their numbers.
    private final TreeMap<Long, Open> open = new TreeMap<>();

    /** A shelf that is not sealed: its terms so far, in the order that the store has them. */
    private static final class Open {
        private final TreeMap<String, Shelf> terms = new TreeMap<>(ListingIndex::compare);
        private long readTo;

        Open(long first) {
            this.readTo = first;
        }
    }

    /** @param country of this node's own organisation */
    ListingIndex(DatasetListings listings, ExchangeStore store, String self, Optional<String> country, Clock clock) {
        this.listings = listings;
        this.store = store;
        this.self = self;
        this.country = country;
        this.clock = clock;
    }

    /** The DID of whoever offers it. */
    String party(Listed listed) {
        return listed instanceof Listed.OfPeer ofPeer ? ofPeer.peer() : self;
    }

    /** Takes a term with its numbers on one shelf. */
    interface Reader {
        void take(String term, long shelf, long[] bits);
    }

    /** Hands out all terms from one up to another, that one not among them, shelf by shelf; gone numbers among them. */
    void read(String from, String before, Reader reader) throws StoreFailed {
        catchUp();
        // What is sealed after this was handed out from memory.
        long sealed = readOpen(from, before, reader);
        listings.shelves(from, before, (term, shelf, written) -> {
            if (shelf < sealed) {
                reader.take(term, shelf, Shelf.read(written));
            }
        });
    }

    /** Every number that has one of the terms from one up to another, gone ones among them. */
    NumberSet numbers(String from, String before) throws StoreFailed {
        NumberSet numbers = new NumberSet();
        read(from, before, (_, shelf, bits) -> numbers.add(shelf, bits));
        return numbers;
    }

    /** Every number that has the term. */
    NumberSet numbers(String term) throws StoreFailed {
        return numbers(term, term + '\u0001');
    }

    /** What is listed now. */
    NumberSet all() throws StoreFailed {
        // The gone ones first: those that are taken out meanwhile are not in the term any more.
        List<Long> gone = listings.gone();
        NumberSet all = numbers(Term.ALL);
        gone.forEach(all::remove);
        return all;
    }

    private synchronized long readOpen(String from, String before, Reader reader) throws StoreFailed {
        DatasetListings.Extent extent = refresh();
        open.forEach((shelf, kept) ->
                kept.terms.subMap(from, before).forEach((term, places) -> reader.take(term, shelf, places.bits())));
        return extent.sealed();
    }

    /** Reads into memory what was listed since. Guarded by this. */
    private DatasetListings.Extent refresh() throws StoreFailed {
        DatasetListings.Extent extent = listings.extent();
        open.headMap(extent.sealed()).clear();
        for (long shelf = extent.sealed(); shelf * Shelf.PLACES < extent.next(); shelf++) {
            long first = shelf * Shelf.PLACES;
            Open kept = open.computeIfAbsent(shelf, _ -> new Open(first));
            long end = Math.min(first + Shelf.PLACES, extent.next());
            if (kept.readTo < end) {
                read(kept.readTo, end, kept.terms);
                kept.readTo = end;
            }
        }
        return extent;
    }

    private void read(long from, long before, Map<String, Shelf> terms) throws StoreFailed {
        Map<String, Optional<String>> countries = new HashMap<>();
        long next = from;
        while (next < before) {
            List<Listed> found = listings.listed(next, before, READ_AT_ONCE);
            for (Listed each : found) {
                String party = party(each);
                Optional<String> known = countries.get(party);
                if (known == null) {
                    known = country(party);
                    countries.put(party, known);
                }
                ListingTerms.of(each, party, known)
                        .forEach(term -> terms.computeIfAbsent(term, _ -> new Shelf())
                                .add((int) (each.number() % Shelf.PLACES)));
            }
            next = found.size() < READ_AT_ONCE ? before : found.getLast().number() + 1;
        }
    }

    private Optional<String> country(String party) throws StoreFailed {
        return party.equals(self)
                ? country
                : store.participant(party)
                        .flatMap(each -> each.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                                .country());
    }

    /** Seals what is full and takes out what is gone, unless somebody is at it; often there is nothing to do. */
    void tidy() throws StoreFailed {
        if (tidying.tryLock()) {
            try {
                seal();
                bury(listings.extent().sealed());
            } finally {
                tidying.unlock();
            }
        }
    }

    /** After much was published at once: what is full is sealed before it is looked at, so that it takes no memory. */
    private void catchUp() throws StoreFailed {
        DatasetListings.Extent extent = listings.extent();
        if (extent.next() - extent.sealed() * Shelf.PLACES < 2L * Shelf.PLACES) {
            return;
        }
        tidying.lock();
        try {
            seal();
        } finally {
            tidying.unlock();
        }
    }

    /** Guarded by {@link #tidying}. */
    private void seal() throws StoreFailed {
        DatasetListings.Extent extent = listings.extent();
        for (long shelf = extent.sealed(); (shelf + 1) * Shelf.PLACES <= extent.next(); shelf++) {
            Map<String, Shelf> terms = new HashMap<>();
            read(shelf * Shelf.PLACES, (shelf + 1) * Shelf.PLACES, terms);
            NavigableMap<String, byte[]> written = new TreeMap<>();
            terms.forEach((term, places) -> written.put(term, places.written()));
            listings.seal(shelf, written);
        }
    }

    private void bury(long sealed) throws StoreFailed {
        Map<Long, List<Long>> goneByShelf = new TreeMap<>();
        for (long number : listings.gone()) {
            if (NumberSet.shelfOf(number) < sealed) {
                goneByShelf
                        .computeIfAbsent(NumberSet.shelfOf(number), _ -> new ArrayList<>())
                        .add(number);
            }
        }
        if (goneByShelf.values().stream().mapToInt(List::size).sum() < GONE_MAX) {
            return;
        }
        NumberSet all = numbers(Term.ALL);
        goneByShelf.values().forEach(gone -> gone.forEach(all::remove));
        Map<Long, byte[]> left = new HashMap<>();
        all.each((shelf, bits) -> {
            byte[] written = Shelf.written(bits);
            if (written.length > 0) {
                left.put(shelf, written);
            }
        });
        for (Map.Entry<Long, List<Long>> shelf : goneByShelf.entrySet()) {
            listings.bury(shelf.getKey(), Optional.ofNullable(left.get(shelf.getKey())), shelf.getValue());
        }
    }

    /** In the order of UTF-8's bytes, as the store has them: there a surrogate pair comes after all other characters. */
    static int compare(String a, String b) {
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
