package org.hasekura.identity;

import java.net.URI;

/**
 * A decentralized identifier of the method {@code did:web}, the only method read for now.
 *
 * <p>The text is canonical: two DIDs are the same participant exactly when their texts are equal. It is parsed more
 * strictly than the method asks, so that the host a person reads is the host that is contacted. Nothing is
 * percent-decoded except the {@code %3A} before a port.
 *
 * @param text the whole identifier, for example {@code did:web:node.example.org%3A8443:cars}
 */
public record Did(String text) implements Comparable<Did> {

    /** Refuses what no mode admits; text from outside goes through {@link #parse} instead. */
    public Did {
        if (DidSyntax.fault(text, Admission.DEVELOPMENT).isPresent()) {
            throw new IllegalArgumentException("not a did:web that any mode admits: `" + text + "`");
        }
    }

    /** The answer to "is this a DID we can work with?". */
    public sealed interface Parse {
        record Parsed(Did did) implements Parse {}

        record Malformed(String words) implements Parse {}
    }

    /** Reads text from outside; {@code localhost} is admitted in {@link Admission#DEVELOPMENT} alone. */
    public static Parse parse(String text, Admission admission) {
        return DidSyntax.fault(text, admission)
                .<Parse>map(Parse.Malformed::new)
                .orElseGet(() -> new Parse.Parsed(new Did(text)));
    }

    /**
     * Where the DID document is published: {@code /.well-known/did.json} of the host, or {@code did.json} under the path.
     *
     * <p>HTTPS, except for {@code localhost}, which only development mode admits. Source: did:web method specification,
     * "Read (Resolve)".
     */
    public URI documentUrl() {
        String[] segments = text.substring(DidSyntax.PREFIX.length()).split(":", -1);
        String authority = segments[0].replace("%3A", ":");
        StringBuilder url = new StringBuilder(isLocal() ? "http://" : "https://").append(authority);
        if (segments.length == 1) {
            url.append("/.well-known");
        }
        for (int i = 1; i < segments.length; i++) {
            url.append('/').append(segments[i]);
        }
        return URI.create(url.append("/did.json").toString());
    }

    /** The identifier of one key or service of this participant: this DID with a fragment. */
    public String url(String fragment) {
        return text + "#" + fragment;
    }

    /** Whether this DID names this machine and so holds in development mode alone. */
    public boolean isLocal() {
        String rest = text.substring(DidSyntax.PREFIX.length());
        return rest.equals("localhost") || rest.startsWith("localhost:") || rest.startsWith("localhost%3A");
    }

    @Override
    public int compareTo(Did other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
