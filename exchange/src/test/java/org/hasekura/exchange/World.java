package org.hasekura.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time and the order of things in a test: one thread, a clock that stands still between events. */
final class World {

    private static final Duration SOON = Duration.ofHours(1);
    private static final int EVENTS_MAX = 200_000;

    private record Event(Instant at, long order, Runnable task) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::order));
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private long order;
    private long done;

    Instant now() {
        return now;
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("the world has one time zone");
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    void after(Duration delay, Runnable task) {
        events.add(new Event(now.plus(delay), order++, task));
    }

    /** Lets time pass with nothing due in it left undone. */
    void pass(Duration duration) {
        Instant until = now.plus(duration);
        while (!events.isEmpty() && !events.peek().at().isAfter(until)) {
            next();
        }
        now = now.isAfter(until) ? now : until;
    }

    /** Time passes while nothing can be done: what falls due in it is late. */
    void standStill(Duration duration) {
        now = now.plus(duration);
    }

    /** Runs until nothing more is to happen within the hour. Whatever is due later, such as the next day, waits. */
    void settle() {
        while (!events.isEmpty() && !events.peek().at().isAfter(now.plus(SOON))) {
            next();
        }
    }

    private void next() {
        Event event = events.remove();
        if (++done > EVENTS_MAX) {
            throw new AssertionError("does not come to rest, at " + now);
        }
        now = event.at().isAfter(now) ? event.at() : now;
        event.task().run();
    }
}
