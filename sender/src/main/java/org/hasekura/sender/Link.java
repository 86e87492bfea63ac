package org.hasekura.sender;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A connection that never waits: it takes and gives as many bytes as it can now. */
sealed interface Link permits PlainLink, TlsLink {

    /**
     * Puts what has come into an empty buffer with room for {@value TlsLink#RECORD_BYTES} bytes at least.
     *
     * @return how many bytes; 0: none now; -1: none any more
     */
    int read(ByteBuffer into) throws IOException;

    /** Takes what it can; what it does not take stays in the buffer. */
    void write(ByteBuffer from) throws IOException;

    /**
     * Takes bytes of a file.
     *
     * @return how many, from none to {@code count}
     * @throws IOException also when the file ends before its first byte
     */
    long send(FileChannel file, long from, long count) throws IOException;

    /** Whether all that was taken is with the system; asks it once more to take the rest. */
    boolean flush() throws IOException;

    /** Whether requests may come yet: keys are agreed on where there are any. */
    boolean isReady();

    /** Says, as far as it can be said now, that nothing follows. */
    void finish() throws IOException;
}
