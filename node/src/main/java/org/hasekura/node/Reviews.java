package org.hasekura.node;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hasekura.evidence.BundleScope;
import org.hasekura.evidence.BundleWriter;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.evidence.Parsed;
import org.hasekura.evidence.ReviewCheck;
import org.hasekura.evidence.ReviewRow;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Transfer;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantFacts;

/**
 * What this node, as provider, has to tell an adequacy review of some months: every flow that started on a ruling which rests on
 * a decision, with the duties and incidents of its agreement, each by the entry that proves it.
 */
final class Reviews {

    /** The id of a decision among the provisions of a ruling; the other provisions have a colon. */
    private static final Pattern DECISION = Pattern.compile("[A-Z]{2}-[A-Z0-9-]{2,32}-[0-9]{4}");

    /** The fact of a dataset that says under which regime the data were first exported. */
    private static final String ONWARD = "onward.originalExporterRegime";

    private static final int ENTRIES_MAX = 10_000;
    private static final int BATCH = 1024;
    private static final String UNKNOWN = "unknown";

    private final ExchangeStore store;
    private final EntryStore entries;
    private final Bundles bundles;

    Reviews(ExchangeStore store, EntryStore entries, Bundles bundles) {
        this.store = store;
        this.entries = entries;
        this.bundles = bundles;
    }

    /**
     * The rows of some months, and the names of the processes whose evidence proves them.
     *
     * @param processes transfers and agreements
     */
    record Found(List<ReviewRow> rows, List<String> processes) {
        Found {
            rows = List.copyOf(rows);
            processes = List.copyOf(processes);
        }
    }

    /** One flow that relied on a decision. */
    private record Flow(
            long ruling, String decision, String recipientKind, String sector, boolean onward, String agreementId) {

        ReviewRow row(ReviewRow.Counted what, long index, YearMonth month, String subject) {
            return new ReviewRow(what, index, ruling, month, decision, recipientKind, sector, subject, onward);
        }
    }

    /**
     * Reads the log.
     *
     * @throws IOException if there is too much for one review, in words
     */
    Found of(YearMonth first, YearMonth last) throws IOException {
        List<ReviewRow> rows = new ArrayList<>();
        Set<String> processes = new LinkedHashSet<>();
        Set<String> agreements = new LinkedHashSet<>();
        Set<String> started = new LinkedHashSet<>();
        Set<Long> counted = new LinkedHashSet<>();
        long size = entries.size();
        for (long at = 0; at < size; ) {
            List<byte[]> batch = entries.read(at, (int) Math.min(BATCH, size - at));
            for (byte[] each : batch) {
                if (Entry.parse(each) instanceof Parsed.Valid<Entry>(Entry.TransferStarted start)
                        && isIn(first, last, start.at())
                        && started.add(start.pid())) {
                    Optional<Flow> flow = flow(start, at);
                    if (flow.isPresent()) {
                        rows.add(flow.get().row(ReviewRow.Counted.FLOW, at, ReviewCheck.month(start.at()), ""));
                        processes.add(start.pid());
                        agreements.add(flow.get().agreementId());
                        about(flow.get(), start.pid(), first, last, counted, rows);
                        about(flow.get(), flow.get().agreementId(), first, last, counted, rows);
                    }
                }
                at++;
            }
        }
        processes.addAll(agreements);
        if (processes.size() > ENTRIES_MAX) {
            throw new IOException("these months have " + processes.size() + " transfers and agreements, more than "
                    + ENTRIES_MAX + " that are proved in one bundle; ask for fewer months");
        }
        return new Found(rows, List.copyOf(processes));
    }

    /** The bundle that proves them. */
    BundleWriter.Contents proofs(Found found) throws IOException {
        return bundles.contents(new BundleScope.Exchange(found.processes()), List.of(), false, Optional.empty());
    }

    /** Of a transfer that this node provides, on the last ruling before it started; empty if that rests on no decision. */
    private Optional<Flow> flow(Entry.TransferStarted start, long startIndex) throws IOException {
        Optional<Transfer> transfer = store.transfer(start.pid());
        if (transfer.isEmpty() || transfer.get().role() != org.hasekura.exchange.Role.PROVIDER) {
            return Optional.empty();
        }
        Optional<Flow> last = Optional.empty();
        for (IndexedEntry each : entries.entriesOf(start.pid(), ENTRIES_MAX)) {
            if (each.index() < startIndex
                    && Entry.parse(each.bytes()) instanceof Parsed.Valid<Entry>(Entry.RulingGiven ruling)) {
                last = flow(transfer.get(), ruling, each.index());
            }
        }
        return last;
    }

    private Optional<Flow> flow(Transfer transfer, Entry.RulingGiven ruling, long index) throws IOException {
        boolean isPermitted =
                ruling.outcome() == Entry.Outcome.PERMITTED || ruling.outcome() == Entry.Outcome.PERMITTED_IF;
        Optional<String> decision = ruling.provisions().stream()
                .filter(token -> DECISION.matcher(token).matches())
                .findFirst();
        if (!isPermitted || decision.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(ruling.at(), ZoneOffset.UTC);
        Optional<ParticipantFacts> recipient =
                store.participant(transfer.peer()).map((Participant known) -> known.on(day));
        boolean isOnward = store.dataset(transfer.datasetId())
                .map(Dataset::facts)
                .filter(facts -> facts.containsKey(ONWARD))
                .isPresent();
        return Optional.of(new Flow(
                index,
                decision.get(),
                recipient.flatMap(ParticipantFacts::kind).orElse(UNKNOWN),
                recipient.flatMap(ParticipantFacts::sector).orElse(UNKNOWN),
                isOnward,
                transfer.agreementId()));
    }

    /** Duties and incidents, each counted once however many flows ran under the agreement. */
    private void about(
            Flow flow, String process, YearMonth first, YearMonth last, Set<Long> counted, List<ReviewRow> rows)
            throws IOException {
        for (IndexedEntry each : entries.entriesOf(process, ENTRIES_MAX)) {
            if (!(Entry.parse(each.bytes()) instanceof Parsed.Valid<Entry>(Entry entry))
                    || !isIn(first, last, entry.at())
                    || counted.contains(each.index())) {
                continue;
            }
            YearMonth month = ReviewCheck.month(entry.at());
            Optional<ReviewRow> row = switch (entry) {
                case Entry.DutyDue due ->
                    Optional.of(flow.row(ReviewRow.Counted.DUTY_DUE, each.index(), month, due.duty()));
                case Entry.DutyFulfilled done ->
                    Optional.of(flow.row(ReviewRow.Counted.DUTY_FULFILLED, each.index(), month, done.duty()));
                case Entry.TransferSuspended stop ->
                    Optional.of(flow.row(
                            ReviewRow.Counted.INCIDENT,
                            each.index(),
                            month,
                            stop.reasonCode().orElse("unnamed")));
                case Entry.TransferEnded end
                when end.end() == Entry.End.TERMINATED ->
                    Optional.of(flow.row(
                            ReviewRow.Counted.INCIDENT,
                            each.index(),
                            month,
                            end.reasonCode().orElse("unnamed")));
                default -> Optional.empty();
            };
            if (row.isPresent()) {
                counted.add(each.index());
                rows.add(row.get());
            }
        }
    }

    private static boolean isIn(YearMonth first, YearMonth last, Instant at) {
        YearMonth month = ReviewCheck.month(at);
        return !month.isBefore(first) && !month.isAfter(last);
    }
}
