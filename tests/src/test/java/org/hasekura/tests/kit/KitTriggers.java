package org.hasekura.tests.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Exchange;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Terms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two doors by which the kit makes the node ask for something: of no use to anybody else. */
final class KitTriggers implements AutoCloseable {

    static final String NEGOTIATIONS = "/negotiations";
    static final String TRANSFERS = "/transfers";

    private final HttpServer server;

    private KitTriggers(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens them on loopback.
     *
     * @param peer the DID under which the kit stands in the register
     */
    static KitTriggers open(int port, Exchange exchange, String peer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                NEGOTIATIONS,
                call -> answer(
                        call,
                        asked -> exchange.negotiations()
                                .request(
                                        peer,
                                        URI.create(text(asked, "connectorAddress")),
                                        text(asked, "datasetId"),
                                        new Offer(text(asked, "offerId"), Terms.permitting(Permission.use())))));
        server.createContext(
                TRANSFERS,
                call -> answer(
                        call,
                        asked -> exchange.transfers()
                                .request(text(asked, "agreementId"), URI.create(text(asked, "connectorAddress")))));
        server.start();
        return new KitTriggers(server);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private interface Request {
        Answer<?> of(JsonNode asked) throws IOException;
    }

    private static void answer(HttpExchange call, Request request) throws IOException {
        try (call) {
            boolean isTaken =
                    request.of(JsonMapper.shared().readTree(call.getRequestBody())) instanceof Answer.Taken<?>;
            call.sendResponseHeaders(isTaken ? 204 : 409, -1);
        }
    }

    private static String text(JsonNode asked, String name) {
        return asked.path(name).asString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
