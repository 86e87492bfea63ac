package org.hasekura.exchange;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Some of {@value #PLACES} consecutive numbers: as bits to reckon with, as a growing list of places while a shelf fills,
 * and on disk as whichever of the two is shorter. Not safe for several threads.
 */
final class Shelf {

    static final int PLACES = 4_096;

    /** Of the bits of one shelf. */
    static final int WORDS = PLACES / Long.SIZE;

    private static final int BYTES = PLACES / Byte.SIZE;
    private static final int PLACES_AT_FIRST = 2;

    private short[] places = new short[PLACES_AT_FIRST];
    private int count;

    /** @param place greater than all before */
    void add(int place) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = (short) place;
    }

    long[] bits() {
        long[] bits = new long[WORDS];
        for (int i = 0; i < count; i++) {
            bits[places[i] / Long.SIZE] |= 1L << places[i];
        }
        return bits;
    }

    byte[] written() {
        if (count * Short.BYTES >= BYTES) {
            return written(bits());
        }
        ByteBuffer list = ByteBuffer.allocate(count * Short.BYTES);
        list.asShortBuffer().put(places, 0, count);
        return list.array();
    }

    /** The same of bits. */
    static byte[] written(long[] bits) {
        int set = Arrays.stream(bits).mapToInt(Long::bitCount).sum();
        if (set * Short.BYTES >= BYTES) {
            ByteBuffer all = ByteBuffer.allocate(BYTES);
            all.asLongBuffer().put(bits);
            return all.array();
        }
        Shelf list = new Shelf();
        for (int place = nextSet(bits, 0); place >= 0; place = nextSet(bits, place + 1)) {
            list.add(place);
        }
        return list.written();
    }

    /** The bits of what was written. */
    static long[] read(byte[] written) {
        long[] bits = new long[WORDS];
        ByteBuffer from = ByteBuffer.wrap(written);
        if (written.length == BYTES) {
            from.asLongBuffer().get(bits);
            return bits;
        }
        if (written.length > BYTES || written.length % Short.BYTES != 0) {
            throw new IllegalStateException("a shelf has " + written.length + " bytes");
        }
        while (from.hasRemaining()) {
            int place = from.getShort();
            if (place < 0 || place >= PLACES) {
                throw new IllegalStateException("a shelf has no place " + place);
            }
            bits[place / Long.SIZE] |= 1L << place;
        }
        return bits;
    }

    /** The first set place from {@code from} on; -1 where there is none. */
    static int nextSet(long[] bits, int from) {
        for (int word = from / Long.SIZE; word < WORDS; word++) {
            long left = word == from / Long.SIZE ? bits[word] & (-1L << from) : bits[word];
            if (left != 0) {
                return word * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
        }
        return -1;
    }

    /** The last set place up to {@code from}, that one among them; -1 where there is none. */
    static int previousSet(long[] bits, int from) {
        for (int word = from / Long.SIZE; word >= 0; word--) {
            long left =
                    word == from / Long.SIZE ? bits[word] & (-1L >>> (Long.SIZE - 1 - from % Long.SIZE)) : bits[word];
            if (left != 0) {
                return word * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(left);
            }
        }
        return -1;
    }
}
