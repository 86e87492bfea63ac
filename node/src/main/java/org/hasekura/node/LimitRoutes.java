package org.hasekura.node;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.LimitReach;
import org.hasekura.exchange.Limits;
import org.hasekura.exchange.StoreFailed;

/** Limits on connections: for this node's own people. */
final class LimitRoutes {

    private static final int BODY_BYTES_MAX = 64 * 1024;

    private final Exchange exchange;
    private final Supplier<LocalDate> day;

    /** @param day today, by which the register is read */
    LimitRoutes(Exchange exchange, Supplier<LocalDate> day) {
        this.exchange = exchange;
        this.day = day;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/limits",
                                _ -> Response.json(
                                        200,
                                        ConnectionLimitJson.write(
                                                exchange.limits().all())))
                        .described(Operation.of("limits", "listLimits", "Every limit on connections, newest first")
                                .answering(200, "LimitList", "all of them, those that were lifted, too")),
                OwnRoute.post(
                        "/api/limits",
                        BODY_BYTES_MAX,
                        this::give,
                        Operation.of(
                                        "limits",
                                        "giveLimit",
                                        "Limits connections; what runs has stopped when this is answered")
                                .taking("LimitForm")
                                .answering(201, "Limit", "in force, or to come")),
                OwnRoute.post(
                        "/api/limits/reach",
                        BODY_BYTES_MAX,
                        this::reach,
                        Operation.of(
                                        "limits",
                                        "limitReach",
                                        "What a limit would stop if it held now; nothing is ordered")
                                .taking("LimitReachForm")
                                .answering(200, "LimitReach", "whom it would meet, and what would stop")),
                OwnRoute.post(
                        "/api/limits/{id}/lift",
                        BODY_BYTES_MAX,
                        this::lift,
                        Operation.of("limits", "liftLimit", "Ends a limit; what it alone had suspended goes on")
                                .taking("LimitLifting")
                                .answering(200, "Limit", "lifted")));
    }

    private Response give(Request request) throws ManagementJson.BadInput, StoreFailed {
        return answer(201, exchange.limits().give(ConnectionLimitJson.order(request.body())), "");
    }

    private Response reach(Request request) throws ManagementJson.BadInput, StoreFailed {
        ConnectionLimitJson.Trial trial = ConnectionLimitJson.trial(request.body());
        LimitReach reach = exchange.limits().reach(trial.target(), trial.effect());
        return Response.json(200, LimitReachJson.write(trial, reach, day.get()));
    }

    private Response lift(Request request) throws ManagementJson.BadInput, StoreFailed {
        String id = request.parameter("id");
        ConnectionLimitJson.Lift lift = ConnectionLimitJson.lift(request.body());
        return answer(200, exchange.limits().lift(id, lift.role(), lift.reason()), id);
    }

    private static Response answer(int status, Limits.Given given, String id) {
        return switch (given) {
            case Limits.Given.Done(var limit) -> Response.json(status, ConnectionLimitJson.text(limit));
            case Limits.Given.NotFound _ -> Response.refused(404, "no limit `" + id + "` holds or is to come");
            case Limits.Given.Busy _ -> ActRoutes.busy();
        };
    }
}
