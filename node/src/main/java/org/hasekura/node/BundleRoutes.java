package org.hasekura.node;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.BundleWriter;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;

/** Bundles of this node's evidence, for its own people to hand on to a regulator. */
final class BundleRoutes {

    private final Bundles bundles;

    BundleRoutes(Bundles bundles) {
        this.bundles = bundles;
    }

    List<Route> routes() {
        Operation operation = Operation.of(
                        "evidence",
                        "makeBundle",
                        "The evidence of an exchange or a period in one file that a regulator can check alone")
                .query("exchange", Operation.Kind.TEXT, "of this negotiation, agreement or transfer")
                .query("from", Operation.Kind.TEXT, "or of everything from this day or time on, in UTC")
                .query("until", Operation.Kind.TEXT, "until this day, which is in it, or before this time")
                .query("bodies", Operation.Kind.TEXT, "with the bodies that the node has kept", "true", "false")
                .query("since", Operation.Kind.WHOLE, "shows that the log continues its tree of this size")
                .answering(new Operation.Answer(200, "the bundle", Optional.empty(), "application/zip"));
        return List.of(Route.get("/api/bundle", this::bundle).described(operation));
    }

    /** {@code ?exchange=ID} or {@code ?from=DAY&until=DAY}, with {@code &bodies=true} and {@code &since=SIZE}. */
    private Response bundle(Request request) throws StoreFailed {
        try {
            boolean withBodies = yesOrNo(request.query("bodies").orElse("false"));
            Optional<Long> since = size(request.query("since"));
            Optional<String> exchange = request.query("exchange");
            return exchange.isPresent()
                    ? ofExchange(exchange.get(), withBodies, since)
                    : ofPeriod(period(request.query("from"), request.query("until")), withBodies, since);
        } catch (ManagementJson.BadInput bad) {
            return Response.refused(bad);
        }
    }

    /** Of a negotiation, agreement or transfer; cosigned by the other side. */
    Response ofExchange(String id, boolean withBodies, Optional<Long> since) throws StoreFailed {
        Optional<Bundles.Exchange> found = bundles.exchange(id);
        return found.isEmpty()
                ? Response.refused(404, "there is no exchange `" + id + "`")
                : made(found.get().scope(), found.get().peer().stream().toList(), withBodies, since);
    }

    /** Of everything in a period. */
    Response ofPeriod(BundleScope.Period period, boolean withBodies, Optional<Long> since) throws StoreFailed {
        return made(period, List.of(), withBodies, since);
    }

    private Response made(BundleScope scope, List<Did> witnesses, boolean withBodies, Optional<Long> since)
            throws StoreFailed {
        try {
            return streamed(bundles.contents(scope, witnesses, withBodies, since));
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            return Response.refused(409, String.valueOf(e.getMessage()));
        }
    }

    private Response streamed(BundleWriter.Contents contents) {
        return new Response.Streamed(
                200,
                "application/zip",
                OptionalLong.empty(),
                Map.of("Content-Disposition", "attachment; filename=\"bundle.zip\""),
                new Cut(),
                sink -> bundles.write(contents, sink));
    }

    private static BundleScope.Period period(Optional<String> from, Optional<String> until)
            throws ManagementJson.BadInput {
        if (from.isEmpty() || until.isEmpty()) {
            throw new ManagementJson.BadInput("say of what: `exchange`, or `from` and `until`");
        }
        return PeriodQuery.of(from.get(), until.get());
    }

    private static boolean yesOrNo(String text) throws ManagementJson.BadInput {
        if (!text.equals("true") && !text.equals("false")) {
            throw new ManagementJson.BadInput("`bodies` takes `true` or `false`, not `" + text + "`");
        }
        return text.equals("true");
    }

    private static Optional<Long> size(Optional<String> text) throws ManagementJson.BadInput {
        if (text.isPresent() && !text.get().matches("0|[1-9][0-9]{0,17}")) {
            throw new ManagementJson.BadInput("`since` takes the size of a tree, not `" + text.get() + "`");
        }
        return text.map(Long::parseLong);
    }
}
