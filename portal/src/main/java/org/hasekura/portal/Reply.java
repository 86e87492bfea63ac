package org.hasekura.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** What a handler of the portal answers with. */
public sealed interface Reply {

    /** A page. */
    record Shown(int status, Page page) implements Reply {}

    /**
     * Go there and read, after something was done.
     *
     * @param page of the portal, without the language
     * @param notice what was done: a message {@code notice.…}
     * @param session the token of a session that begins, empty text for one that ends; absent: as it was
     */
    record Moved(String page, Optional<String> notice, Optional<String> session) implements Reply {}

    /**
     * A file to keep.
     *
     * @param name under which it is to be kept; ASCII
     */
    record Given(String name, String mediaType, Writer writer) implements Reply {}

    /** Events, until the reader goes. WHATWG HTML §9.2. */
    record Live(Writer writer) implements Reply {}

    /** There is no such thing, or whoever asks may not know of it. */
    record Nothing() implements Reply {}

    /** Writes the bytes of an answer. */
    @FunctionalInterface
    interface Writer {

        /**
         * Writes all bytes, and does not close.
         *
         * @throws IOException when the source fails or the reader is gone
         */
        void writeTo(OutputStream sink) throws IOException;
    }

    static Reply page(Page page) {
        return new Shown(200, page);
    }

    /** A form that was not taken, shown again with what is wrong. */
    static Reply refused(Page page) {
        return new Shown(422, page);
    }

    static Reply to(String page) {
        return new Moved(page, Optional.empty(), Optional.empty());
    }

    static Reply done(String page, String notice) {
        return new Moved(page, Optional.of(notice), Optional.empty());
    }
}
