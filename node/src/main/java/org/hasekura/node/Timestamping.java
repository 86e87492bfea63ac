package org.hasekura.node;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hasekura.evidence.BundleWriter;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.EntryStore;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.Timestamps;
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

    private record Failure(int times, Instant notBefore, String reason) {}

    private final String did;
    private final List<TimestampAuthority> authorities;
    private final TimestampTerms terms;
    private final KeptTimestamps kept;
    private final RetryPlan plan;
    private final Ports ports;

    /** Whether somebody will look at a time that is known; then a commit has nothing to do. */
    private volatile boolean isArmed;

    private volatile Optional<Reason> refusal = Optional.empty();

    // Written under the lock of this.
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();
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
        this.authorities = List.copyOf(authorities);
        this.terms = terms;
        this.kept = kept;
        this.plan = plan;
        this.ports = ports;
        this.recorded = ports.memory().last();
        if (recorded == Entry.Timestamping.REFUSING && !authorities.isEmpty()) {
            refuse(waiting());
        }
    }

    /** Why nothing new is begun now; empty when it is. */
    Optional<Reason> refusal() {
        return refusal;
    }

    /** Keeps the appointments that are due after a start, and makes the next. */
    void start() {
        if (!authorities.isEmpty()) {
            isArmed = true;
            ports.scheduler().run(this::look);
        }
    }

    /** Called after each commit, on the thread of the store: returns at once. */
    void moreEntries() {
        if (!isArmed && !authorities.isEmpty()) {
            isArmed = true;
            ports.scheduler().run(this::look);
        }
    }

    TimestampTerms terms() {
        return terms;
    }

    /** Where it stands now, for people, who do not wait for an authority that is just being asked. */
    Status status() throws IOException {
        List<Standing> standings = new ArrayList<>();
        for (TimestampAuthority each : authorities) {
            Optional<Failure> failure = Optional.ofNullable(failures.get(each.name()));
            standings.add(new Standing(
                    each,
                    kept.newest(each.name()),
                    kept.count(each.name()),
                    failure.map(Failure::times).orElse(0),
                    failure.map(Failure::reason),
                    next(each)));
        }
        return new Status(recorded, authorities.isEmpty() ? Optional.empty() : waiting(), standings);
    }

    /** Of those that stamp here, as PEM. */
    String roots() {
        StringBuilder pem = new StringBuilder();
        authorities.forEach(each -> pem.append(each.pem().strip()).append('\n'));
        return pem.toString();
    }

    /**
     * Timestamps for a bundle: of each authority the first over the first entry shown, and the first over the last one. Where
     * an authority has not stamped the last one yet it is asked now, once; a bundle waits for nobody.
     *
     * @param first index of the first entry shown
     * @param last index of the last
     * @param checkpoint the newest that the bundle shows, as the log alone signed it
     */
    synchronized List<BundleWriter.Stamp> covering(long first, long last, Note checkpoint) {
        long size = sizeOf(checkpoint);
        List<BundleWriter.Stamp> stamps = new ArrayList<>();
        for (TimestampAuthority each : authorities) {
            if (kept.firstOver(each.name(), last + 1).isEmpty()
                    && mayBeAsked(each, ports.clock().instant())) {
                ask(each, checkpoint);
            }
            Stream.concat(
                            kept.firstOver(each.name(), first + 1).stream(),
                            kept.firstOver(each.name(), last + 1).stream())
                    .distinct()
                    .filter(one -> one.size() <= size)
                    .flatMap(one -> checked(each, one).stream())
                    .forEach(stamps::add);
        }
        return stamps;
    }

    /** A file that was damaged since must not spoil a bundle. */
    private Optional<BundleWriter.Stamp> checked(TimestampAuthority authority, KeptTimestamps.Kept one) {
        try {
            BundleWriter.Stamp stamp = kept.read(authority.name(), one);
            if (Timestamps.check(stamp.answer(), stamp.stamped(), Optional.empty(), authority.roots())
                    instanceof Timestamps.Check.Refused(String reason)) {
                throw new IOException(reason);
            }
            return Optional.of(stamp);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a timestamp of {0} over {1} entries is left out of a bundle: {2}",
                    authority.name(),
                    one.size(),
                    e.getMessage());
            return Optional.empty();
        }
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
            keepAppointments();
            judge();
            arm();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "timestamps wait: {0}", e.getMessage());
            wakeAt(ports.clock().instant().plus(plan.longest()));
        }
    }

    private void keepAppointments() throws IOException {
        Instant now = ports.clock().instant();
        List<TimestampAuthority> due = new ArrayList<>();
        for (TimestampAuthority each : authorities) {
            if (next(each).filter(at -> !at.isAfter(now)).isPresent()) {
                due.add(each);
            }
        }
        if (!due.isEmpty()) {
            Note checkpoint = ports.log().checkpoint();
            due.forEach(each -> ask(each, checkpoint));
        }
    }

    private boolean mayBeAsked(TimestampAuthority authority, Instant now) {
        return Optional.ofNullable(failures.get(authority.name()))
                .filter(failure -> failure.notBefore().isAfter(now))
                .isEmpty();
    }

    /** What comes back is checked whole, and only then kept. */
    private void ask(TimestampAuthority authority, Note checkpoint) {
        byte[] stamped = checkpoint.note().getBytes(StandardCharsets.UTF_8);
        BigInteger nonce = BigInteger.valueOf(ports.random().nextLong(1, Long.MAX_VALUE));
        try {
            byte[] answer = ports.asking().ask(authority, Timestamps.request(stamped, nonce));
            switch (Timestamps.check(answer, stamped, Optional.of(nonce), authority.roots())) {
                case Timestamps.Check.Stamped(Instant at, var _) ->
                    kept.keep(authority.name(), at, new BundleWriter.Stamp(sizeOf(checkpoint), stamped, answer));
                case Timestamps.Check.Refused(String reason) -> throw new IOException("what it answered: " + reason);
            }
            failures.remove(authority.name());
        } catch (IOException e) {
            int times = Optional.ofNullable(failures.get(authority.name()))
                            .map(Failure::times)
                            .orElse(0)
                    + 1;
            Duration delay = plan.delayAfter(times, ports.random());
            String reason = String.valueOf(e.getMessage());
            failures.put(
                    authority.name(), new Failure(times, ports.clock().instant().plus(delay), reason));
            LOG.log(System.Logger.Level.INFO, "no timestamp of {0}: {1}", authority, reason);
        }
    }

    /** Durable as evidence before it takes effect. */
    private void judge() throws IOException {
        Optional<Instant> waiting = waiting();
        Entry.Timestamping state = terms.state(waiting, ports.clock().instant());
        if (state != recorded) {
            Instant now = ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
            ports.memory().changed(new Entry.TimestampingChanged(did, now, state, lastTimestamp()));
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

    /** Time in the last timestamp of the authority that makes it as many as are needed. */
    private Optional<Instant> lastTimestamp() {
        return authorities.stream()
                .flatMap(each -> kept.newest(each.name()).stream())
                .map(KeptTimestamps.Kept::at)
                .sorted(Comparator.reverseOrder())
                .skip(terms.needed() - 1L)
                .findFirst();
    }

    private void arm() throws IOException {
        List<Instant> times = new ArrayList<>();
        for (TimestampAuthority each : authorities) {
            next(each).ifPresent(times::add);
        }
        if (recorded == Entry.Timestamping.OVERDUE) {
            waiting().map(terms::refusesFrom).ifPresent(times::add);
        }
        Optional<Instant> next = times.stream().min(Comparator.naturalOrder());
        if (next.isPresent()) {
            wakeAt(next.get());
            return;
        }
        timer = Optional.empty();
        isArmed = false;
        // What was committed since found an alarm that was none.
        if (waiting().isPresent()) {
            moreEntries();
        }
    }

    private void wakeAt(Instant at) {
        timer = Optional.of(at);
        Duration delay = Duration.between(ports.clock().instant(), at);
        // A millisecond more, since a timer may round down and the instant would not have come yet.
        ports.scheduler().runAfter(delay.isNegative() ? Duration.ZERO : delay.plusMillis(1), () -> ring(at));
    }

    /** When the authority is asked; empty if it has stamped everything. */
    private Optional<Instant> next(TimestampAuthority authority) throws IOException {
        long stamped =
                kept.newest(authority.name()).map(KeptTimestamps.Kept::size).orElse(0L);
        Optional<Instant> appointment = recordedAt(stamped).map(terms::appointment);
        Optional<Instant> notBefore =
                Optional.ofNullable(failures.get(authority.name())).map(Failure::notBefore);
        return appointment.map(
                at -> notBefore.filter(later -> later.isAfter(at)).orElse(at));
    }

    private Optional<Instant> waiting() throws IOException {
        long stamped = authorities.stream()
                .map(each ->
                        kept.newest(each.name()).map(KeptTimestamps.Kept::size).orElse(0L))
                .sorted(Comparator.reverseOrder())
                .skip(terms.needed() - 1L)
                .findFirst()
                .orElse(0L);
        return recordedAt(stamped);
    }

    private Optional<Instant> recordedAt(long index) throws IOException {
        List<byte[]> entry = ports.entries().read(index, 1);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Instant at = Entry.parse(entry.getFirst()).orElseThrow().at();
        Instant now = ports.clock().instant();
        // Of an entry from the future, by a clock that was set back, nobody knows how long it waits: it is due.
        return Optional.of(at.isAfter(now) ? now.minus(terms.interval()) : at);
    }

    private static long sizeOf(Note checkpoint) {
        return Checkpoint.parse(checkpoint.text()).orElseThrow().head().size();
    }
}
