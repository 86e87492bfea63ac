package org.hasekura.node;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.hasekura.evidence.BundleWriter;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.StoreFailed;

/** Packs for an adequacy review, and the bundles that prove them, for this node's own people. */
final class ReviewRoutes {

    private static final String PATH = "/api/reviews/{first}/{last}";

    private final Reviews reviews;
    private final Bundles bundles;
    private final AuditAccess access;
    private final String did;
    private final Supplier<String> lawDataVersion;
    private final boolean isDevelopment;

    ReviewRoutes(
            Reviews reviews,
            Bundles bundles,
            AuditAccess access,
            String did,
            Supplier<String> lawDataVersion,
            boolean isDevelopment) {
        this.reviews = reviews;
        this.bundles = bundles;
        this.access = access;
        this.did = did;
        this.lawDataVersion = lawDataVersion;
        this.isDevelopment = isDevelopment;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, asking(this::pack))
                        .described(Operation.of(
                                        "evidence",
                                        "makeReview",
                                        "Flows of some months that relied on an adequacy decision, with duties and incidents")
                                .answering(200, "ReviewPack", "not for publication: `hasekura review merge`")),
                Route.get(PATH + "/proofs", asking(this::proofs))
                        .described(Operation.of("evidence", "proveReview", "The evidence of every row of a review")
                                .answering(
                                        new Operation.Answer(200, "a bundle", Optional.empty(), "application/zip"))));
    }

    private interface Asking {
        Response answer(YearMonth first, YearMonth last) throws IOException;
    }

    private static Handler asking(Asking asking) {
        return request -> {
            YearMonth first;
            YearMonth last;
            try {
                first = YearMonth.parse(request.parameter("first"));
                last = YearMonth.parse(request.parameter("last"));
            } catch (DateTimeException e) {
                return Response.refused(400, "a review is of whole months, like `2026-04` to `2026-06`");
            }
            if (last.isBefore(first)) {
                return Response.refused(400, "`" + first + "` is not before `" + last + "`");
            }
            try {
                return asking.answer(first, last);
            } catch (StoreFailed failed) {
                throw failed;
            } catch (IOException e) {
                return Response.refused(409, String.valueOf(e.getMessage()));
            }
        };
    }

    private Response pack(YearMonth first, YearMonth last) throws IOException {
        access.record(Entry.Shown.REVIEW, "from " + first + " to " + last, 0);
        Reviews.Found found = reviews.of(first, last);
        return Response.json(
                200,
                ReviewJson.write(new ReviewPack(did, first, last, lawDataVersion.get(), isDevelopment, found.rows())));
    }

    private Response proofs(YearMonth first, YearMonth last) throws IOException {
        Reviews.Found found = reviews.of(first, last);
        if (found.rows().isEmpty()) {
            return Response.refused(404, "there is nothing to prove: no flow of these months relied on a decision");
        }
        BundleWriter.Contents contents = reviews.proofs(found);
        return new Response.Streamed(
                200,
                "application/zip",
                OptionalLong.empty(),
                Map.of("Content-Disposition", "attachment; filename=\"proofs.zip\""),
                new Cut(),
                sink -> bundles.write(contents, sink));
    }
}
