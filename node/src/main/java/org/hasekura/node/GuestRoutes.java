package org.hasekura.node;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.law.Law;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Assessment;
import org.hasekura.portal.Guests;
import org.hasekura.portal.Invitation;
import org.hasekura.portal.InviteForm;

/** Links for counterparties without a node: what the pages do with them, for programs. */
final class GuestRoutes {

    private static final String PATH = "/api/guests";
    private static final int BODY_BYTES_MAX = 16 * 1024;

    private final Guests guests;
    private final ExchangeStore store;
    private final Supplier<Law> law;
    private final Clock clock;

    GuestRoutes(Guests guests, ExchangeStore store, Supplier<Law> law, Clock clock) {
        this.guests = guests;
        this.store = store;
        this.law = law;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, _ -> Response.json(200, GuestLinkJson.list(guests.all(), today())))
                        .described(Operation.of("guests", "listGuests", "Every link for a guest, newest first")
                                .answering(200, "GuestLinkList", "all of them, those that have ended, too")),
                Route.get(PATH + "/{id}", this::one)
                        .described(Operation.of("guests", "readGuest", "How far a guest has come")
                                .answering(200, "GuestLink", "this one")),
                Route.post(PATH, BODY_BYTES_MAX, this::invite)
                        .described(Operation.of(
                                        "guests",
                                        "inviteGuest",
                                        "Makes a link for somebody without a node; its address is told once")
                                .taking("GuestInvitation")
                                .answering(201, "GuestLink", "with its address")),
                Route.post(PATH + "/{id}/end", BODY_BYTES_MAX, this::end)
                        .described(
                                Operation.of("guests", "endGuest", "Shuts a link at once, and ends what runs under it")
                                        .taking("GuestEnd")
                                        .answering(200, "GuestLink", "withdrawn")),
                Route.post(PATH + "/{id}/erase", BODY_BYTES_MAX, this::erase)
                        .described(Operation.of(
                                        "guests",
                                        "eraseGuest",
                                        "Erases the address of a guest's person; the evidence stays whole")
                                .taking("GuestErasure")
                                .answering(200, "GuestLink", "without the address")));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Response one(Request request) throws StoreFailed {
        String id = request.parameter("id");
        return guests.find(id)
                .<Response>map(each -> Response.json(200, GuestLinkJson.one(each, today())))
                .orElseGet(() -> unknown(id));
    }

    private static Response unknown(String id) {
        return Response.refused(404, "there is no link `" + id + "` for a guest");
    }

    private Response invite(Request request) throws StoreFailed {
        try {
            GuestLinkJson.Order order = GuestLinkJson.order(request.body());
            Optional<Dataset> dataset = store.dataset(order.dataset()).filter(Dataset::isOnOffer);
            if (dataset.isEmpty()) {
                return Response.refused(404, "no dataset `" + order.dataset() + "` on offer");
            }
            InviteForm form = InviteForm.read(order.form(), dataset.get(), law.get(), today());
            if (!form.problems().isEmpty()) {
                return Response.refused(GuestLinkJson.bad(form.problems()));
            }
            Optional<Assessment> judged = guests.judge(form.guest(), form.offered());
            if (judged.isEmpty()) {
                return Response.refused(
                        404,
                        "`" + order.dataset() + "` has no offer `"
                                + form.offered().offerId() + "`");
            }
            if (!judged.get().ruling().allows()) {
                return Response.refused(409, refusal(judged.get().ruling()));
            }
            return switch (guests.make(form.guest(), form.offered(), order.role())) {
                case Guests.Made.Done(Invitation made, String token, String site) ->
                    Response.json(201, GuestLinkJson.made(made, today(), site + "/en/guest/" + token));
                case Guests.Made.Refused(String why) -> Response.refused(503, why);
            };
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }

    private static String refusal(Ruling ruling) {
        String grounds = "; `hasekura law explain` tells on which grounds";
        return ruling instanceof Ruling.Forbidden
                ? "the law forbids to send this to such a guest" + grounds
                : "the law leaves open whether this may be sent to such a guest" + grounds;
    }

    private Response end(Request request) throws StoreFailed {
        String id = request.parameter("id");
        try {
            GuestLinkJson.End end = GuestLinkJson.end(request.body());
            return guests.withdraw(id, end.reason(), end.role())
                    ? one(request)
                    : Response.refused(404, "no link `" + id + "` for a guest is open");
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }

    private Response erase(Request request) throws StoreFailed {
        String id = request.parameter("id");
        try {
            return switch (guests.erase(id, GuestLinkJson.ground(request.body()))) {
                case Guests.Erasing.Done(Invitation without) -> Response.json(200, GuestLinkJson.one(without, today()));
                case Guests.Erasing.StillOpen _ ->
                    Response.refused(409, "the link `" + id + "` still serves; end it first");
                case Guests.Erasing.NotFound _ -> unknown(id);
                case Guests.Erasing.Busy _ -> ActRoutes.busy();
            };
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }
}
