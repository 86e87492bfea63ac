package org.hasekura.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hasekura.sender.HeadReader.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The head of a request")
class HeadReaderTest {

    private static final int BYTES_MAX = 1000;

    @Test
    @DisplayName("is method, path and headers, and ends with an empty line")
    void whole() {
        String text =
                "GET /data/urn:uuid:1?x=/y HTTP/1.1\r\nHost: a\r\nAuthorization:  Bearer t \r\nRANGE:bytes=0-\r\n\r\n";
        Reading.Complete complete = complete(text + "GET /next");
        assertThat(complete.bytes()).isEqualTo(text.length());
        RequestHead head = complete.head();
        assertThat(head.method()).isEqualTo("GET");
        assertThat(head.path()).isEqualTo("/data/urn:uuid:1");
        assertThat(head.bearerToken()).contains("t");
        assertThat(head.header("Range")).contains("bytes=0-");
        assertThat(head.header("If-Range")).isEmpty();
        assertThat(head.isLast()).isFalse();
        assertThat(head.hasBody()).isFalse();
    }

    @Test
    @DisplayName("is incomplete until its last byte, however it is cut")
    void incomplete() {
        String text = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        for (int length = 0; length < text.length(); length++) {
            assertThat(read(text.substring(0, length))).as("%d bytes", length).isInstanceOf(Reading.Incomplete.class);
        }
        assertThat(read(text)).isInstanceOf(Reading.Complete.class);
    }

    @Test
    @DisplayName("may name the whole address, and may follow one empty line")
    void forms() {
        assertThat(complete("GET HTTP://a.example:8/data/1?q HTTP/1.1\r\nHost: a\r\n\r\n")
                        .head()
                        .path())
                .isEqualTo("/data/1");
        assertThat(complete("GET https://a.example HTTP/1.1\r\nHost: a\r\n\r\n")
                        .head()
                        .path())
                .isEqualTo("/");
        String after = "\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n";
        assertThat(complete(after).bytes()).isEqualTo(after.length());
    }

    @Test
    @DisplayName("says whether it is the last one, and whether a body follows")
    void last() {
        assertThat(complete("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, CLOSE\r\n\r\n")
                        .head()
                        .isLast())
                .isTrue();
        assertThat(complete("GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n")
                        .head()
                        .isLast())
                .isFalse();
        assertThat(complete("GET / HTTP/1.0\r\n\r\n").head().isLast()).isTrue();
        assertThat(complete("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 00\r\n\r\n")
                        .head()
                        .hasBody())
                .isFalse();
        assertThat(complete("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n")
                        .head()
                        .hasBody())
                .isTrue();
        assertThat(complete("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .head()
                        .hasBody())
                .isTrue();
    }

    @Test
    @DisplayName("has a header that may stand once only as if it had none when it stands twice")
    void twice() {
        RequestHead head = complete(
                        "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nauthorization: Bearer b\r\n\r\n")
                .head();
        assertThat(head.bearerToken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\nHost: a\n\n",
                "GET / HTTP/1.1\r\nHost: a\n\r\n",
                "GET / HTTP/1.1\rHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n X: folded\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n\tX: folded\r\n\r\n",
                "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX\r\nY: z\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 4, 4\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: +4\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET /\r\n\r\n",
                "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
                "GET / http/1.1\r\nHost: a\r\n\r\n",
                "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET a HTTP/1.1\r\nHost: a\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
                "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http:// HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\u00e4 HTTP/1.1\r\nHost: a\r\n\r\n",
                "\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000"
            })
    @DisplayName("is refused when two readers could understand it differently:")
    void refused(String text) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    @DisplayName("is refused by what it is: too long, too many lines, another version")
    void limits() {
        assertThat(status("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(BYTES_MAX)))
                .isEqualTo(431);
        assertThat(status("a".repeat(BYTES_MAX))).isEqualTo(431);
        assertThat(status("GET / HTTP/1.1\r\nHost: a\r\n" + "X:\r\n".repeat(101) + "\r\n"))
                .isEqualTo(431);
        assertThat(status("GET / HTTP/2.0\r\nHost: a\r\n\r\n")).isEqualTo(505);
    }

    private static int status(String text) {
        return read(text) instanceof Reading.Refused refused ? refused.status() : 0;
    }

    private static Reading.Complete complete(String text) {
        return (Reading.Complete) read(text);
    }

    private static Reading read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return HeadReader.read(bytes, bytes.length, BYTES_MAX);
    }
}
