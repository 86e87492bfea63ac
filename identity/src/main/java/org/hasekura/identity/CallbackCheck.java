package org.hasekura.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a callback address is one that its sender announced: its origin must be that of a service in the sender's DID
 * document.
 *
 * <p>Otherwise a participant could make us send messages, with our tokens, to machines of others.
 */
public final class CallbackCheck {

    private static final int ADDRESS_CHARACTERS_MAX = 2048;
    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private CallbackCheck() {}

    /** The answer to "may we send messages there?". */
    public sealed interface Answer {
        record Announced(URI callback) implements Answer {}

        record Refused(String words) implements Answer {}
    }

    /** Checks a callback address as the sender wrote it. */
    public static Answer check(String callback, DidDocument sender, Admission admission) {
        if (callback.length() > ADDRESS_CHARACTERS_MAX) {
            return new Answer.Refused("a callback address of " + callback.length() + " characters; at most "
                    + ADDRESS_CHARACTERS_MAX + " are read");
        }
        Optional<String> origin = origin(callback, admission);
        if (origin.isEmpty()) {
            return new Answer.Refused("callback address `" + Words.shown(callback)
                    + "`; give an absolute https address without user, query or fragment");
        }
        Set<String> announced = new TreeSet<>();
        for (Service service : sender.services()) {
            service.endpoint()
                    .address()
                    .flatMap(address -> origin(address, admission))
                    .ifPresent(announced::add);
        }
        return announced.contains(origin.get())
                ? new Answer.Announced(URI.create(callback))
                : new Answer.Refused("callback address `" + Words.shown(callback) + "` is at none of the services of `"
                        + sender.id() + "`; announce a service at `" + Words.shown(origin.get())
                        + "` in its DID document");
    }

    /** Scheme, host and port, the port always written; empty for an address that we would not contact. */
    private static Optional<String> origin(String address, Admission admission) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
        if (uri.getScheme() == null
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean isAdmitted = switch (scheme) {
            case "https" -> true;
            case "http" -> admission == Admission.DEVELOPMENT && LOOPBACK_HOSTS.contains(host);
            default -> false;
        };
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return isAdmitted ? Optional.of(scheme + "://" + host + ":" + port) : Optional.empty();
    }
}
