package org.hasekura.evidence;

import java.io.IOException;

/** Bytes that can be read at any place, as those of a file on a disk. */
public interface ByteSource {

    /** How many there are. */
    long size() throws IOException;

    /**
     * Reads exactly {@code length} bytes.
     *
     * @throws IOException if there are not so many from {@code offset} on, or they cannot be read
     */
    byte[] read(long offset, int length) throws IOException;

    /** Bytes in memory. */
    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public byte[] read(long offset, int length) throws IOException {
                if (offset < 0 || length < 0 || offset > bytes.length - length) {
                    throw new IOException("there are only " + bytes.length + " bytes");
                }
                byte[] piece = new byte[length];
                System.arraycopy(bytes, (int) offset, piece, 0, length);
                return piece;
            }
        };
    }
}
