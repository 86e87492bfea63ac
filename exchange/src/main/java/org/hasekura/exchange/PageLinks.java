package org.hasekura.exchange;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pages beside this one, as the {@code Link} header tells them: relations {@code next} and {@code previous} only.
 * DSP 2025-1 #pagination, RFC 8288 §3.
 */
public record PageLinks(Optional<URI> next, Optional<URI> previous) {

    public static final PageLinks NONE = new PageLinks(Optional.empty(), Optional.empty());

    /** The header's value; absent where there is nothing to link to. */
    public Optional<String> header() {
        String links = Stream.of(
                        next.map(uri -> "<" + uri + ">; rel=\"next\""),
                        previous.map(uri -> "<" + uri + ">; rel=\"previous\""))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return links.isEmpty() ? Optional.empty() : Optional.of(links);
    }

    /**
     * The links in a peer's header values. A target is resolved against the address that was asked, and one that leads to
     * another host, port or scheme is passed over: a peer must not send this node, with its token, elsewhere.
     */
    public static PageLinks parse(List<String> headers, URI asked) {
        Optional<URI> next = Optional.empty();
        Optional<URI> previous = Optional.empty();
        for (String header : headers) {
            for (LinkHeader.Link link : LinkHeader.parse(header)) {
                Optional<URI> target = target(link.target(), asked);
                if (next.isEmpty() && link.relations().contains("next")) {
                    next = target;
                }
                if (previous.isEmpty() && link.relations().contains("previous")) {
                    previous = target;
                }
            }
        }
        return new PageLinks(next, previous);
    }

    private static Optional<URI> target(String text, URI asked) {
        try {
            // URI.resolve follows RFC 2396, where a mere query replaces the last segment; RFC 3986 §5.2 keeps the path.
            URI target = text.startsWith("?") ? asked.resolve(asked.getRawPath() + text) : asked.resolve(text);
            return origin(target).equals(origin(asked)) ? Optional.of(target) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
