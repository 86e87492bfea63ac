package org.hasekura.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Watches over the transfers that run, so that none goes on without a ground: each is judged again when the law or a fact
 * was changed, at the first instant at which something that its last ruling rests on ends, and at the beginning of each
 * day, since law can begin as well as end.
 *
 * <p>One timer at a time counts, that of the earliest instant; while nothing runs there is none. A look that finds
 * everything as before writes nothing.
 */
final class Watch {
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());

    /** Takes the step that judges a transfer again. */
    interface Step {
        void take(Transfer seen) throws StoreFailed;
    }

    private record Due(Instant at, String pid) {}

    private final ExchangeStore store;
    private final Judging judging;
    private final Step again;
    private final Scheduler scheduler;
    private final Clock clock;

    // Guarded by this: ends that come before the next day begins, and the timer that counts.
    private final PriorityQueue<Due> ends = new PriorityQueue<>(Comparator.comparing(Due::at));
    private Optional<Instant> timer = Optional.empty();

    Watch(ExchangeStore store, Judging judging, Step again, Scheduler scheduler, Clock clock) {
        this.store = store;
        this.judging = judging;
        this.again = again;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Looks at every transfer that this side provides and that runs or waits. */
    void lookAtAll() throws StoreFailed {
        lookAt(_ -> true);
    }

    /** The same for those with that peer. */
    void lookAtThoseWith(String peer) throws StoreFailed {
        lookAt(transfer -> transfer.peer().equals(peer));
    }

    /**
     * Looks at one that was just left running: what it was judged by may have been replaced after it was judged and
     * before that was stored, when those who replaced it did not see it run.
     */
    void lookSoonAt(String pid) {
        scheduler.run(() -> lookAtOnes(List.of(pid)));
    }

    /** Told after each commit that leaves a transfer of this side running. */
    synchronized void runs(String pid, Optional<Instant> holdsUntil) {
        holdsUntil.filter(tomorrow()::isAfter).ifPresent(at -> ends.add(new Due(at, pid)));
        armNext();
    }

    private synchronized void armNext() {
        Due first = ends.peek();
        arm(first == null ? tomorrow() : first.at());
    }

    private void lookAt(Predicate<Transfer> these) throws StoreFailed {
        for (Transfer transfer : store.openTransfers()) {
            if (transfer.role() == Role.PROVIDER && these.test(transfer)) {
                look(transfer);
            }
        }
    }

    private void look(Transfer transfer) throws StoreFailed {
        if (transfer.isRunning()) {
            Judging.Verdict verdict = judging.today(transfer);
            if (verdict.isAs(transfer)) {
                runs(transfer.pid(), verdict.holdsUntil());
                return;
            }
        }
        if (transfer.isRunning() || Judging.waits(transfer)) {
            again.take(transfer);
        }
    }

    /** Caller holds the lock. A timer that is overtaken by an earlier one does nothing when its time comes. */
    private void arm(Instant at) {
        if (timer.isEmpty() || at.isBefore(timer.get())) {
            timer = Optional.of(at);
            Duration delay = Duration.between(clock.instant(), at);
            // A millisecond more, since a timer may round down and the day would not have come yet.
            scheduler.runAfter((delay.isNegative() ? Duration.ZERO : delay).plusMillis(1), () -> ring(at));
        }
    }

    private void ring(Instant at) {
        List<String> due = new ArrayList<>();
        boolean newDay;
        synchronized (this) {
            if (!timer.equals(Optional.of(at))) {
                return;
            }
            timer = Optional.empty();
            newDay = at.equals(startOf(LocalDate.ofInstant(at, ZoneOffset.UTC)));
            while (!ends.isEmpty() && !ends.peek().at().isAfter(at)) {
                due.add(ends.remove().pid());
            }
        }
        if (newDay) {
            quietly(this::lookAtAll);
        } else {
            lookAtOnes(due);
            armNext();
        }
    }

    private void lookAtOnes(List<String> pids) {
        quietly(() -> {
            for (String pid : pids) {
                Optional<Transfer> now = store.transfer(pid).filter(each -> each.role() == Role.PROVIDER);
                if (now.isPresent()) {
                    look(now.get());
                }
            }
        });
    }

    private interface Look {
        void take() throws StoreFailed;
    }

    private static void quietly(Look look) {
        try {
            look.take();
        } catch (StoreFailed failed) {
            LOG.log(System.Logger.Level.DEBUG, "running transfers are judged again at the next start", failed);
        }
    }

    private Instant tomorrow() {
        return startOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
