package org.hasekura.node;

import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntrySample;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.evidence.Timeline;
import org.hasekura.exchange.StoreFailed;

/**
 * The evidence for an auditor: what happened when, a random sample, whether anything is missing, receipts and bundles. It is
 * read, and nothing else; each reading is an entry of the log before it is answered.
 */
final class AuditRoutes {

    static final String PATH = "/api/audit";
    private static final Operation.Answer ZIP =
            new Operation.Answer(200, "the bundle", Optional.empty(), "application/zip");
    private static final String SEED = "[^\\p{Cntrl}]{1,64}";
    private static final int SIZE = 20;

    private final AuditAccess access;
    private final PublishedLog published;
    private final EntryStore entries;
    private final Receipts receipts;
    private final BundleRoutes bundles;
    private final Clock clock;
    private final RandomGenerator random;

    /** @param random for seeds where the auditor brings none */
    AuditRoutes(
            AuditAccess access,
            PublishedLog published,
            EntryStore entries,
            Receipts receipts,
            BundleRoutes bundles,
            Clock clock,
            RandomGenerator random) {
        this.access = access;
        this.published = published;
        this.entries = entries;
        this.receipts = receipts;
        this.bundles = bundles;
        this.clock = clock;
        this.random = random;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH + "/timeline", reading(this::timeline))
                        .described(period(Operation.of(
                                        "audit",
                                        "readAuditTimeline",
                                        "What happened when, by day and kind, and whether anything is missing"))
                                .answering(200, "AuditTimeline", "the period")),
                Route.get(PATH + "/sample", reading(this::sample))
                        .described(period(Operation.of(
                                        "audit", "drawAuditSample", "A random sample that anybody can draw again"))
                                .query("seed", Operation.Kind.TEXT, "bring your own; the node chooses one otherwise")
                                .query("size", Operation.Kind.WHOLE, "1 to " + EntrySample.SIZE_MAX)
                                .answering(200, "AuditSample", "the entries, as they were drawn")),
                Route.get(PATH + "/receipts/{index}", reading(this::receipt))
                        .described(Operation.of("audit", "readAuditReceipt", "Proves one entry of the log")
                                .answering(200, "Receipt", "a file that `hasekura verify` checks offline")),
                Route.get(PATH + "/bundles/{from}/{until}", reading(this::bundle))
                        .described(Operation.of(
                                        "audit",
                                        "makeAuditBundle",
                                        "Everything from a day or time on until another, in one file; without bodies")
                                .answering(ZIP)),
                Route.get(PATH + "/exchanges/{id}/bundle", reading(this::exchange))
                        .described(Operation.of(
                                        "audit",
                                        "makeAuditExchangeBundle",
                                        "The evidence of a negotiation, agreement or transfer in one file; without bodies")
                                .answering(ZIP)));
    }

    private static Operation period(Operation operation) {
        return operation
                .query("from", Operation.Kind.TEXT, "from this day or time on, in UTC; otherwise from the beginning")
                .query("until", Operation.Kind.TEXT, "until this day, which is in it, or before this time")
                .query("kind", Operation.Kind.TEXT, "entries of this kind alone");
    }

    private interface Reading {
        Response read(Request request) throws IOException, ManagementJson.BadInput;
    }

    private static Handler reading(Reading reading) {
        return request -> {
            try {
                return reading.read(request);
            } catch (ManagementJson.BadInput bad) {
                return Response.refused(bad);
            } catch (StoreFailed failed) {
                throw failed;
            } catch (IOException e) {
                return Response.refused(409, String.valueOf(e.getMessage()));
            }
        };
    }

    private Response timeline(Request request) throws IOException, ManagementJson.BadInput {
        BundleScope.Period period = period(request);
        Checkpoint checkpoint = recorded(Entry.Shown.TIMELINE, period, kind(request));
        return Response.json(
                200,
                AuditJson.timeline(
                        period, checkpoint, read(request, period, checkpoint).timeline()));
    }

    private Response sample(Request request) throws IOException, ManagementJson.BadInput {
        BundleScope.Period period = period(request);
        Optional<String> given = request.query("seed");
        String seed = given.orElseGet(this::freshSeed);
        if (!seed.matches(SEED)) {
            throw new ManagementJson.BadInput("?seed", "`seed` takes 1 to 64 characters without control characters");
        }
        int size = size(request.query("size"));
        Checkpoint checkpoint = recorded(Entry.Shown.SAMPLE, period, Optional.of("seed " + seed));
        Timeline.Reading read = read(request, period, checkpoint);
        List<Long> drawn = EntrySample.of(seed, read.timeline().entries(), size);
        List<IndexedEntry> sample = new java.util.ArrayList<>();
        for (long number : drawn) {
            long index = read.index(number);
            sample.add(new IndexedEntry(index, entries.read(index, 1).getFirst()));
        }
        return Response.json(
                200,
                AuditJson.sample(
                        period,
                        checkpoint,
                        seed,
                        given.isPresent(),
                        read.timeline().entries(),
                        sample));
    }

    private Response receipt(Request request) throws IOException, ManagementJson.BadInput {
        String text = request.parameter("index");
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new ManagementJson.BadInput("`" + text + "` is no index of an entry");
        }
        long index = Long.parseLong(text);
        access.record(Entry.Shown.RECEIPT, "entry " + index, entries.size());
        if (index >= receipts.count()) {
            return Response.refused(404, "there is no entry " + index + "; there are " + receipts.count());
        }
        return new Response.Whole(
                200, "application/json", receipts.of(index, List.of()).bytes(), Map.of());
    }

    private Response bundle(Request request) throws IOException, ManagementJson.BadInput {
        BundleScope.Period period = PeriodQuery.of(request.parameter("from"), request.parameter("until"));
        return bundles.ofPeriod(period, false, Optional.empty());
    }

    private Response exchange(Request request) throws StoreFailed {
        return bundles.ofExchange(request.parameter("id"), false, Optional.empty());
    }

    /** The tree that is shown; that it is shown is in it. */
    private Checkpoint recorded(Entry.Shown shown, BundleScope.Period period, Optional<String> more)
            throws IOException {
        String scope = "from " + period.from() + " until " + period.until()
                + more.map(each -> ", " + each).orElse("");
        access.record(shown, scope, entries.size());
        return Checkpoint.parse(published.refresh().text()).orElseThrow();
    }

    private Timeline.Reading read(Request request, BundleScope.Period period, Checkpoint checkpoint)
            throws IOException {
        Optional<String> kind = kind(request);
        Predicate<Entry> chosen = entry -> kind.isEmpty() || kind.get().equals(entry.kind());
        return Timeline.read(
                period,
                chosen,
                entries,
                published.log().hashes(),
                checkpoint.head().size());
    }

    private static Optional<String> kind(Request request) {
        return request.query("kind").filter(kind -> kind.matches("[A-Za-z]{1,64}"));
    }

    private BundleScope.Period period(Request request) throws ManagementJson.BadInput {
        // Entries of this very second belong to what is asked for now.
        String now = clock.instant().plusSeconds(1).toString();
        return PeriodQuery.of(
                request.query("from").orElse("1970-01-01"),
                request.query("until").orElse(now));
    }

    private static int size(Optional<String> text) throws ManagementJson.BadInput {
        String size = text.orElse(String.valueOf(SIZE));
        if (!size.matches("[1-9][0-9]{0,3}") || Integer.parseInt(size) > EntrySample.SIZE_MAX) {
            throw new ManagementJson.BadInput(
                    "?size", "`size` takes 1 to " + EntrySample.SIZE_MAX + ", not `" + size + "`");
        }
        return Integer.parseInt(size);
    }

    private String freshSeed() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
