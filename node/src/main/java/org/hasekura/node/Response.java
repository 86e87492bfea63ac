package org.hasekura.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The answer to a request. */
public sealed interface Response {

    /** The HTTP status. */
    int status();

    /** Besides those that every answer has. */
    Map<String, String> headers();

    /** This answer with one header more. */
    Response with(String name, String value);

    /** JSON that is written already. */
    static Whole json(int status, String json) {
        return new Whole(status, "application/json", json.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Whole text(int status, String text) {
        return new Whole(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** An answer without a body. */
    static Whole empty(int status) {
        return new Whole(status, "", new byte[0], Map.of());
    }

    /** Why the request was refused, in words for a person. */
    static Refused refused(int status, String sentence) {
        return refused(new Problem(ProblemKind.of(status), status, sentence, List.of()));
    }

    static Refused refused(Problem problem) {
        return new Refused(problem, Map.of());
    }

    /** That the body or a parameter is not what is taken, and where. */
    static Refused refused(ManagementJson.BadInput bad) {
        return refused(new Problem(ProblemKind.INVALID, 400, bad.words(), bad.errors()));
    }

    /** A refusal; it is written down when it is known what was asked. */
    record Refused(Problem problem, Map<String, String> headers) implements Response {

        public Refused {
            headers = Map.copyOf(headers);
        }

        @Override
        public int status() {
            return problem.status();
        }

        @Override
        public Refused with(String name, String value) {
            return new Refused(problem, Headers.plus(headers, name, value));
        }
    }

    /** An answer that is known whole before it is sent. */
    final class Whole implements Response {

        private final int status;
        private final String mediaType;
        private final byte[] body;
        private final Map<String, String> headers;

        /**
         * An answer of any kind.
         *
         * @param mediaType empty when there is no body
         * @param body not copied: the answer owns it
         */
        public Whole(int status, String mediaType, byte[] body, Map<String, String> headers) {
            this.status = status;
            this.mediaType = mediaType;
            this.body = body;
            this.headers = Map.copyOf(headers);
        }

        @Override
        public int status() {
            return status;
        }

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

        @Override
        public Whole with(String name, String value) {
            return new Whole(status, mediaType, body, Headers.plus(headers, name, value));
        }
    }

    /**
     * An answer that is written while it is sent.
     *
     * @param bytes how many will be written; absent when nobody knows. When fewer come, the connection is closed, so
     *     that the reader notices
     * @param cut ends the answer from outside
     * @param closing run once when the answer has ended, also when nothing was ever written
     */
    record Streamed(
            int status,
            String mediaType,
            OptionalLong bytes,
            Map<String, String> headers,
            Cut cut,
            Writer writer,
            Runnable closing)
            implements Response {
        /** One with nothing to close. */
        public Streamed(
                int status, String mediaType, OptionalLong bytes, Map<String, String> headers, Cut cut, Writer writer) {
            this(status, mediaType, bytes, headers, cut, writer, () -> {});
        }

        public Streamed {
            headers = Map.copyOf(headers);
        }

        @Override
        public Streamed with(String name, String value) {
            return new Streamed(status, mediaType, bytes, Headers.plus(headers, name, value), cut, writer, closing);
        }
    }

    /** Writes the bytes of a streamed answer. */
    @FunctionalInterface
    interface Writer {

        /**
         * Writes all bytes, and does not close.
         *
         * @throws IOException when the source fails or the reader is gone; the connection is closed then
         */
        void writeTo(OutputStream sink) throws IOException;
    }
}
