package org.hasekura.node;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hasekura.evidence.BundleWriter;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.Note;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.RetryPlan;
import org.hasekura.exchange.Scheduler;

/**
 * Has authorities stamp this node's checkpoints (RFC 3161), so that nobody has to believe the node's own clock.
 *
 * <p>By appointment: an entry that is not stamped yet makes one, at the end of the interval of the {@link TimestampTerms};
 * where all is stamped there is none, and a node at rest asks nobody. An authority that fails is asked again with growing
 * delays. When fewer have stamped than are needed, work goes on for the time of grace; then nothing new is begun, until they
 * stamp again. Each change of this is evidence before it takes effect.
 *
 * <p>Work on appointments is done by one thread at a time; what others may ask is a snapshot.
 */
final class Timestamping {

    private static final System.Logger LOG = System.getLogger(Timestamping.class.getName());

    /** The code of the reason for which nothing new is begun. */
    static final String CODE = "timestamps-overdue";

    /** Asks an authority over the network. */
    interface Asking {
        /** The answer, unchecked. IOException if no whole one came: ask again later. */
        byte[] ask(TimestampAuthority authority, byte[] query) throws IOException;
    }

    /** Where it is recorded how timestamping stands. */
    interface Memory {
        /** The state that was recorded last; {@code CURRENT} before the first time. */
        Entry.Timestamping last() throws IOException;

        /** Makes the entry durable, with its state for the next start. */
        void changed(Entry.TimestampingChanged entry) throws IOException;
    }

    /** What is stamped. */
    interface Log {
        /** The newest checkpoint of everything that is durable, as the log alone signs it. */
        Note checkpoint() throws IOException;
    }

    /**
     * What it needs of the world.
     *
     * @param entries of the log
     * @param random a secure one, for nonces
     */
    record Ports(
            EntryStore entries,
            Log log,
            Asking asking,
            Memory memory,
            Scheduler scheduler,
            Clock clock,
            RandomGenerator random) {}

    /**
     * How one authority does.
     *
     * @param newest its last stamp
     * @param stamps how many it gave
     * @param failures since then
     * @param reason of the last failure
     * @param next when it is asked
     */
    record Standing(
            TimestampAuthority authority,
            Optional<KeptTimestamps.Kept> newest,
            int stamps,
            int failures,
            Optional<String> reason,
            Optional<Instant> next) {}

    /**
     * How it stands.
     *
     * @param waiting when the oldest entry was recorded that too few have stamped
     */
    record Status(Entry.Timestamping state, Optional<Instant> waiting, List<Standing> authorities) {
        Status {
            authorities = List.copyOf(authorities);
        }
    }

    private final String did;
    private final Stampers stampers;
    /** Whether anybody stamps here; at hand, since every commit asks. */
    private final boolean isStamped;

    private final TimestampTerms terms;
    private final RetryPlan plan;
    private final Ports ports;

    /** Whether somebody will look at a time that is known; then a commit has nothing to do. */
    private volatile boolean isArmed;

    private volatile Optional<Reason> refusal = Optional.empty();

    // Written under the lock of this.
    private volatile Entry.Timestamping recorded;

    // Guarded by this.
    private Optional<Instant> timer = Optional.empty();

    Timestamping(
            String did,
            List<TimestampAuthority> authorities,
            TimestampTerms terms,
            KeptTimestamps kept,
            RetryPlan plan,
            Ports ports)
            throws IOException {
        this.did = did;
        this.stampers = new Stampers(authorities, terms, kept, plan, ports);
        this.isStamped = !authorities.isEmpty();
        this.terms = terms;
        this.plan = plan;
        this.ports = ports;
        this.recorded = ports.memory().last();
        if (recorded == Entry.Timestamping.REFUSING && isStamped) {
            refuse(stampers.waiting());
        }
    }

    /** Why nothing new is begun now; empty when it is. */
    Optional<Reason> refusal() {
        return refusal;
    }

    /** Keeps the appointments that are due after a start, and makes the next. */
    void start() {
        if (isStamped) {
            isArmed = true;
            ports.scheduler().run(this::look);
        }
    }

    /** Called after each commit, on the thread of the store: returns at once. */
    void moreEntries() {
        if (!isArmed && isStamped) {
            isArmed = true;
            ports.scheduler().run(this::look);
        }
    }

    TimestampTerms terms() {
        return terms;
    }

    /** Where it stands now, for people, who do not wait for an authority that is just being asked. */
    Status status() throws IOException {
        return new Status(recorded, stampers.waiting(), stampers.standings());
    }

    /** Of those that stamp here, as PEM. */
    String roots() {
        return stampers.roots();
    }

    /** Timestamps for a bundle, as {@link Stampers#covering} has them. */
    synchronized List<BundleWriter.Stamp> covering(long first, long last, Note checkpoint) {
        return stampers.covering(first, last, checkpoint);
    }

    private void ring(Instant at) {
        synchronized (this) {
            if (!timer.equals(Optional.of(at))) {
                return; // overtaken by an earlier one
            }
        }
        look();
    }

    /** Keeps what is due, says how it stands, and makes the next appointment. */
    private synchronized void look() {
        try {
            stampers.keepAppointments();
            judge();
            arm();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "timestamps wait: {0}", e.getMessage());
            wakeAt(ports.clock().instant().plus(plan.longest()));
        }
    }

    /** Durable as evidence before it takes effect. */
    private void judge() throws IOException {
        Optional<Instant> waiting = stampers.waiting();
        Entry.Timestamping state = terms.state(waiting, ports.clock().instant());
        if (state != recorded) {
            Instant now = ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
            ports.memory().changed(new Entry.TimestampingChanged(did, now, state, stampers.lastTimestamp()));
            recorded = state;
            LOG.log(
                    state == Entry.Timestamping.CURRENT ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                    "timestamps of authorities: {0}",
                    state);
        }
        refuse(state == Entry.Timestamping.REFUSING ? waiting : Optional.empty());
    }

    private void refuse(Optional<Instant> waiting) {
        refusal = waiting.map(since -> Reason.of(
                CODE,
                "nothing new is begun: evidence of " + since + " has no timestamp of "
                        + (terms.needed() == 1 ? "an authority" : terms.needed() + " authorities")
                        + ", and the time of grace was over at " + terms.refusesFrom(since),
                "what was begun before goes on; ask again once timestamps come again"));
    }

    private void arm() throws IOException {
        Optional<Instant> refusing =
                recorded == Entry.Timestamping.OVERDUE ? stampers.waiting().map(terms::refusesFrom) : Optional.empty();
        Optional<Instant> next =
                Stream.concat(stampers.next().stream(), refusing.stream()).min(Comparator.naturalOrder());
        if (next.isPresent()) {
            wakeAt(next.get());
            return;
        }
        timer = Optional.empty();
        isArmed = false;
        // What was committed since found an alarm that was none.
        if (stampers.waiting().isPresent()) {
            moreEntries();
        }
    }

    private void wakeAt(Instant at) {
        timer = Optional.of(at);
        Duration delay = Duration.between(ports.clock().instant(), at);
        // A millisecond more, since a timer may round down and the instant would not have come yet.
        ports.scheduler().runAfter(delay.isNegative() ? Duration.ZERO : delay.plusMillis(1), () -> ring(at));
    }
}
