package org.hasekura.node;

import java.io.IOException;
import org.hasekura.exchange.StoreFailed;

/** How it stands with timestamps of authorities, for this node's own people. */
final class TimestampRoutes {

    private final Timestamping timestamping;

    TimestampRoutes(Timestamping timestamping) {
        this.timestamping = timestamping;
    }

    Route route() {
        return Route.get("/api/timestamps", this::status)
                .described(Operation.of(
                                "evidence",
                                "readTimestamps",
                                "The timestamp authorities, what they have stamped, and whether new work is taken")
                        .answering(200, "Timestamps", "how it stands now"));
    }

    private Response status(Request request) throws StoreFailed {
        try {
            return Response.json(200, TimestampJson.write(timestamping.status(), timestamping.terms()));
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            throw new StoreFailed("the evidence cannot be read", e);
        }
    }
}
