package org.hasekura.portal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request to the portal, as whatever serves HTTP hands it on.
 *
 * @param isPost whether it may change something; otherwise it reads
 * @param path decoded, beginning with a slash
 * @param query as it came, without the question mark; empty when there was none
 * @param header the value of a header, by its name in any case
 * @param body of a form, as text by {@link #charset}; empty for a request that reads
 * @param address of the asking machine
 */
public record PortalRequest(
        boolean isPost,
        String path,
        String query,
        Function<String, Optional<String>> header,
        String body,
        String address) {

    /** By which the bytes of a body are to become text: for a form with files a character stands for each byte. */
    public static Charset charset(Function<String, Optional<String>> header) {
        return header.apply("Content-Type").flatMap(Multipart::boundary).isPresent()
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
    }

    /** What separates the parts of a form with files; empty for any other form. */
    public static Optional<String> boundary(Function<String, Optional<String>> header) {
        return header.apply("Content-Type").flatMap(Multipart::boundary);
    }

    /** The same request with a form without files in the place of the one that came. */
    public PortalRequest with(String fields) {
        return new PortalRequest(
                isPost,
                path,
                query,
                name -> name.equalsIgnoreCase("Content-Type")
                        ? Optional.of("application/x-www-form-urlencoded")
                        : header.apply(name),
                fields,
                address);
    }

    /** What the form says, with the files that came with it. */
    Fields form() {
        return header.apply("Content-Type")
                .flatMap(Multipart::boundary)
                .map(boundary -> Multipart.read(body, boundary))
                .orElseGet(() -> Fields.read(body));
    }

    Optional<String> cookie(String name) {
        return header.apply("Cookie").flatMap(cookies -> {
            for (String each : cookies.split(";", -1)) {
                String cookie = each.strip();
                if (cookie.startsWith(name + "=")) {
                    return Optional.of(cookie.substring(name.length() + 1));
                }
            }
            return Optional.empty();
        });
    }

    boolean wantsJson() {
        return header.apply("Accept")
                .filter(accept -> accept.strip().startsWith("application/json"))
                .isPresent();
    }
}
