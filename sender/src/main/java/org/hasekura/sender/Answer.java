package org.hasekura.sender;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.hasekura.delivery.Opening;

/**
 * What a request is answered with: a head, and either a few bytes or a file.
 *
 * @param head as it goes over the wire
 * @param serve the file's bytes that follow; its passage must be closed
 * @param body what follows otherwise
 * @param isLast whether the connection ends with it
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Answer(byte[] head, Optional<Opening.Serve> serve, byte[] body, boolean isLast) {

    /** An answer is data, never a page that loads or frames something. */
    private static final Map<String, String> SECURITY = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control", "no-store");

    private static final String SAME_FOR_ALL = lines(SECURITY);
    private static final byte[] NOTHING = new byte[0];

    /** @param isHead whether the head alone was asked for: then the bytes do not follow */
    static Answer serving(Opening.Serve serve, String date, boolean isHead, boolean isLast) {
        String head = line(serve.status(), date)
                + "Content-Type: " + serve.mediaType() + "\r\n"
                + "Content-Length: " + serve.length() + "\r\n"
                + moreLines(serve.headers())
                + end(isLast);
        return new Answer(bytes(head), isHead ? Optional.empty() : Optional.of(serve), NOTHING, isLast);
    }

    /** The asker has the bytes. RFC 9110 §15.4.5. */
    static Answer unchanged(Opening.Serve serve, String date, boolean isLast) {
        String head = line(304, date) + moreLines(serve.headers()) + end(isLast);
        return new Answer(bytes(head), Optional.empty(), NOTHING, isLast);
    }

    static Answer refusing(
            int status,
            Map<String, String> headers,
            Desk.Refusal refusal,
            String date,
            boolean isHead,
            boolean isLast) {
        String head = line(status, date)
                + "Content-Type: " + refusal.mediaType() + "\r\n"
                + "Content-Length: " + refusal.body().length + "\r\n"
                + moreLines(headers)
                + end(isLast);
        return new Answer(bytes(head), Optional.empty(), isHead ? NOTHING : refusal.body(), isLast);
    }

    private static String line(int status, String date) {
        return "HTTP/1.1 " + status + " " + phrase(status) + "\r\nDate: " + date + "\r\n" + SAME_FOR_ALL;
    }

    private static String end(boolean isLast) {
        return isLast ? "Connection: close\r\n\r\n" : "\r\n";
    }

    private static String lines(Map<String, String> headers) {
        var lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        return lines.toString();
    }

    /** Without what every answer says anyway. */
    private static String moreLines(Map<String, String> headers) {
        var lines = new StringBuilder(256);
        headers.forEach((name, value) -> {
            if (!SECURITY.containsKey(name)) {
                lines.append(name).append(": ").append(value).append("\r\n");
            }
        });
        return lines.toString();
    }

    private static byte[] bytes(String head) {
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** For people who read along; programs read the number. */
    private static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 206 -> "Partial Content";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 410 -> "Gone";
            case 413 -> "Content Too Large";
            case 416 -> "Range Not Satisfiable";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 505 -> "HTTP Version Not Supported";
            default -> "Answer";
        };
    }
}
