package org.hasekura.node;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hasekura.evidence.EntryStore;

/**
 * The events of this node: the entries of its evidence log, in the order in which they became durable. Whoever reads comes
 * with a position of their own and waits here for more; the commit itself wakes them, and nothing is kept for any of them.
 */
final class EventFeed implements AutoCloseable {

    private final EntryStore entries;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();

    // Guarded by the lock.
    private long size;
    private boolean isClosed;

    private EventFeed(EntryStore entries) {
        this.entries = entries;
    }

    static EventFeed of(EntryStore entries) throws IOException {
        EventFeed feed = new EventFeed(entries);
        feed.grown(entries.listen((first, added) -> feed.grown(first + added.size())));
        return feed;
    }

    /** Called on the thread that writes the store: it takes a lock that nobody holds for long, and returns. */
    private void grown(long entriesNow) {
        lock.lock();
        try {
            size = Math.max(size, entriesNow);
            more.signalAll();
        } finally {
            lock.unlock();
        }
        bells.forEach(Runnable::run);
    }

    /** Has this called after each commit; it must return at once. */
    void onMore(Runnable bell) {
        bells.add(bell);
    }

    void noMore(Runnable bell) {
        bells.remove(bell);
    }

    /** How many events there are: the index of the next one. */
    long size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /** What came of waiting. */
    enum Waited {
        THERE,
        NOT_YET,
        CLOSED
    }

    /** Waits until there is an event with this index. */
    Waited await(long index, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (size <= index && !isClosed && left > 0) {
                left = more.awaitNanos(left);
            }
            if (isClosed) {
                return Waited.CLOSED;
            }
            return size > index ? Waited.THERE : Waited.NOT_YET;
        } finally {
            lock.unlock();
        }
    }

    /** Events in order from this index on; fewer at the end. */
    List<Event> read(long from, int count) throws IOException {
        List<byte[]> read = entries.read(from, count);
        List<Event> events = new ArrayList<>(read.size());
        for (int at = 0; at < read.size(); at++) {
            events.add(Event.of(from + at, read.get(at)));
        }
        return events;
    }

    /** Sends all home who wait. */
    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
