package org.hasekura.node;

import java.io.IOException;
import org.hasekura.exchange.StoreFailed;

/** Routes for this node's own people: what they send may be bad input, and what they ask for may need a peer that is away. */
final class OwnRoute {

    /** Of a body with terms, facts or a reason in it. */
    static final int BODY_BYTES_MAX = 256 * 1024;

    private OwnRoute() {}

    /** A handler that may find its input bad or a peer away. */
    interface Taking {
        Response take(Request request) throws ManagementJson.BadInput, IOException;
    }

    static Route get(String path, Taking taking, Operation operation) {
        return Route.get(path, answering(taking)).described(operation);
    }

    static Route post(String path, Taking taking, Operation operation) {
        return post(path, BODY_BYTES_MAX, taking, operation);
    }

    static Route post(String path, int bodyBytesMax, Taking taking, Operation operation) {
        return Route.post(path, bodyBytesMax, answering(taking)).described(operation);
    }

    static Route put(String path, Taking taking, Operation operation) {
        return Route.put(path, BODY_BYTES_MAX, answering(taking)).described(operation);
    }

    private static Handler answering(Taking taking) {
        return request -> {
            try {
                return taking.take(request);
            } catch (ManagementJson.BadInput bad) {
                return Response.refused(bad);
            } catch (StoreFailed failed) {
                throw failed;
            } catch (IOException away) {
                return Response.refused(502, String.valueOf(away.getMessage()));
            }
        };
    }
}
