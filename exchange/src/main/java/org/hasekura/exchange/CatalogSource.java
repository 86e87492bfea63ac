package org.hasekura.exchange;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** The way to the catalogs of peers. */
public interface CatalogSource {

    /** Where the first page of the peer's catalog is. */
    URI first(String peer) throws IOException;

    /**
     * Asks for a page.
     *
     * @param tag of the page as it is known; absent to have it in any case
     * @throws IOException when no page came, with the reason in words
     */
    Answer page(String peer, URI address, Optional<String> tag) throws IOException;

    /** What the peer answered. */
    sealed interface Answer {

        /** It is as the tag says. */
        record Unchanged() implements Answer {}

        /** The page, limited in size, its tag, and where the page after it is: at the same host. */
        record Page(CatalogView view, Optional<String> tag, Optional<URI> next) implements Answer {}
    }
}
