package org.hasekura.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One HTTP/1.1 connection that is kept: sends bytes that were prepared, reads the answer and throws its body away. It does
 * as little as it can, so that what is measured is the server.
 */
final class Wire implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    /** What came back, without its body. */
    record Reply(int status, String head, long bodyBytes) {

        /** The value of a header. */
        Optional<String> header(String name) {
            String key = "\r\n" + name.toLowerCase(Locale.ROOT) + ":";
            int at = head.toLowerCase(Locale.ROOT).indexOf(key);
            if (at < 0) {
                return Optional.empty();
            }
            int end = head.indexOf("\r\n", at + key.length());
            return Optional.of(head.substring(at + key.length(), end < 0 ? head.length() : end)
                    .strip());
        }
    }

    Wire(URI server) throws IOException {
        this.socket = "https".equals(server.getScheme())
                ? SelfSigned.trusting().getSocketFactory().createSocket(server.getHost(), server.getPort())
                : new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
    }

    /** A request as it goes over the wire. */
    static byte[] request(String method, URI address, String token, String body) {
        String path = address.getRawPath()
                + Optional.ofNullable(address.getRawQuery())
                        .map(query -> "?" + query)
                        .orElse("");
        return (method + " " + path + " HTTP/1.1\r\nHost: " + address.getRawAuthority() + "\r\nAuthorization: Bearer "
                        + token + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends the request and reads the whole answer. */
    Reply ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int read = 0;
        int end = -1;
        while (end < 0) {
            int more = in.read(buffer, read, buffer.length - read);
            if (more <= 0) {
                throw new EOFException("no whole head of an answer came");
            }
            read += more;
            end = endOfHead(read);
        }
        String head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        Reply reply = new Reply(Integer.parseInt(head.substring(9, 12)), head, 0);
        long length = Long.parseLong(reply.header("content-length")
                .orElseThrow(() -> new IOException("the answer says no length: " + head)));
        skip(length - (read - end - 4));
        return new Reply(reply.status(), head, length);
    }

    private int endOfHead(int length) {
        for (int i = 0; i + 3 < length; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException(left + " bytes of the answer did not come");
            }
            left -= read;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
