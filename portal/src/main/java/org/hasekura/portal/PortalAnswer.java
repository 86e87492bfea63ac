package org.hasekura.portal;

import java.util.Map;
import java.util.OptionalLong;

/** What the portal answers, for whatever serves HTTP to send. */
public sealed interface PortalAnswer {

    int status();

    /** Besides the length. */
    Map<String, String> headers();

    /** An answer that is known whole. */
    final class Whole implements PortalAnswer {
        private final int status;
        private final String mediaType;
        private final byte[] body;
        private final Map<String, String> headers;

        /** @param body not copied: the answer owns it */
        Whole(int status, String mediaType, byte[] body, Map<String, String> headers) {
            this.status = status;
            this.mediaType = mediaType;
            this.body = body;
            this.headers = Map.copyOf(headers);
        }

        @Override
        public int status() {
            return status;
        }

        /** Empty when there is no body. */
        public String mediaType() {
            return mediaType;
        }

        /** The bytes themselves, not a copy. */
        public byte[] body() {
            return body;
        }

        @Override
        public Map<String, String> headers() {
            return headers;
        }
    }

    /**
     * An answer that is written while it is sent.
     *
     * @param bytes how many will be written; absent when nobody knows
     */
    record Streamed(int status, String mediaType, OptionalLong bytes, Map<String, String> headers, Reply.Stream stream)
            implements PortalAnswer {
        public Streamed {
            headers = Map.copyOf(headers);
        }
    }
}
