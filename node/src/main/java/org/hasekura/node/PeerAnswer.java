package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** What a peer answered, read whole and within the limit. */
public final class PeerAnswer {

    private final int status;
    private final Function<String, Optional<String>> headers;
    private final byte[] body;

    /**
     * An answer as the client, or a test, makes it.
     *
     * @param body not copied: the answer owns it
     */
    public PeerAnswer(int status, Function<String, Optional<String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The first value of a header, by its name in any case. */
    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    /** The bytes themselves, not a copy. */
    public byte[] body() {
        return body;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
