package org.hasekura.node;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
            BundleScope scope;
            List<Did> witnesses = List.of();
            if (exchange.isPresent()) {
                Optional<Bundles.Exchange> found = bundles.exchange(exchange.get());
                if (found.isEmpty()) {
                    return Response.refused(404, "there is no exchange `" + exchange.get() + "`");
                }
                scope = found.get().scope();
                witnesses = found.get().peer().stream().toList();
            } else {
                scope = period(request.query("from"), request.query("until"));
            }
            return streamed(bundles.contents(scope, witnesses, withBodies, since));
        } catch (BadQuery bad) {
            return Response.refused(400, bad.words());
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

    private static BundleScope period(Optional<String> from, Optional<String> until) throws BadQuery {
        if (from.isEmpty() || until.isEmpty()) {
            throw new BadQuery("say of what: `exchange`, or `from` and `until`");
        }
        Instant begin = moment(from.get(), 0);
        Instant end = moment(until.get(), 1);
        if (!begin.isBefore(end)) {
            throw new BadQuery("`" + from.get() + "` is not before `" + until.get() + "`");
        }
        return new BundleScope.Period(begin, end);
    }

    /** A day begins at midnight in UTC; the last day of a period is in it. */
    private static Instant moment(String text, int daysMore) throws BadQuery {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(daysMore)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadQuery(
                    "`" + text + "` is neither a day like `2026-11-21` nor a time like `2026-11-21T22:00:00Z`");
        }
    }

    private static boolean yesOrNo(String text) throws BadQuery {
        if (!text.equals("true") && !text.equals("false")) {
            throw new BadQuery("`bodies` takes `true` or `false`, not `" + text + "`");
        }
        return text.equals("true");
    }

    private static Optional<Long> size(Optional<String> text) throws BadQuery {
        if (text.isPresent() && !text.get().matches("0|[1-9][0-9]{0,17}")) {
            throw new BadQuery("`since` takes the size of a tree, not `" + text.get() + "`");
        }
        return text.map(Long::parseLong);
    }

    /** What is wrong with the query, in words. */
    private static final class BadQuery extends Exception {

        private static final long serialVersionUID = 1;

        BadQuery(String words) {
            super(words);
        }

        String words() {
            return String.valueOf(getMessage());
        }
    }
}
