package org.hasekura.node;

import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.StoreFailed;

/** The duties of an agreement, and that one is fulfilled: for this node's own people. */
final class DutyRoutes {

    private static final String PATH = "/api/agreements/{id}/duties";
    private static final int BODY_BYTES_MAX = 64 * 1024;

    private final Duties duties;

    DutyRoutes(Duties duties) {
        this.duties = duties;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::list)
                        .described(Operation.of(
                                        "agreements",
                                        "listDuties",
                                        "The duties that an agreement brings with it, and which are fulfilled")
                                .answering(200, "DutyList", "all of them")),
                Route.post(PATH, BODY_BYTES_MAX, this::fulfil)
                        .described(Operation.of(
                                        "agreements",
                                        "fulfilDuty",
                                        "States that a duty is fulfilled, by a document whose hash becomes evidence")
                                .taking("DutyStatement")
                                .answering(201, "Duty", "with the statement")));
    }

    private Response list(Request request) throws StoreFailed {
        String id = request.parameter("id");
        Optional<List<Duties.Duty>> found = duties.of(id);
        return found.isPresent()
                ? Response.json(200, DutyJson.write(found.get()))
                : Response.refused(404, "there is no agreement `" + id + "`");
    }

    private Response fulfil(Request request) throws StoreFailed {
        try {
            return switch (duties.fulfil(request.parameter("id"), DutyJson.order(request.body()))) {
                case Duties.Stated.Done(var duty) -> Response.json(201, DutyJson.write(duty));
                case Duties.Stated.NotFound(String words) -> Response.refused(404, words);
                case Duties.Stated.Busy _ -> ActRoutes.busy();
            };
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }
}
