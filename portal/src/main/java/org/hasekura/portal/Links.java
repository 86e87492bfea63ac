package org.hasekura.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses in pages. */
final class Links {

    private Links() {}

    /** Text as a segment of a path or a value of a query. RFC 3986 §2.1. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A path whose segments are decoded, as an address has it: an identifier may have a percent sign of its own. */
    static String path(String decoded) {
        return Stream.of(decoded.split("/", -1)).map(Links::encode).collect(Collectors.joining("/"));
    }

    /** An address from outside, when a page may lead there: it must be of the web. */
    static Optional<String> outside(String address) {
        return Optional.of(address).filter(each -> each.matches("https?://[^\\s\"<>]{1,2000}"));
    }

    /** A page of the portal that a query names, with a query of its own; anything else leads to the start page. */
    static String inside(String path) {
        return path.matches("/[A-Za-z0-9._~:%/-]{0,300}(\\?[A-Za-z0-9._~:%/=&+-]{0,300})?") && !path.startsWith("//")
                ? path
                : "/";
    }
}
