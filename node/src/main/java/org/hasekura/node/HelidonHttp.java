package org.hasekura.node;

import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.hasekura.sender.Addresses;

/** Serves by Helidon SE: one virtual thread for each connection. */
public final class HelidonHttp implements HttpPort {

    private static final int BACKLOG = 1024;

    @Override
    public Listening listen(Site site) throws IOException {
        Settings.Limits limits = site.limits();
        long bodyBytesMax = site.routes().all().stream()
                .mapToLong(each -> each.streamedBytesMax().orElse(each.bodyBytesMax()))
                .max()
                .orElse(0);
        HelidonMappers.keep();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("late-heads").factory());
        var slowHeads = new SlowHeads(limits.headTime(), timer);
        HelidonHandler handler = new HelidonHandler(site, slowHeads::answered);
        // A reverse proxy has one address, and counts by itself.
        int perAddress = site.addressHeader().isPresent() ? limits.connectionsMax() : limits.connectionsPerAddressMax();
        var addresses = new Addresses(limits.connectionsMax(), perAddress);
        var newcomers = new Newcomers(addresses, limits.headTime(), timer);
        var connections = new CountedConnections(
                Http1ConnectionSelector.builder()
                        .config(Http1Config.builder()
                                .name("http_1_1")
                                .maxHeadersSize(limits.headerBytesMax())
                                .addReceiveListener(slowHeads)
                                .build())
                        .build(),
                newcomers,
                addresses,
                slowHeads);
        var listener = WebServer.builder()
                .bindAddress(site.bind())
                // Helidon 4.4.0 loses bytes when a channel takes only a part of them (helidon-io/helidon#11340).
                .useNio(false)
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .backlog(BACKLOG)
                .maxTcpConnections(limits.connectionsMax())
                // The routes have the limits that count; this one ends what nobody even passes over.
                .maxPayloadSize(bodyBytesMax + HelidonHandler.PASSED_OVER_BYTES_MAX + 1)
                .idleConnectionTimeout(limits.idleTime())
                .idleConnectionPeriod(limits.idleTime().dividedBy(2).plus(Duration.ofMillis(10)))
                .connectionOptions(newcomers.meeting(
                        SocketOptions.builder().tcpNoDelay(true).build()))
                .shutdownGracePeriod(GRACE)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(connections)
                .directHandlers(shortAnswers())
                .routing(routing -> routing.any(handler));
        site.tls().ifPresent(tls -> listener.tls(tls(tls)));
        WebServer server = listener.build();
        server.start();
        if (!server.isRunning()) {
            timer.shutdownNow();
            throw cannotBind(site);
        }
        return new Running(server, timer);
    }

    private static Tls tls(org.hasekura.sender.Tls tls) {
        return Tls.builder()
                .sslContext(tls.context())
                .enabledProtocols(org.hasekura.sender.Tls.versions())
                .build();
    }

    private record Running(WebServer server, ScheduledExecutorService timer) implements Listening {

        @Override
        public int port() {
            return server.port();
        }

        @Override
        public void close() {
            server.stop();
            timer.shutdownNow();
        }
    }

    /** Helidon says only that it did not start; binding once more tells why. */
    private static IOException cannotBind(Site site) {
        String where = site.bind().getHostString() + ":" + site.bind().getPort();
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(site.bind());
            return new IOException("cannot listen on `" + where + "`; try again");
        } catch (BindException e) {
            return new IOException(
                    "`" + where + "` is taken by another process, or is no address of this machine; set `" + site.name()
                            + ".port` or `" + site.name() + ".bind`",
                    e);
        } catch (IOException e) {
            return new IOException("cannot listen on `" + where + "`: " + e.getMessage(), e);
        }
    }

    /** What Helidon refuses by itself, for example headers that are too long, is answered in our form and shortly. */
    private static DirectHandlers shortAnswers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, HelidonHttp::shortAnswer);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse shortAnswer(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType type,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        // Helidon takes a line that it cannot read, for example a method with NUL in it, for a failure of its own.
        Status told =
                type == DirectHandler.EventType.INTERNAL_ERROR && request.path().isEmpty()
                        ? Status.BAD_REQUEST_400
                        : status;
        return shortAnswer(told, headers);
    }

    private static DirectHandler.TransportResponse shortAnswer(Status status, ServerResponseHeaders headers) {
        String sentence = status.code() < 500
                ? "the request was not understood: " + status.reasonPhrase().toLowerCase(Locale.ROOT)
                : "the node could not answer";
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
                .keepAlive(false)
                .entity(ProblemJson.write(
                        new Problem(ProblemKind.of(status.code()), status.code(), sentence, List.of()), ""))
                .build();
    }
}
