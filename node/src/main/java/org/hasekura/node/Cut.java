package org.hasekura.node;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Ends streamed answers from outside, at once: also one that waits for a slow reader. One cut may serve all answers
 * under one transfer.
 */
public final class Cut {

    // Guarded by this.
    private final Set<Thread> writing = new HashSet<>();
    private boolean isMade;

    /** Ends what is being written, and everything that would be written later. */
    public synchronized void make() {
        isMade = true;
        // On a virtual thread this closes the socket that it waits for.
        writing.forEach(Thread::interrupt);
    }

    public synchronized boolean isMade() {
        return isMade;
    }

    /** The calling thread begins to write. */
    synchronized void enter() throws IOException {
        refuseWhenMade();
        writing.add(Thread.currentThread());
    }

    /** The calling thread has ended writing; it is not interrupted any more. */
    synchronized void leave() {
        writing.remove(Thread.currentThread());
        if (isMade) {
            // The interruption was meant for the writing alone.
            boolean _ = Thread.interrupted();
        }
    }

    /** Checked before each piece. */
    void refuseWhenMade() throws IOException {
        if (isMade()) {
            throw new IOException("the transfer was stopped");
        }
    }
}
