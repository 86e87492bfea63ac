package org.hasekura.node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.portal.Portal;
import org.hasekura.portal.PortalAnswer;
import org.hasekura.portal.PortalRequest;

/** People's pages over HTTP: hands each request on to the portal, and sends what it answers. */
final class PortalRoutes {

    private static final int FORM_BYTES_MAX = 256 * 1024;
    private static final int UPLOAD_BYTES_MAX = 8 << 20;

    private final Supplier<Portal> making;

    // Made once, at the first request, under this object's monitor.
    private volatile List<Portal> made = List.of();

    PortalRoutes(Supplier<Portal> making) {
        this.making = making;
    }

    Routes routes() {
        return new Routes(List.of(
                Route.get("/health", _ -> Response.text(200, "ok\n")),
                Route.get("/{path*}", request -> answer(request, false)),
                // A joint statement, or the events of the other secretariat.
                Route.post("/{language}/partnership/imports", UPLOAD_BYTES_MAX, request -> answer(request, true)),
                Route.post("/{language}/partnership/joined", UPLOAD_BYTES_MAX, request -> answer(request, true)),
                Route.post("/{path*}", FORM_BYTES_MAX, request -> answer(request, true))));
    }

    /** The name of its cookie is the node's own: cookies know no ports, and several nodes may run on one host. */
    static Portal.Setup setup(Ground ground) {
        return new Portal.Setup(
                "hasekura-" + shortHash(ground.did().text()),
                ground.portalUrl().getScheme().equals("https"),
                ground.settings().portal().zone());
    }

    private Response answer(Request request, boolean isPost) throws StoreFailed {
        PortalAnswer answer = portal().answer(new PortalRequest(
                isPost,
                request.path(),
                request.rawQuery(),
                request::header,
                new String(request.body(), PortalRequest.charset(request::header)),
                request.address()));
        return switch (answer) {
            case PortalAnswer.Whole whole ->
                new Response.Whole(whole.status(), whole.mediaType(), whole.body(), whole.headers());
            case PortalAnswer.Streamed streamed -> streamed(streamed);
        };
    }

    private static Response streamed(PortalAnswer.Streamed answer) {
        var cut = new Cut();
        answer.stream().onCut(cut::make);
        return new Response.Streamed(
                answer.status(),
                answer.mediaType(),
                answer.bytes(),
                answer.headers(),
                cut,
                sink -> answer.stream().writeTo(sink),
                answer.stream()::close);
    }

    private Portal portal() {
        if (made.isEmpty()) {
            synchronized (this) {
                if (made.isEmpty()) {
                    made = List.of(making.get());
                }
            }
        }
        return made.getFirst();
    }

    private static String shortHash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }
}
