package org.hasekura.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.evidence.Entry;
import org.hasekura.identity.ParticipantFacts;

/**
 * The limits on connections. While one holds, nothing new is agreed or started with those it meets, and what runs with
 * them stops before giving the limit is answered. Each limit and each lifting is evidence.
 *
 * <p>A timer waits for the next instant at which a limit begins or ends; without such an instant there is none.
 */
public final class Limits {
    private static final System.Logger LOG = System.getLogger(Limits.class.getName());

    /** The code of the reason of what a limit pauses, and of what is refused meanwhile. */
    static final String LIMITED = "connection-limited";

    /** The same for a limit that ends what runs. */
    static final String BARRED = "connection-barred";

    /** Stops what a limit meets, and lets go on what none meets any more. */
    interface Enforcement {
        void enforce() throws StoreFailed;
    }

    /** Something beside the limits for which nothing new is begun, with anybody. */
    @FunctionalInterface
    public interface Closing {
        /** Why not now; empty when there is no such reason. It must answer at once. */
        Optional<Reason> reason();
    }

    private final ExchangeStore store;
    private final Proofs proofs;
    private final Ids ids;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Enforcement enforcement;
    private final LimitRefusals refusals;

    /** Every limit that was ever given; read when first needed, replaced whole. Written under the lock of this. */
    private volatile Optional<List<Limit>> known = Optional.empty();

    /** Why no new work at all is taken now, for a reason beside the limits. Set once, before anything is asked. */
    private volatile Closing closing = Optional::empty;

    // Guarded by this: the timer that counts.
    private Optional<Instant> timer = Optional.empty();

    Limits(ExchangeStore store, Proofs proofs, Ids ids, Scheduler scheduler, Clock clock, Enforcement enforcement) {
        this.store = store;
        this.proofs = proofs;
        this.ids = ids;
        this.scheduler = scheduler;
        this.clock = clock;
        this.enforcement = enforcement;
        this.refusals = new LimitRefusals(store, proofs, scheduler);
    }

    /**
     * What somebody orders.
     *
     * @param from absent for: from now on
     */
    public record Order(
            Limit.Target target,
            Limit.Effect effect,
            Optional<Instant> from,
            Optional<Instant> until,
            String reason,
            String citation,
            String role) {}

    /** What came of giving or lifting a limit. */
    public sealed interface Given {

        /** It is durable, and what it meets has stopped or goes on. */
        record Done(Limit limit) implements Given {}

        /** There is no such limit, or it was lifted before. */
        record NotFound() implements Given {}

        /** Nothing was changed; too much at once. */
        record Busy() implements Given {}
    }

    /** Gives a limit: durable first, then enforced, then answered. */
    public Given give(Order order) throws StoreFailed {
        Instant now = now();
        var limit = new Limit(
                ids.next(),
                order.target(),
                order.effect(),
                order.from().orElse(now),
                order.until(),
                order.reason(),
                order.citation(),
                order.role(),
                now,
                Optional.empty());
        String salted = Proofs.salted(ids.next(), limit.reason() + "\n" + limit.citation());
        return kept(limit, salted, proofs.limitGiven(limit, Proofs.sha256(salted)));
    }

    /** Lifts a limit: what it alone had paused goes on. */
    public Given lift(String id, String role, String reason) throws StoreFailed {
        Optional<Limit> found = store.limits().stream()
                .filter(each -> each.id().equals(id) && each.lifted().isEmpty())
                .findFirst();
        if (found.isEmpty()) {
            return new Given.NotFound();
        }
        Limit lifted = found.get().lifted(new Limit.Lifting(now(), role, reason));
        String salted = Proofs.salted(ids.next(), reason);
        return kept(lifted, salted, proofs.limitLifted(lifted, role, Proofs.sha256(salted)));
    }

    private Given kept(Limit limit, String salted, Entry entry) throws StoreFailed {
        List<Change> changes = List.of(new Change.OfLimit(limit), new Change.OfBody(Proofs.sha256(salted), salted));
        return switch (store.commit(new Commit(changes, Optional.empty(), List.of(entry)))) {
            case Committed.Done _ -> {
                readAgain();
                enforcement.enforce();
                yield new Given.Done(limit);
            }
            case Committed.Conflict _ -> new Given.NotFound();
            case Committed.Busy _, Committed.TokenReused _ -> new Given.Busy();
        };
    }

    /** Every limit that was ever given, newest first. */
    public List<Limit> all() throws StoreFailed {
        return store.limits().stream()
                .sorted(Comparator.comparing(Limit::given)
                        .thenComparing(Limit::id)
                        .reversed())
                .toList();
    }

