package org.hasekura.node;

import java.io.IOException;
import java.time.Duration;
import org.hasekura.exchange.StoreFailed;

/** What a node does again and again of its own accord. What goes wrong once is told and done again the next time. */
final class Chores {

    private static final System.Logger LOG = System.getLogger(Chores.class.getName());

    private final VirtualScheduler scheduler;

    Chores(VirtualScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Something that is done again and again. */
    interface Chore {
        void run() throws IOException;
    }

    /** Each time so long after it was done the last time. */
    void every(Duration interval, Chore chore) {
        scheduler.runEvery(interval, () -> quietly(chore));
    }

    /** Now, and then each time so long after it was done the last time. */
    void nowAndEvery(Duration interval, Chore chore) {
        scheduler.run(() -> quietly(chore));
        every(interval, chore);
    }

    /** A while after it was called for, and not otherwise. */
    Soon after(Duration delay, Chore chore) {
        return new Soon(scheduler, delay, () -> quietly(chore));
    }

    private static void quietly(Chore chore) {
        try {
            chore.run();
        } catch (StoreFailed failed) {
            LOG.log(System.Logger.Level.DEBUG, "the store has failed", failed);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "will be tried again: {0}", e.getMessage());
        }
    }
}
