package org.hasekura.node;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hasekura.identity.Did;
import org.hasekura.identity.TokenCheck;

/**
 * A peer that knows no DIDs and is recognised by a fixed {@code Authorization} header: other software under test on this
 * machine. {@link SettingsReader} admits it in development mode alone.
 *
 * @param did under which this node's register holds it
 * @param name what it calls itself in agreements
 * @param accepts the header of its requests, whole
 * @param sends the header of our requests to it, whole
 * @param address the base of its DSP endpoints, version 2025-1; absent: it is only answered, never asked
 * @param pause how long it is left alone with each step before this side takes the next one of its own accord
 */
public record StaticPeer(Did did, String name, String accepts, String sends, Optional<URI> address, Duration pause) {

    private static final Duration VALID = Duration.ofMinutes(1);
    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    /** As if a token had come with the request: the fixed header serves again and again, so each use has its own id. */
    TokenCheck.Accepted accepted(String tokenId, Instant now) {
        return new TokenCheck.Accepted(did, tokenId, now, now.plus(VALID), did.url("static"));
    }

    boolean isSenderOf(Request request) {
        byte[] expected = accepts.getBytes(StandardCharsets.UTF_8);
        return request.header("Authorization")
                .filter(value -> MessageDigest.isEqual(expected, value.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** It has no DID document to announce an address in, so it may only be called back on this machine. */
    static Optional<String> callbackFault(String callback) {
        return isOnThisMachine(callback)
                ? Optional.empty()
                : Optional.of("callback address `" + callback + "`; a peer without DID document is called back on this"
                        + " machine alone: give an address at `localhost`");
    }

    /** Whether the text is a plain HTTP address of this machine: without user, query and fragment. */
    static boolean isOnThisMachine(String text) {
        try {
            URI address = new URI(text);
            String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
            boolean isPlain = Optional.ofNullable(address.getRawUserInfo()).isEmpty()
                    && Optional.ofNullable(address.getRawQuery()).isEmpty()
                    && Optional.ofNullable(address.getRawFragment()).isEmpty();
            return isPlain && Set.of("http", "https").contains(scheme) && LOOPBACK_HOSTS.contains(host);
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** Without the headers: a record is easily logged. */
    @Override
    public String toString() {
        return "StaticPeer[" + did + ", " + name + "]";
    }
}
