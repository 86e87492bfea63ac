package org.hasekura.tests;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of a node's servers, asked over HTTP as anybody would.
 *
 * @param base without a slash at the end
 * @param headers sent with every request
 */
record Api(URI base, Map<String, String> headers) {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** What came back. */
    record Reply(int status, String text) {

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        boolean isGood() {
            return status / 100 == 2;
        }

        @Override
        public String toString() {
            return status + " " + text;
        }
    }

    static Api management(URI base, String token) {
        return new Api(base, Map.of("Authorization", "Bearer " + token));
    }

    /** @throws IOException if no whole answer came */
    Reply get(String path) throws IOException {
        return ask(request(path).GET());
    }

    Reply post(String path, String body) throws IOException {
        return ask(request(path).POST(BodyPublishers.ofString(body)));
    }

    Reply put(String path, String body) throws IOException {
        return ask(request(path).PUT(BodyPublishers.ofString(body)));
    }

    /** What is there; an answer that is none is an error. */
    JsonNode read(String path) throws IOException {
        return good(get(path)).json();
    }

    /** A file that is there; an answer that is none is an error. */
    byte[] bytes(String path) throws IOException {
        HttpResponse<byte[]> file = sent(request(path).GET(), BodyHandlers.ofByteArray());
        if (file.statusCode() != 200) {
            throw new IOException("answered " + file.statusCode());
        }
        return file.body();
    }

    static Reply good(Reply reply) throws IOException {
        if (!reply.isGood()) {
            throw new IOException("answered " + reply);
        }
        return reply;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private static Reply ask(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> response = sent(request, BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }

    static <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return CLIENT.send(request.build(), handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var stopped = new InterruptedIOException("stopped while waiting for an answer");
            stopped.initCause(e);
            throw stopped;
        }
    }
}
