package org.hasekura.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Asks a provider for bytes over HTTP. Follows no redirect, contacts no address that the node may not contact. */
public interface Download {

    /**
     * Asks once, with these headers and no others that matter.
     *
     * @return to be closed
     * @throws AddressNotAllowed when nothing was asked and nothing will be
     * @throws IOException when no answer came; ask again later
     */
    Reply get(URI address, Map<String, String> headers) throws IOException;

    /** What the provider answers, as it comes. */
    interface Reply extends AutoCloseable {

        int status();

        /** The first value of a header, by its name in any case. */
        Optional<String> header(String name);

        /** Ends with an {@code IOException} when fewer bytes come than were announced, or none for too long. */
        InputStream body();

        /** Also from another thread, while a read waits: the read then ends. Does not fail, may be repeated. */
        @Override
        void close();
    }

    /** The address is not one that this node may contact; trying again does not help. */
    final class AddressNotAllowed extends IOException {
        private static final long serialVersionUID = 1L;

        public AddressNotAllowed(String message) {
            super(message);
        }
    }
}
