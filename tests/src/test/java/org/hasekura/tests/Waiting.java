package org.hasekura.tests;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for a condition, by looking again and again. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A look that may fail. */
    interface Look<T> {
        T look() throws IOException;
    }

    private Waiting() {}

    /** The first thing seen that is as wanted. */
    static <T> T until(Look<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String last;
            try {
                T seen = look.look();
                if (wanted.test(seen)) {
                    return seen;
                }
                last = String.valueOf(seen);
            } catch (IOException away) {
                last = away.toString();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + last);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
