package org.hasekura.resilience;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Names and their numbers, in the order in which they came: a hash table with open addressing over one array of bytes, so
 * that a million names take 20 MB and no objects. Not for several threads while it grows.
 */
public final class Names {

    private static final int NONE = -1;

    private byte[] bytes = new byte[1 << 10];
    private int[] ends = new int[64];
    private int[] table = new int[256];
    private int size;

    /** No name yet. */
    public Names() {
        Arrays.fill(table, NONE);
    }

    /** These names, which must differ. */
    public static Names of(List<String> names) {
        Names made = new Names();
        for (String name : names) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            if (made.intern(text, 0, text.length) != made.size - 1) {
                throw new IllegalArgumentException("`" + name + "` is there twice");
            }
        }
        return made;
    }

    /** The whole numbers from {@code first}, as names. */
    public static Names numbered(int first, int count) {
        Names made = new Names();
        for (int i = 0; i < count; i++) {
            byte[] text = Integer.toString(first + i).getBytes(StandardCharsets.US_ASCII);
            made.intern(text, 0, text.length);
        }
        return made;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The name of a number. */
    public String name(int number) {
        int start = start(number);
        return new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    /** The number of a name, or -1. */
    public int find(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return find(text, 0, text.length);
    }

    /** The number of the name in these bytes, or -1. */
    int find(byte[] text, int start, int end) {
        return table[slot(text, start, end)];
    }

    /** The number of the name in these bytes, a new one if it was not there. */
    int intern(byte[] text, int start, int end) {
        int slot = slot(text, start, end);
        if (table[slot] != NONE) {
            return table[slot];
        }
        if (2 * (size + 1) > table.length) {
            grow();
            slot = slot(text, start, end);
        }
        add(text, start, end);
        table[slot] = size - 1;
        return size - 1;
    }

    private void add(byte[] text, int start, int end) {
        int used = size == 0 ? 0 : ends[size - 1];
        int needed = Math.addExact(used, end - start);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(2L * bytes.length, needed)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        System.arraycopy(text, start, bytes, used, end - start);
        ends[size++] = needed;
    }

    private void grow() {
        table = new int[2 * table.length];
        Arrays.fill(table, NONE);
        for (int number = 0; number < size; number++) {
            table[slot(bytes, start(number), ends[number])] = number;
        }
    }

    /** Where the name stands, or where it would. */
    private int slot(byte[] text, int start, int end) {
        int mask = table.length - 1;
        int slot = hash(text, start, end) & mask;
        while (table[slot] != NONE && !isAt(table[slot], text, start, end)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(int number, byte[] text, int start, int end) {
        return Arrays.equals(bytes, start(number), ends[number], text, start, end);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private static int hash(byte[] text, int start, int end) {
        int hash = 0x811c9dc5;
        for (int at = start; at < end; at++) {
            hash = (hash ^ text[at]) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }
}
