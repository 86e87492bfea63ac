package org.hasekura.node;

import java.time.Duration;

/** Says on stderr what a command waits for, when it takes longer than a second. */
final class Progress implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Thread teller;

    private Progress(Thread teller) {
        this.teller = teller;
    }

    static Progress of(String what) {
        return new Progress(Thread.ofVirtual().start(() -> tell(what)));
    }

    /** One line at first, then one whenever the time has doubled. */
    @SuppressWarnings("SystemOut")
    private static void tell(String what) {
        try {
            for (Duration passed = PATIENCE; ; passed = passed.multipliedBy(2)) {
                Thread.sleep(passed.equals(PATIENCE) ? PATIENCE : passed.dividedBy(2));
                System.err.println(what + " ... " + passed.toSeconds() + " s");
            }
        } catch (InterruptedException _) {
            // What was waited for is there.
        }
    }

    @Override
    public void close() {
        teller.interrupt();
    }
}
