package org.hasekura.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hasekura.portal.Joining;

/** Joining other secretariats' registers, for this node's own programs: the same as on its pages. */
final class JoiningRoutes {

    private static final String PATH = "/api/partnership/sync";
    private static final int BODY_BYTES_MAX = 4_096;
    private static final int WAIT_SECONDS_MAX = 30;

    private final Joinings joinings;

    JoiningRoutes(Joinings joinings) {
        this.joinings = joinings;
    }

    List<Route> routes() {
        return List.of(
                Route.post(PATH, BODY_BYTES_MAX, this::begin)
                        .described(Operation.of(
                                        "partnership",
                                        "syncRegister",
                                        "Begins to join another secretariat's register, over the exchange")
                                .taking("PartnershipSync")
                                .answering(200, "PartnershipJoining", "begun, or under way already")),
                Route.get(PATH, _ -> Response.json(200, JoiningsJson.write(joinings.all())))
                        .described(Operation.of("partnership", "listJoinings", "Registers that are or were joined")
                                .answering(200, "PartnershipJoinings", "all, with what came of the last time")),
                Route.get(PATH + "/{did}", this::read)
                        .described(Operation.of("partnership", "readJoining", "How one of them stands")
                                .query(
                                        "wait",
                                        Operation.Kind.WHOLE,
                                        "seconds to wait until it is over, at most " + WAIT_SECONDS_MAX)
                                .answering(200, "PartnershipJoining", "as it stands")));
    }

    private Response begin(Request request) {
        try {
            return Response.json(200, JoiningsJson.write(joinings.begin(JoiningsJson.peer(request.body()))));
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        } catch (CommandFailed refused) {
            return Response.refused(409, String.valueOf(refused.getMessage()));
        }
    }

    private Response read(Request request) {
        String wait = request.query("wait").orElse("0");
        if (!wait.matches("[0-9]{1,2}") || Integer.parseInt(wait) > WAIT_SECONDS_MAX) {
            return Response.refused(400, "`wait` is 0 to " + WAIT_SECONDS_MAX + " seconds");
        }
        try {
            Optional<Joining> found =
                    joinings.await(request.parameter("did"), Duration.ofSeconds(Integer.parseInt(wait)));
            return found.isPresent()
                    ? Response.json(200, JoiningsJson.write(found.get()))
                    : Response.refused(404, "the register of `" + request.parameter("did") + "` was never joined");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Response.refused(503, "the node is closing");
        }
    }
}
