package org.hasekura.node;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.Hash;
import org.hasekura.evidence.IndexedEntry;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;

/**
 * The duties that agreements of this node bring with them, read from its evidence, and the statements of its people that one is
 * fulfilled. A statement is evidence by its hash; what it says, and the hash of the document it rests on, are kept apart.
 */
final class Duties {

    /** Of one agreement; there are no more duties in the law data. */
    private static final int ENTRIES_MAX = 10_000;

    private final String did;
    private final ExchangeStore store;
    private final EntryStore entries;
    private final Clock clock;

    Duties(String did, ExchangeStore store, EntryStore entries, Clock clock) {
        this.did = did;
        this.store = store;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * A duty of an agreement.
     *
     * @param bearers DIDs of those who must fulfil it
     * @param fulfilled the statements that it is, oldest first
     */
    record Duty(String id, List<String> bearers, Optional<LocalDate> dueBy, Instant since, List<Statement> fulfilled) {
        Duty {
            bearers = List.copyOf(bearers);
            fulfilled = List.copyOf(fulfilled);
        }
    }

    /**
     * That a person stated it.
     *
     * @param index of the entry
     * @param statementHash by which the evidence names what was stated
     */
    record Statement(long index, Instant at, String role, Hash statementHash) {}

    /**
     * What somebody states.
     *
     * @param documentHash of the document that shows it; the document itself stays with whoever has it
     */
    record Order(String duty, String role, String statement, Optional<Hash> documentHash) {}

    /** What came of stating it. */
    sealed interface Stated {

        /** It is durable. */
        record Done(Duty duty) implements Stated {}

        /** There is no such agreement, or it has no such duty; in words. */
        record NotFound(String words) implements Stated {}

        /** Nothing was changed; too much at once. */
        record Busy() implements Stated {}
    }

    /** Those of an agreement, in the order of their entries; empty if there is no such agreement. */
    Optional<List<Duty>> of(String agreementId) throws StoreFailed {
        if (store.agreement(agreementId).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Duty> duties = new LinkedHashMap<>();
        for (IndexedEntry each : read(agreementId)) {
            switch (Entry.parse(each.bytes()).orElseThrow()) {
                case Entry.DutyDue due -> duties.merge(due.duty(), due(due), Duties::joined);
                case Entry.DutyFulfilled done -> {
                    var statement = new Statement(each.index(), done.at(), done.role(), done.statementHash());
                    duties.computeIfPresent(done.duty(), (_, duty) -> fulfilled(duty, statement));
                }
                default -> {}
            }
        }
        return Optional.of(List.copyOf(duties.values()));
    }

    /** Makes a statement durable, and what it says beside it. */
    Stated fulfil(String agreementId, Order order) throws StoreFailed {
        Optional<List<Duty>> duties = of(agreementId);
        if (duties.isEmpty()) {
            return new Stated.NotFound("there is no agreement `" + agreementId + "`");
        }
        if (duties.get().stream().noneMatch(duty -> duty.id().equals(order.duty()))) {
            String known =
                    String.join("`, `", duties.get().stream().map(Duty::id).toList());
            return new Stated.NotFound("the agreement has no duty `" + order.duty() + "`"
                    + (known.isEmpty() ? ", and no other" : "; it has `" + known + "`"));
        }
        String body = DutyJson.statement(order);
        Hash hash = Hash.sha256(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Entry entry = new Entry.DutyFulfilled(
                did, clock.instant().truncatedTo(ChronoUnit.MILLIS), agreementId, order.duty(), order.role(), hash);
        List<Change> changes = List.of(new Change.OfBody(hash.hex(), body));
        if (!(store.commit(new Commit(changes, Optional.empty(), List.of(entry))) instanceof Committed.Done)) {
            return new Stated.Busy();
        }
        return new Stated.Done(of(agreementId).orElseThrow().stream()
                .filter(duty -> duty.id().equals(order.duty()))
                .findFirst()
                .orElseThrow());
    }

    private List<IndexedEntry> read(String agreementId) throws StoreFailed {
        try {
            return entries.entriesOf(agreementId, ENTRIES_MAX);
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException e) {
            throw new StoreFailed("the evidence cannot be read", e);
        }
    }

    private static Duty due(Entry.DutyDue entry) {
        return new Duty(entry.duty(), List.of(entry.bearer()), entry.dueBy(), entry.at(), List.of());
    }

    /** One that both sides bear has an entry for each. */
    private static Duty joined(Duty one, Duty other) {
        List<String> bearers = new ArrayList<>(one.bearers());
        other.bearers().stream().filter(did -> !bearers.contains(did)).forEach(bearers::add);
        return new Duty(one.id(), bearers, one.dueBy(), one.since(), one.fulfilled());
    }

    private static Duty fulfilled(Duty duty, Statement statement) {
        List<Statement> all = new ArrayList<>(duty.fulfilled());
        all.add(statement);
        return new Duty(duty.id(), duty.bearers(), duty.dueBy(), duty.since(), all);
    }
}