    /** Tells before it is ordered what a limit would stop now; nothing is changed. */
    public LimitReach reach(Limit.Target target, Limit.Effect effect) throws StoreFailed {
        return LimitReach.of(target, effect, store, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** After a start: from now on a timer waits for what begins or ends. */
    void watch() throws StoreFailed {
        readAgain();
    }

    /** The limit that meets the participant now, the stricter first; empty where none does. */
    public Optional<Limit> on(String peer) throws StoreFailed {
        Instant now = clock.instant();
        List<Limit> hold = known().stream().filter(each -> each.holdsAt(now)).toList();
        if (hold.isEmpty()) {
            return Optional.empty();
        }
        Optional<ParticipantFacts> facts =
                store.participant(peer).map(each -> each.on(LocalDate.ofInstant(now, ZoneOffset.UTC)));
        return hold.stream().filter(each -> each.target().meets(peer, facts)).max(Comparator.comparing(Limit::effect));
    }

    /** Told when the register says something else of a participant: a limit may meet it now, or no longer. */
    void factsChanged() throws StoreFailed {
        if (mayMatter()) {
            enforcement.enforce();
        }
    }

    /** Whether there are limits at all: one that begins or ends may cross what is just being done. */
    boolean mayMatter() {
        return known.isEmpty() || !known.get().isEmpty();
    }

    /** Whether a limit meets the transfer, or one of this side has paused it. */
    boolean concerns(Transfer transfer) throws StoreFailed {
        return on(transfer.peer()).isPresent() || paused(transfer);
    }

    /** Why nothing may be agreed or started with the participant now; empty when it may. */
    Optional<Reason> bar(String peer) throws StoreFailed {
        return on(peer).map(Limits::reason);
    }

    /** The same where the participant opens something: that it was refused is evidence. */
    Optional<Reason> barOpening(String peer) throws StoreFailed {
        Optional<Reason> closed = closing.reason();
        if (closed.isPresent()) {
            return closed;
        }
        Optional<Limit> limit = on(peer);
        if (limit.isPresent()) {
            refusals.refused(limit.get(), peer);
        }
        return limit.map(Limits::reason);
    }

    /** Makes durable how often something was refused since the last entry about it: before a stop. */
    public void countRefusals() throws StoreFailed {
        refusals.flush();
    }

    /** From now on nothing new is begun while this has a reason; what was begun before goes on. */
    public void closeWhile(Closing closing) {
        this.closing = closing;
    }

    /** Why nothing new may be begun with the participant now; empty when it may. */
    Optional<Reason> barToNew(String peer) throws StoreFailed {
        Optional<Reason> closed = closing.reason();
        return closed.isPresent() ? closed : bar(peer);
    }

    /** In words for both sides. */
    static Reason reason(Limit limit) {
        String whom = switch (limit.target()) {
            case Limit.Target.Party(String did) -> "with `" + did + "`";
            case Limit.Target.Country(String country) -> "with participants in `" + country + "`";
            case Limit.Target.Supplier(String name) -> "that rest on supplier `" + name + "`";
        };
        String until = limit.until().map(end -> " until " + end).orElse("");
        return Reason.of(
                limit.effect() == Limit.Effect.SUSPEND ? LIMITED : BARRED,
                "connections " + whom + " are limited from " + limit.from() + until,
                "because: " + limit.reason() + " (" + limit.citation() + ")",
                mark(limit.id()));
    }

    private static String mark(String id) {
        return "limit `" + id + "`";
    }

    /** Whether it was a limit of this side that paused the transfer. */
    boolean paused(Transfer transfer) throws StoreFailed {
        Optional<Reason> limited = transfer.reason().filter(each -> each.code().equals(LIMITED));
        if (limited.isEmpty() || transfer.effective() != TransferState.SUSPENDED) {
            return false;
        }
        List<String> sentences = limited.get().sentences();
        return known().stream().anyMatch(each -> sentences.contains(mark(each.id())));
    }

    private List<Limit> known() throws StoreFailed {
        Optional<List<Limit>> read = known;
        return read.isPresent() ? read.get() : readAgain();
    }

    private synchronized List<Limit> readAgain() throws StoreFailed {
        List<Limit> all = store.limits();
        known = Optional.of(all);
        arm(all);
        return all;
    }

    /** Caller holds the lock. A timer that is overtaken by an earlier one does nothing when its time comes. */
    private void arm(List<Limit> all) {
        Instant now = clock.instant();
        Optional<Instant> next = all.stream()
                .filter(each -> each.lifted().isEmpty())
                .flatMap(each -> Stream.concat(Stream.of(each.from()), each.until().stream()))
                .filter(instant -> instant.isAfter(now))
                .min(Comparator.naturalOrder());
        timer = next;
        // A millisecond more, since a timer may round down and the instant would not have come yet.
        next.ifPresent(at -> scheduler.runAfter(Duration.between(now, at).plusMillis(1), () -> ring(at)));
    }

    private void ring(Instant at) {
        try {
            synchronized (this) {
                if (!timer.equals(Optional.of(at))) {
                    return;
                }
                readAgain();
            }
            enforcement.enforce();
        } catch (StoreFailed failed) {
            LOG.log(System.Logger.Level.DEBUG, "limits are enforced at the next start", failed);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
