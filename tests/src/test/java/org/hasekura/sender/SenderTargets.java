package org.hasekura.sender;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hasekura.sender.HeadReader.Reading;
import org.hasekura.tests.fuzz.Target;

/** Heads of requests: what is whole must be whole by nothing but itself, and mean one thing. */
public final class SenderTargets {

    private static final int BYTES_MAX = 4096;

    private SenderTargets() {}

    public static List<Target> all() {
        return List.of(new Target(
                "sender/heads",
                Target.bytes(List.of(
                        "GET /data/1 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer b\r\nRange: bytes=1-\r\n\r\n",
                        "HEAD http://a.example/data/1?x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\n",
                        "POST / HTTP/1.0\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc")),
                SenderTargets::read));
    }

    private static void read(byte[] input) {
        if (HeadReader.read(input, input.length, BYTES_MAX) instanceof Reading.Complete complete) {
            RequestHead head = complete.head();
            require(complete.bytes() >= 1 && complete.bytes() <= input.length, "its length");
            require(
                    HeadReader.read(input, complete.bytes(), BYTES_MAX).equals(complete),
                    "nothing after the head takes part in it");
            require(
                    HeadReader.read(input, complete.bytes() - 1, BYTES_MAX) instanceof Reading.Incomplete,
                    "nothing less is one");
            byte[] again = written(head);
            require(
                    HeadReader.read(again, again.length, 2 * BYTES_MAX)
                            .equals(new Reading.Complete(head, again.length)),
                    "written and read again it is the same");
            require(head.path().startsWith("/") && !head.path().matches("(?s).*[?# ].*"), "its path");
            require(
                    head.fields().stream()
                                    .filter(each -> each.isNamed("Content-Length") || each.isNamed("Transfer-Encoding"))
                                    .count()
                            <= 1,
                    "the length of a body is said once");
            require(!head.bearerToken().orElse("").matches("(?s).*[\r\n\0].*"), "its token");
            head.isLast();
            head.hasBody();
            head.last("X-Forwarded-For");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("does not hold: " + what);
        }
    }

    private static byte[] written(RequestHead head) {
        var text = new StringBuilder(head.method() + " " + head.path() + (head.isOld() ? " HTTP/1.0" : " HTTP/1.1"));
        text.append("\r\n");
        head.fields()
                .forEach(each -> text.append(each.name())
                        .append(": ")
                        .append(each.value())
                        .append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
