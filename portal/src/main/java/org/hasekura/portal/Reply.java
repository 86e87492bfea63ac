package org.hasekura.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
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

    /**
     * Bytes that go out as they lie, whole or in part, and can be cut from outside.
     *
     * @param bytes how many
     */
    record Sent(int status, String mediaType, long bytes, Map<String, String> headers, Stream stream) implements Reply {
        public Sent {
            headers = Map.copyOf(headers);
        }
    }

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

    /** Bytes that are written once, and closed whether they were or not. */
    interface Stream extends Writer {

        /** Has this run when the bytes may no longer go out. */
        void onCut(Runnable cut);

        void close();

        /** What nobody cuts, and nothing has to be closed of. */
        static Stream of(Writer writer) {
            return new Stream() {
                @Override
                public void onCut(Runnable cut) {}

                @Override
                public void close() {}

                @Override
                public void writeTo(OutputStream sink) throws IOException {
                    writer.writeTo(sink);
                }
            };
        }
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
