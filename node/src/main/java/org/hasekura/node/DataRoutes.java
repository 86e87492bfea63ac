package org.hasekura.node;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import org.hasekura.delivery.Deliveries;
import org.hasekura.delivery.Opening;
import org.hasekura.exchange.StoreFailed;

/** The bytes of a transfer over HTTP: by token, with ranges, cut when the transfer stops. */
final class DataRoutes {
    private static final System.Logger LOG = System.getLogger(DataRoutes.class.getName());

    private final Deliveries deliveries;

    DataRoutes(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    Route route() {
        return Route.get("/data/{pid}", this::data);
    }

    private Response data(Request request) throws StoreFailed {
        Opening opening;
        try {
            opening = deliveries.open(
                    request.parameter("pid"),
                    request.bearerToken(),
                    request.header("Range"),
                    request.header("If-Range"));
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException source) {
            LOG.log(System.Logger.Level.WARNING, "the source of a transfer cannot be read: {0}", source.getMessage());
            return Response.refused(502, "the provider cannot read the data now; ask again later");
        }
        if (!(opening instanceof Opening.Serve serve)) {
            return with(Response.refused(opening.status(), opening.sentence()), opening.headers());
        }
        Cut cut = new Cut();
        serve.passage().onCut(cut::make);
        return new Response.Streamed(
                serve.status(),
                serve.mediaType(),
                OptionalLong.of(serve.length()),
                serve.headers(),
                cut,
                sink -> deliveries.send(serve, sink),
                serve::close);
    }

    private static Response with(Response response, Map<String, String> headers) {
        Response more = response;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            more = more.with(header.getKey(), header.getValue());
        }
        return more;
    }
}
