package org.hasekura.node;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hasekura.evidence.BundleWriter;
import org.hasekura.evidence.Checkpoint;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Note;
import org.hasekura.evidence.Timestamps;
import org.hasekura.exchange.RetryPlan;

/**
 * The authorities that stamp this node's checkpoints: which are due, what each answers, and what of it covers which entries.
 * Who is asked waits for the answer, so asking is the work of one thread at a time; what only looks may be called by any.
 */
final class Stampers {

    private static final System.Logger LOG = System.getLogger(Stampers.class.getName());

    private record Failure(int times, Instant notBefore, String reason) {}

    private final List<TimestampAuthority> authorities;
    private final TimestampTerms terms;
    private final KeptTimestamps kept;
    private final RetryPlan plan;
    private final Timestamping.Ports ports;

    // Written by the thread that asks.
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    Stampers(
            List<TimestampAuthority> authorities,
            TimestampTerms terms,
            KeptTimestamps kept,
            RetryPlan plan,
            Timestamping.Ports ports) {
        this.authorities = List.copyOf(authorities);
        this.terms = terms;
        this.kept = kept;
        this.plan = plan;
        this.ports = ports;
    }

    /** How each of them does. */
    List<Timestamping.Standing> standings() throws IOException {
        List<Timestamping.Standing> standings = new ArrayList<>();
        for (TimestampAuthority each : authorities) {
            Optional<Failure> failure = Optional.ofNullable(failures.get(each.name()));
            standings.add(new Timestamping.Standing(
                    each,
                    kept.newest(each.name()),
                    kept.count(each.name()),
                    failure.map(Failure::times).orElse(0),
                    failure.map(Failure::reason),
                    next(each)));
        }
        return standings;
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
    List<BundleWriter.Stamp> covering(long first, long last, Note checkpoint) {
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

    /** Asks those that are due. */
    void keepAppointments() throws IOException {
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

    /** When the next of them is asked; empty if all have stamped everything. */
    Optional<Instant> next() throws IOException {
        Optional<Instant> earliest = Optional.empty();
        for (TimestampAuthority each : authorities) {
            Optional<Instant> next = next(each);
            earliest = Stream.concat(earliest.stream(), next.stream()).min(Comparator.naturalOrder());
        }
        return earliest;
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

    /** Time in the last timestamp of the authority that makes it as many as are needed. */
    Optional<Instant> lastTimestamp() {
        return authorities.stream()
                .flatMap(each -> kept.newest(each.name()).stream())
                .map(KeptTimestamps.Kept::at)
                .sorted(Comparator.reverseOrder())
                .skip(terms.needed() - 1L)
                .findFirst();
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

    /** When the oldest entry was recorded that too few have stamped; empty if enough have stamped all, or none is to. */
    Optional<Instant> waiting() throws IOException {
        if (authorities.isEmpty()) {
            return Optional.empty();
        }
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
