package org.hasekura.node;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hasekura.exchange.StoreFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each request of one server through its limits to its route, and sends the answer. */
final class HelidonHandler implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger("org.hasekura.node.http");

    private static final Response UNFRAMED = Response.refused(
                    400, "it cannot be told where the body ends; send one `Content-Length`, or chunks")
            .with("Connection", "close");

    /** How much beyond its limit a body may be and still be read to its end, only to be thrown away. */
    static final long PASSED_OVER_BYTES_MAX = 1 << 20;

    private static final Pattern COMMA = Pattern.compile(",");

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final int PIECE_BYTES = 8 * 1024;

    private final HttpPort.Site site;
    private final Consumer<String> answered;
    private final Routes routes;
    private final Duration idleTime;
    private final RateLimit rateLimit;
    private final Semaphore atOnce;
    private final Optional<HeaderName> addressHeader;

    /** @param answered hears of each connection, by its id, that a request on it was answered */
    HelidonHandler(HttpPort.Site site, Consumer<String> answered) {
        this.site = site;
        this.answered = answered;
        this.routes = site.routes();
        this.idleTime = site.limits().idleTime();
        this.rateLimit = new RateLimit(site.limits().requestsPerMinute());
        this.atOnce = new Semaphore(site.limits().requestsAtOnceMax());
        this.addressHeader = site.addressHeader().map(HeaderNames::create);
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        long start = System.nanoTime();
        String address = address(request);
        Response answer;
        boolean isLast = isLast(request);
        OptionalLong wait = rateLimit.secondsToWait(address, start);
        if (wait.isPresent()) {
            answer = Response.refused(429, "too many requests from this address; wait as Retry-After says")
                    .with("Retry-After", Long.toString(wait.getAsLong()));
            HelidonAnswer.send(answer, request, response);
        } else if (!atOnce.tryAcquire()) {
            answer = Response.refused(503, "too many requests at the moment; try again soon")
                    .with("Retry-After", "1");
            HelidonAnswer.send(answer, request, response);
        } else {
            try {
                // A streamed answer is at work until it is sent, so it keeps its place until then.
                answer = answer(request, address);
                isLast |= answer.equals(UNFRAMED);
                HelidonAnswer.send(answer, request, response);
            } finally {
                atOnce.release();
            }
        }
        answered.accept(request.socketId());
        if (LOG.isDebugEnabled()) {
            // The path only: a query or header may hold what is nobody's business.
            LOG.debug(
                    "{} {} {} {} {} us",
                    site.name(),
                    request.prologue().method().text(),
                    request.prologue().uriPath().rawPath(),
                    answer.status(),
                    (System.nanoTime() - start) / 1000);
        }
        if (isLast) {
            throw new CloseConnectionException("nothing more is read from this connection");
        }
    }

    /** Whether the other side wants no more than this one answer; Helidon itself would wait for more. */
    private static boolean isLast(ServerRequest request) {
        for (String value : request.headers().all(HeaderNames.CONNECTION, List::of)) {
            for (String option : COMMA.split(value, -1)) {
                if (option.strip().equalsIgnoreCase("close")) {
                    return true;
                }
            }
        }
        return false;
    }

    private Response answer(ServerRequest request, String address) {
        if (!isFramed(request)) {
            return UNFRAMED;
        }
        String rawPath = request.prologue().uriPath().rawPath();
        Optional<Method> method = Method.of(request.prologue().method().text());
        Optional<Route> exact = method.flatMap(each -> routes.exact(each, rawPath));
        if (exact.isPresent()) {
            return serve(request, exact.get(), rawPath, Map.of(), address);
        }
        Optional<List<String>> path = PathSegments.decode(rawPath);
        if (path.isEmpty()) {
            return Response.refused(400, "the path is not UTF-8 in percent-encoding");
        }
        if (method.isEmpty()) {
            return wrongMethod(routes.allowed(path.get()));
        }
        return switch (routes.choose(method.get(), path.get())) {
            case Routes.Choice.Nothing _ -> Response.refused(404, "there is nothing here");
            case Routes.Choice.WrongMethod(String allowed) -> wrongMethod(allowed);
            case Routes.Choice.Found(Route route, Map<String, String> parameters) ->
                serve(request, route, "/" + String.join("/", path.get()), parameters, address);
        };
    }

    private static Response wrongMethod(String allowed) {
        return allowed.isEmpty()
                ? Response.refused(404, "there is nothing here")
                : Response.refused(405, "this path serves " + allowed).with("Allow", allowed);
    }

    /** @param path decoded */
    private Response serve(
            ServerRequest request, Route route, String path, Map<String, String> parameters, String address) {
        try {
            if (route.streamedBytesMax().isPresent()) {
                return streamed(request, route, path, parameters, address);
            }
            Optional<byte[]> body = body(request, route.bodyBytesMax(), idleTime);
            return body.isPresent()
                    ? route.handler()
                            .handle(request(
                                    request,
                                    route.method(),
                                    path,
                                    parameters,
                                    body.get(),
                                    address,
                                    InputStream.nullInputStream()))
                    : Response.refused(413, "the body is longer than " + route.bodyBytesMax() + " bytes")
                            .with("Connection", "close");
        } catch (StoreFailed e) {
            LOG.error("the storage has failed; the node answers nothing more", e);
            site.storeFailed().run();
            return Response.refused(Problem.of(ProblemKind.STORAGE, "the storage of this node has failed"))
                    .with("Connection", "close");
        } catch (IOException | UncheckedIOException e) {
            throw new CloseConnectionException("the request did not come whole", e);
        } catch (CloseConnectionException e) {
            throw e;
        } catch (Unframed _) {
            return UNFRAMED;
        } catch (RuntimeException e) {
            // We failed: the reason is for the log, never for the other side.
            LOG.error("`{} {}` was not answered", route.method(), route.pattern(), e);
            return Response.refused(500, "the node could not answer; its log says why");
        }
    }

    /** The handler reads what comes; of what it leaves a little is passed over, so that the other side sees the answer. */
    private Response streamed(
            ServerRequest request, Route route, String path, Map<String, String> parameters, String address)
            throws IOException {
        long bytesMax = route.streamedBytesMax().orElseThrow();
        if (request.headers().contentLength().orElse(0) > bytesMax) {
            return Response.refused(413, "the body is longer than " + bytesMax + " bytes")
                    .with("Connection", "close");
        }
        InputStream content =
                request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream();
        Response answer = route.handler()
                .handle(request(request, route.method(), path, parameters, new byte[0], address, content));
        byte[] piece = new byte[PIECE_BYTES];
        long left = 0;
        long deadline = System.nanoTime() + idleTime.toNanos();
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            left += read;
            if (left > PASSED_OVER_BYTES_MAX || System.nanoTime() - deadline > 0) {
                return answer.with("Connection", "close");
            }
        }
        return answer;
    }

    private static Request request(
            ServerRequest request,
            Method method,
            String path,
            Map<String, String> parameters,
            byte[] body,
            String address,
            InputStream content) {
        return new Request(
                method,
                path,
                parameters,
                name -> request.query().all(name, List::of).stream().findFirst(),
                name -> header(request, HeaderNames.create(name)),
                body,
                address,
                request.query().rawValue(),
                content);
    }

    /** Of a header that may stand there once only; two of them are as good as none. */
    private static Optional<String> header(ServerRequest request, HeaderName name) {
        List<String> values = request.headers().all(name, List::of);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /**
     * The whole body, unless it is too long. One that is not far too long is read to its end all the same: a connection
     * that is closed with bytes unread is reset, and the other side may never see the answer (RFC 9112 §9.6).
     */
    private static Optional<byte[]> body(ServerRequest request, int bytesMax, Duration idleTime) throws IOException {
        long announced = request.headers().contentLength().orElse(0);
        boolean asksFirst = announced > bytesMax && request.headers().contains(HeaderNames.EXPECT);
        if (asksFirst || announced > bytesMax + PASSED_OVER_BYTES_MAX) {
            return Optional.empty();
        }
        if (!request.content().hasEntity()) {
            return Optional.of(new byte[0]);
        }
        InputStream content = request.content().inputStream();
        Optional<byte[]> whole;
        try {
            whole = readWhole(content, (int) announced, bytesMax, System.nanoTime() + idleTime.toNanos());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Not closed: that would wait for a rest whose end nobody knows.
            throw new Unframed(e);
        }
        content.close();
        return whole;
    }

    /** Helidon could not tell where a chunk of the body ends. */
    private static final class Unframed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unframed(RuntimeException cause) {
            super(cause);
        }
    }

    /**
     * Whether all agree where the body ends: with two answers to that, a proxy before us could take for a body what we take
     * for the next request. RFC 9112 §6.3, §11.2.
     */
    private static boolean isFramed(ServerRequest request) {
        List<String> lengths = request.headers().all(HeaderNames.CONTENT_LENGTH, List::of);
        List<String> codings = request.headers().all(HeaderNames.TRANSFER_ENCODING, List::of);
        return codings.isEmpty()
                ? lengths.isEmpty()
                        || (lengths.size() == 1
                                && LENGTH.matcher(lengths.getFirst()).matches())
                : lengths.isEmpty() && codings.size() == 1 && codings.getFirst().equals("chunked");
    }

    /** Reads on until the deadline: whoever sends a byte now and then holds a place no longer than others. */
    private static Optional<byte[]> readWhole(InputStream content, int announced, int bytesMax, long deadline)
            throws IOException {
        // What is announced is believed only as far as it costs little, so that nobody has memory taken by a mere
        // number.
        ByteArrayOutputStream body = new ByteArrayOutputStream(Math.clamp(announced, 32, PIECE_BYTES));
        byte[] piece = new byte[announced == 0 ? PIECE_BYTES : Math.clamp(announced, 32, PIECE_BYTES)];
        long length = 0;
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            length += read;
            if (length <= bytesMax) {
                body.write(piece, 0, read);
            } else if (length > bytesMax + PASSED_OVER_BYTES_MAX) {
                return Optional.empty();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("the body came too slowly");
            }
        }
        return length <= bytesMax ? Optional.of(body.toByteArray()) : Optional.empty();
    }

    /** The asking machine; behind a reverse proxy the last address in its header, which is the one the proxy saw. */
    private String address(ServerRequest request) {
        Optional<String> told = addressHeader
                .flatMap(name -> request.headers().all(name, List::of).reversed().stream()
                        .findFirst())
                .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
                .filter(value -> !value.isEmpty() && value.length() <= 64);
        return told.orElseGet(() -> {
            SocketAddress peer = request.remotePeer().address();
            return peer instanceof InetSocketAddress inet ? inet.getAddress().getHostAddress() : peer.toString();
        });
    }
}
