package org.hasekura.exchange;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A set of the numbers that listings have, by shelves: one that has none takes no room, any other 512 bytes. Not safe for
 * several threads.
 */
final class NumberSet {

    private final TreeMap<Long, long[]> shelves = new TreeMap<>();

    static long shelfOf(long number) {
        return number / Shelf.PLACES;
    }

    void add(long number) {
        int place = (int) (number % Shelf.PLACES);
        shelves.computeIfAbsent(shelfOf(number), _ -> new long[Shelf.WORDS])[place / Long.SIZE] |= 1L << place;
    }

    void remove(long number) {
        long[] bits = shelves.get(shelfOf(number));
        if (bits != null) {
            int place = (int) (number % Shelf.PLACES);
            bits[place / Long.SIZE] &= ~(1L << place);
        }
    }

    /** Adds what stands on a shelf. */
    void add(long shelf, long[] bits) {
        or(shelves.computeIfAbsent(shelf, _ -> new long[Shelf.WORDS]), bits);
    }

    void addAll(NumberSet other) {
        other.shelves.forEach(this::add);
    }

    /** Takes out what the other has. */
    void removeAll(NumberSet other) {
        other.shelves.forEach((shelf, gone) -> {
            long[] bits = shelves.get(shelf);
            if (bits != null) {
                for (int i = 0; i < Shelf.WORDS; i++) {
                    bits[i] &= ~gone[i];
                }
            }
        });
    }

    /** Keeps only what the other has, too. */
    void retainAll(NumberSet other) {
        shelves.keySet().retainAll(other.shelves.keySet());
        for (Map.Entry<Long, long[]> shelf : shelves.entrySet()) {
            long[] kept = other.bits(shelf.getKey());
            long[] bits = shelf.getValue();
            for (int i = 0; i < Shelf.WORDS; i++) {
                bits[i] &= kept[i];
            }
        }
    }

    private long[] bits(long shelf) {
        return shelves.getOrDefault(shelf, new long[0]);
    }

    long count() {
        long count = 0;
        for (long[] bits : shelves.values()) {
            for (long word : bits) {
                count += Long.bitCount(word);
            }
        }
        return count;
    }

    /** How many of this shelf are in the set and among these bits. */
    long countAmong(long shelf, long[] others) {
        long[] bits = bits(shelf);
        long count = 0;
        for (int i = 0; i < bits.length; i++) {
            count += Long.bitCount(bits[i] & others[i]);
        }
        return count;
    }

    /** The first number of this shelf that is in the set and among these bits. */
    OptionalLong firstAmong(long shelf, long[] others) {
        long[] bits = bits(shelf);
        for (int i = 0; i < bits.length; i++) {
            long both = bits[i] & others[i];
            if (both != 0) {
                return OptionalLong.of(shelf * Shelf.PLACES + (long) i * Long.SIZE + Long.numberOfTrailingZeros(both));
            }
        }
        return OptionalLong.empty();
    }

    /** The least number that is greater; of -1 the first. */
    OptionalLong after(long number) {
        long place = number + 1;
        for (Map.Entry<Long, long[]> shelf :
                shelves.tailMap(shelfOf(place), true).entrySet()) {
            long first = shelf.getKey() * Shelf.PLACES;
            int found = Shelf.nextSet(shelf.getValue(), (int) Math.max(0, place - first));
            if (found >= 0) {
                return OptionalLong.of(first + found);
            }
        }
        return OptionalLong.empty();
    }

    /** The greatest number that is less. */
    OptionalLong before(long number) {
        long place = number - 1;
        if (place < 0) {
            return OptionalLong.empty();
        }
        for (Map.Entry<Long, long[]> shelf :
                shelves.headMap(shelfOf(place), true).descendingMap().entrySet()) {
            long first = shelf.getKey() * Shelf.PLACES;
            int found = Shelf.previousSet(shelf.getValue(), (int) Math.min(Shelf.PLACES - 1L, place - first));
            if (found >= 0) {
                return OptionalLong.of(first + found);
            }
        }
        return OptionalLong.empty();
    }

    private static void or(long[] bits, long[] more) {
        for (int i = 0; i < Shelf.WORDS; i++) {
            bits[i] |= more[i];
        }
    }

    /** Every shelf that has any. */
    void each(BiConsumer<Long, long[]> shelf) {
        shelves.forEach(shelf);
    }
}
