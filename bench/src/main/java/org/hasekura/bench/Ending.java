package org.hasekura.bench;

import java.util.concurrent.TimeUnit;

/** The end of a process that was started to be measured. */
final class Ending {

    private static final int PATIENCE_SECONDS = 20;

    private Ending() {}

    /** Asks it to end, makes it end after a while, and waits. */
    static void of(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
