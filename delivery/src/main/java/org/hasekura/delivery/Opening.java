package org.hasekura.delivery;

import java.util.Map;
import org.hasekura.exchange.Dataset;

/**
 * What a request for bytes is answered with, each with its HTTP status and headers. {@code Content-Type} and
 * {@code Content-Length} of a {@link Serve} are its {@code mediaType} and {@code length}.
 */
public sealed interface Opening {

    int status();

    Map<String, String> headers();

    /** In words, for the body of a refusal. */
    default String sentence() {
        return "";
    }

    /**
     * These bytes may go out, as long as the passage is open. Must be closed when they have, or have not.
     *
     * @param from the first byte
     * @param length how many bytes, from there on
     * @param total how many there are in all
     */
    record Serve(
            Dataset.Content content,
            long from,
            long length,
            long total,
            boolean isPartial,
            Map<String, String> headers,
            Passage passage)
            implements Opening, AutoCloseable {

        public Serve {
            headers = Map.copyOf(headers);
        }

        @Override
        public int status() {
            return isPartial ? 206 : 200;
        }

        public String mediaType() {
            boolean isWritable = content.mediaType().length() <= 200
                    && content.mediaType().chars().allMatch(each -> each >= ' ' && each < 127)
                    && !content.mediaType().isBlank();
            return isWritable ? content.mediaType() : "application/octet-stream";
        }

        @Override
        public void close() {
            passage.close();
        }
    }

    /** There is no such transfer, it has ended, or no agreement stands behind it. */
    record NotFound() implements Opening {
        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public String sentence() {
            return "there is no such transfer, or it has ended";
        }
    }

    /** The token is missing or not the one that opens this transfer now. */
    record Unauthorised() implements Opening {
        @Override
        public int status() {
            return 401;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("WWW-Authenticate", "Bearer");
        }

        @Override
        public String sentence() {
            return "the token does not open this transfer; use the one of its newest start message";
        }
    }

    /** The range begins behind the last byte. */
    record NotSatisfiable(long total, Map<String, String> headers) implements Opening {

        public NotSatisfiable {
            headers = Map.copyOf(headers);
        }

        @Override
        public int status() {
            return 416;
        }

        @Override
        public String sentence() {
            return "there are " + total + " bytes, and none of them within the range";
        }
    }

    /** What lies at the source is not what was published; nothing of it is served until it is published anew. */
    record Changed() implements Opening {
        @Override
        public int status() {
            return 410;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public String sentence() {
            return "the bytes have changed since they were published; ask the provider to publish them anew";
        }
    }

    /** The transfer pauses; the same token may open it again later. */
    record Suspended() implements Opening {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Retry-After", "5");
        }

        @Override
        public String sentence() {
            return "the transfer is suspended; ask again when it is started";
        }
    }

    /** Too many streams at once under this transfer. */
    record Busy() implements Opening {
        @Override
        public int status() {
            return 429;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Retry-After", "1");
        }

        @Override
        public String sentence() {
            return "more than " + Gate.STREAMS_MAX + " requests at once under this transfer; wait for some to end";
        }
    }
}
