package org.hasekura.identity;

import java.io.IOException;
import java.net.URI;

/** How a public document is fetched; the node's HTTP client behind it asks {@link AddressGuard} before it connects. */
@FunctionalInterface
public interface Fetcher {

    /**
     * The body behind the address, which follows no redirect.
     *
     * @param bytesMax a longer body is an error
     * @throws IOException if it was not had whole, whatever the cause; nothing is known then, try again later
     */
    byte[] get(URI address, int bytesMax) throws IOException;
}
