package org.hasekura.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Asks the management server of one node, in bytes of JSON. Every change is sent under a key of its own, so that asking again
 * after a lost answer does nothing twice; that is done here, a few times. May be used by many threads at the same time.
 */
public final class Connection implements AutoCloseable {

    private static final int ANSWER_BYTES_MAX = 64 << 20;
    private static final int TRIES_MAX = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(150);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final HttpClient client;
    private final String base;
    private final Optional<String> token;
    private final Duration answerTime;

    /**
     * A connection to a node.
     *
     * @param node the address of its management server, as it says at its start
     * @param answerTime how long one try may take
     */
    public Connection(URI node, Optional<String> token, Duration answerTime) {
        this(node, token, answerTime, Optional.empty());
    }

    /**
     * The same over HTTPS.
     *
     * @param tls whom it trusts, see {@link TrustedCertificates}; absent: the authorities that the JDK trusts
     */
    public Connection(URI node, Optional<String> token, Duration answerTime, Optional<SSLContext> tls) {
        String text = node.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.token = token;
        this.answerTime = answerTime;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        tls.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /**
     * Asks for something.
     *
     * @param path with its query, encoded
     */
    public Result<byte[]> get(String path) {
        return asked(request(path).GET(), Optional.empty());
    }

    /** Sends JSON under a new key. */
    public Result<byte[]> post(String path, String json) {
        return post(path, json, UUID.randomUUID().toString());
    }

    /** Sends JSON under this key: with the same one again, nothing is done twice. */
    public Result<byte[]> post(String path, String json, String key) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json));
        return asked(request, Optional.of(key));
    }

    public Result<byte[]> put(String path, String json) {
        return asked(
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)),
                Optional.empty());
    }

    public Result<byte[]> delete(String path) {
        return asked(request(path).DELETE(), Optional.empty());
    }

    /**
     * Asks for something long, and writes what comes.
     *
     * @return how many bytes; where the answer broke off, or could not be written, some of them may be there
     */
    public Result<Long> get(String path, OutputStream to) {
        try {
            HttpResponse<InputStream> response = sent(request(path).GET().build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return response.statusCode() == 200
                        ? new Result.Done<>(body.transferTo(to), Optional.empty())
                        : new Result.Refused<>(problem(response, body.readNBytes(ANSWER_BYTES_MAX)));
            }
        } catch (IOException e) {
            return unreachable(e, Optional.empty());
        }
    }

    /** Events as they come; nothing is asked before the first one is. To be closed. */
    public Events events(EventQuery query) {
        return Events.begin(this, query);
    }

    /**
     * Opens a stream of events.
     *
     * @param last id of the last event seen
     * @throws IOException if none came
     */
    Result<InputStream> stream(String path, Optional<Long> last) throws IOException {
        HttpRequest.Builder request = request(path).setHeader("Accept", "text/event-stream");
        last.ifPresent(id -> request.header("Last-Event-ID", Long.toString(id)));
        HttpResponse<InputStream> response = sent(request.GET().build(), BodyHandlers.ofInputStream());
        if (response.statusCode() == 200) {
            return new Result.Done<>(response.body(), Optional.empty());
        }
        try (InputStream body = response.body()) {
            return new Result.Refused<>(problem(response, body.readNBytes(ANSWER_BYTES_MAX)));
        }
    }

    /** A value in a path or query, encoded. */
    public static String encoded(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        // Dots alone would walk up the path.
        return encoded.matches("[.]+") ? encoded.replace(".", "%2E") : encoded;
    }

    static String withQuery(String path, Map<String, String> query) {
        return query.isEmpty()
                ? path
                : path + "?"
                        + query.entrySet().stream()
                                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(answerTime)
                .header("Accept", "application/json");
        token.ifPresent(each -> request.header("Authorization", "Bearer " + each));
        return request;
    }

    /** All that is sent here may be sent again: reads, puts and deletions by their nature, the rest by its key. */
    private Result<byte[]> asked(HttpRequest.Builder builder, Optional<String> key) {
        HttpRequest request = builder.build();
        Result<byte[]> result = once(request, key);
        for (int tries = 1; tries < TRIES_MAX && isWorthAnother(result); tries++) {
            if (!waited(result, tries)) {
                return result;
            }
            result = once(request, key);
        }
        return result;
    }

    private Result<byte[]> once(HttpRequest request, Optional<String> key) {
        try {
            HttpResponse<InputStream> response = sent(request, BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] body = in.readNBytes(ANSWER_BYTES_MAX + 1);
                if (body.length > ANSWER_BYTES_MAX) {
                    return new Result.Unreachable<>("the node answered more than " + ANSWER_BYTES_MAX + " bytes", key);
                }
                return response.statusCode() / 100 == 2
                        ? new Result.Done<>(body, response.headers().firstValue("ETag"))
                        : new Result.Refused<>(problem(response, body));
            }
        } catch (IOException e) {
            return unreachable(e, key);
        }
    }

    private <T> Result<T> unreachable(IOException e, Optional<String> key) {
        String why = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        return new Result.Unreachable<>(
                e instanceof SSLException
                        ? "`" + base + "` does not show a certificate that is trusted here (" + why + ")"
                        : "no node answers at `" + base + "`; is it running, and is this its management address? ("
                                + why + ")",
                key);
    }

    /** A node that is starting or busy; or a request that is still being answered after its connection was lost. */
    private static boolean isWorthAnother(Result<byte[]> result) {
        return switch (result) {
            case Result.Done<byte[]> _ -> false;
            case Result.Unreachable<byte[]> _ -> true;
            case Result.Refused<byte[]>(Problem problem) ->
                problem.retryAfterSeconds().isPresent();
        };
    }

    /** Waits before the next try; false when it would be too long, or the thread is wanted elsewhere. */
    private static boolean waited(Result<byte[]> result, int tries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << tries);
        if (result instanceof Result.Refused<byte[]>(Problem problem)) {
            wait = Duration.ofSeconds(problem.retryAfterSeconds().orElse(0L));
        }
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return false;
        }
        LockSupport.parkNanos(wait.toNanos());
        return !Thread.currentThread().isInterrupted();
    }

    private static Problem problem(HttpResponse<?> response, byte[] body) {
        Optional<Long> retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Long::parseLong);
        return ViewsJson.problem(response.statusCode(), body, retryAfter);
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return client.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var stopped = new InterruptedIOException("stopped while waiting for the node");
            stopped.initCause(e);
            throw stopped;
        }
    }

    /** Ends what is being asked. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
