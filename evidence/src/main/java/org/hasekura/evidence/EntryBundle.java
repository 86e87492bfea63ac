package org.hasekura.evidence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 entries in one file: each with its length before it as a big-endian uint16 (C2SP tlog-tiles). */
public final class EntryBundle {

    /** Longest entry, in bytes: what a uint16 can say. */
    public static final int ENTRY_BYTES_MAX = 0xffff;

    private EntryBundle() {}

    /** The bundle of these entries. */
    public static byte[] encode(List<byte[]> entries) {
        int total = 0;
        for (byte[] entry : entries) {
            total += 2 + entry.length;
        }
        ByteBuffer out = ByteBuffer.allocate(total);
        for (byte[] entry : entries) {
            if (entry.length > ENTRY_BYTES_MAX) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes is longer than 65,535");
            }
            out.putShort((short) entry.length).put(entry);
        }
        return out.array();
    }

    /** The entries of a bundle, at most 256. */
    public static Parsed<List<byte[]>> decode(byte[] bundle) {
        return Parsed.reading(() -> read(bundle));
    }

    static List<byte[]> read(byte[] bundle) throws MalformedException {
        ByteBuffer in = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (in.hasRemaining()) {
            int length = in.remaining() < 2 ? Integer.MAX_VALUE : in.getShort() & 0xffff;
            if (in.remaining() < length || entries.size() == TilePath.FULL) {
                throw new MalformedException(
                        "the bundle ends inside entry " + entries.size() + ", or has more than 256");
            }
            byte[] entry = new byte[length];
            in.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
