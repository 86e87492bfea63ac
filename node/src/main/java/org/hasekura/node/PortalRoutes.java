package org.hasekura.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
    private final UploadForm uploads;

    // Made once, at the first request, under this object's monitor.
    private volatile List<Portal> made = List.of();

    PortalRoutes(Supplier<Portal> making, UploadForm uploads) {
        this.making = making;
        this.uploads = uploads;
    }

    Routes routes() {
        return new Routes(List.of(
                Route.get("/health", _ -> Response.text(200, "ok\n")),
                Route.get("/{path*}", request -> answer(request, false)),
                // A joint statement, or the events of the other secretariat.
                Route.post("/{language}/partnership/imports", UPLOAD_BYTES_MAX, request -> answer(request, true)),
                Route.post("/{language}/partnership/joined", UPLOAD_BYTES_MAX, request -> answer(request, true)),
                // What answers a regulator, or shows that a duty is fulfilled.
                Route.post("/{language}/questions/{id}", UPLOAD_BYTES_MAX, request -> answer(request, true)),
                Route.post(
                        "/{language}/exchanges/{pid}/duties/{duty}",
                        UPLOAD_BYTES_MAX,
                        request -> answer(request, true)),
                Route.streamed("/{language}/publish", uploads.bytesMax(), this::publish),
                Route.streamed("/{language}/publish/upload", uploads.bytesMax(), this::upload),
                Route.post("/{path*}", FORM_BYTES_MAX, request -> answer(request, true))));
    }

    /** The name of its cookie is the node's own: cookies know no ports, and several nodes may run on one host. */
    static Portal.Setup setup(Ground ground) {
        return new Portal.Setup(
                "hasekura-" + shortHash(ground.did().text()),
                ground.portalUrl().getScheme().equals("https"),
                ground.settings().portal().zone());
    }

    /** The form that publishes, which may bring a file: it is read as it comes. */
    private Response publish(Request request) throws StoreFailed {
        PortalRequest bare = portalRequest(request, true, "");
        // Of strangers nothing is read: the portal tells them to sign in.
        if (!portal().mayUpload(bare)) {
            return answer(bare.with(""));
        }
        Optional<String> boundary = PortalRequest.boundary(request::header);
        if (boundary.isEmpty()) {
            byte[] form = whole(request);
            return form.length > FORM_BYTES_MAX
                    ? Response.refused(413, "the body is longer than " + FORM_BYTES_MAX + " bytes")
                            .with("Connection", "close")
                    : answer(bare.with(new String(form, StandardCharsets.UTF_8)));
        }
        UploadForm.Read read = read(request, bare, boundary.get());
        return answer(bare.with(read.fields()));
    }

    /** A file alone, from a page that shows how far it is. */
    private Response upload(Request request) {
        PortalRequest bare = portalRequest(request, true, "");
        Optional<String> boundary = PortalRequest.boundary(request::header);
        if (boundary.isEmpty() || !portal().mayUpload(bare)) {
            return Response.refused(403, "sign in to publish");
        }
        UploadForm.Read read = read(request, bare, boundary.get());
        return read.file()
                .<Response>map(kept -> Response.json(200, UploadJson.write(kept)))
                .orElseGet(() -> Response.refused(
                        422, read.refusal().orElse("there is no file in the form, or the form is too old")));
    }

    /** What does not come whole is answered by nothing: nobody is there to hear it. */
    private UploadForm.Read read(Request request, PortalRequest bare, String boundary) {
        try {
            return uploads.read(request.content(), boundary, csrf -> portal().isOfSession(bare, csrf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] whole(Request request) {
        try {
            return request.content().readNBytes(FORM_BYTES_MAX + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PortalRequest portalRequest(Request request, boolean isPost, String body) {
        return new PortalRequest(isPost, request.path(), request.rawQuery(), request::header, body, request.address());
    }

    private Response answer(Request request, boolean isPost) throws StoreFailed {
        return answer(
                portalRequest(request, isPost, new String(request.body(), PortalRequest.charset(request::header))));
    }

    private Response answer(PortalRequest request) throws StoreFailed {
        PortalAnswer answer = portal().answer(request);
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
