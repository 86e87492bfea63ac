package org.hasekura.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where a consumer's bytes arrive. */
public interface Sink {

    /** What has arrived so far under this transfer; nothing yet for a new one. Never opened twice at once. */
    Part part(String transferPid) throws IOException;

    /**
     * Bytes that are still coming. Need not be durable before {@link #finish}: what a crash damages is noticed by the
     * digest at the end and fetched anew.
     */
    interface Part extends AutoCloseable {

        long size() throws IOException;

        /** The tag of the bytes that this is a part of, as given to {@link #begin}; kept across a stop of the node. */
        Optional<String> tag() throws IOException;

        /** Empties the part, then keeps this tag for what will be appended; empty when the bytes have no tag. */
        void begin(Optional<String> tag) throws IOException;

        /** How many bytes there will be in all, for whoever watches; a sink that nobody watches need not keep it. */
        default void expect(long total) throws IOException {}

        void append(byte[] bytes, int from, int length) throws IOException;

        /** From the first byte on. */
        InputStream read() throws IOException;

        /**
         * Makes the whole durable under a name, in place of an earlier one of this transfer, and ends the part.
         *
         * @param name safe as the name of a file
         * @return where it lies, in words for a person
         * @throws IOException when it may or may not be there; fetch it anew
         */
        String finish(String name) throws IOException;

        /** Forgets everything that has arrived under this transfer and was not finished, and ends the part. */
        void discard() throws IOException;

        @Override
        void close() throws IOException;
    }
}
