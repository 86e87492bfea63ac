package org.hasekura.evidence;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that each row of a review is what an entry says that is proved by a bundle, and that none is counted twice. */
public final class ReviewCheck {

    private final Map<Long, Entry> entries = new HashMap<>();

    private ReviewCheck() {}

    /** What came of it. */
    public sealed interface Outcome {

        /** Every row is proved. */
        record Proven(BundleVerdict.Proven bundle) implements Outcome {}

        /** One is not, or the bundle is not; in words. */
        record NotProven(String reason) implements Outcome {}
    }

    /**
     * Checks rows against the bundle that comes with them.
     *
     * @param given what the reader trusts
     */
    public static Outcome check(List<ReviewRow> rows, ByteSource bundle, BundleVerifier.Given given)
            throws IOException {
        var check = new ReviewCheck();
        Set<Long> wanted = new HashSet<>();
        for (ReviewRow row : rows) {
            wanted.add(row.index());
            wanted.add(row.ruling());
        }
        BundleVerdict verdict = BundleVerifier.verify(bundle, given, (index, bytes) -> {
            if (wanted.contains(index) && Entry.parse(bytes) instanceof Parsed.Valid<Entry>(Entry entry)) {
                check.entries.put(index, entry);
            }
        });
        return switch (verdict) {
            case BundleVerdict.NotProven(BundleFault fault, var _, String detail) ->
                new Outcome.NotProven("the bundle proves nothing: " + fault.english() + "; " + detail);
            case BundleVerdict.Proven proven ->
                check.firstFault(rows).<Outcome>map(Outcome.NotProven::new).orElseGet(() -> new Outcome.Proven(proven));
        };
    }

    private Optional<String> firstFault(List<ReviewRow> rows) {
        Set<Long> counted = new HashSet<>();
        for (ReviewRow row : rows) {
            if (!counted.add(row.index())) {
                return Optional.of("entry " + row.index() + " is counted twice");
            }
            Optional<String> fault = fault(row);
            if (fault.isPresent()) {
                return fault.map(words -> "the row of entry " + row.index() + ": " + words);
            }
        }
        return Optional.empty();
    }

    private Optional<String> fault(ReviewRow row) {
        if (!(entries.get(row.ruling()) instanceof Entry.RulingGiven ruling)) {
            return Optional.of("entry " + row.ruling() + " is no ruling that the bundle proves");
        }
        boolean isPermitted =
                ruling.outcome() == Entry.Outcome.PERMITTED || ruling.outcome() == Entry.Outcome.PERMITTED_IF;
        if (!isPermitted || !ruling.provisions().contains(row.decision())) {
            return Optional.of("its ruling does not permit on `" + Texts.shown(row.decision()) + "`");
        }
        Optional<Entry> entry = Optional.ofNullable(entries.get(row.index()));
        if (entry.isEmpty()) {
            return Optional.of("the bundle does not prove that entry");
        }
        if (!month(entry.get().at()).equals(row.month())) {
            return Optional.of("the entry is of another month than " + row.month());
        }
        boolean isIt = switch (entry.get()) {
            case Entry.TransferStarted started ->
                row.what() == ReviewRow.Counted.FLOW && ruling.pid().equals(Optional.of(started.pid()));
            case Entry.DutyDue due ->
                row.what() == ReviewRow.Counted.DUTY_DUE && due.duty().equals(row.subject());
            case Entry.DutyFulfilled done ->
                row.what() == ReviewRow.Counted.DUTY_FULFILLED && done.duty().equals(row.subject());
            case Entry.TransferSuspended stop ->
                isIncident(row, stop.reasonCode()) && ruling.pid().equals(Optional.of(stop.pid()));
            case Entry.TransferEnded end ->
                end.end() == Entry.End.TERMINATED
                        && isIncident(row, end.reasonCode())
                        && ruling.pid().equals(Optional.of(end.pid()));
            default -> false;
        };
        return isIt ? Optional.empty() : Optional.of("a `" + entry.get().kind() + "` is not what it counts");
    }

    private static boolean isIncident(ReviewRow row, Optional<String> reason) {
        return row.what() == ReviewRow.Counted.INCIDENT && row.subject().equals(reason.orElse("unnamed"));
    }

    /** In UTC. */
    public static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }
}
