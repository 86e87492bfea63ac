package org.hasekura.delivery;

/**
 * The right of one stream to pass through the gate of its transfer, until the gate closes or the stream ends. To be
 * closed by whoever serves the stream, in any case.
 */
public final class Passage implements AutoCloseable {
    private final Gate gate;
    private final Stop stop;

    Passage(Gate gate, Stop stop) {
        this.gate = gate;
        this.stop = stop;
    }

    /** Whether the next piece, of at most {@value Pump#CHUNK_BYTES} bytes, may still pass. */
    public boolean isOpen() {
        return !stop.isMade();
    }

    /**
     * What ends the connection when the gate closes, so that a write that waits for a slow reader ends too. Runs in a
     * thread of its own, at once when the gate has closed already, and not after {@link #close}.
     */
    public void onCut(Runnable cut) {
        stop.closes(cut);
    }

    /** Counts bytes as served. To be called before they are handed to the connection: see {@link Pump}. */
    public void count(long bytes) {
        gate.count(bytes);
    }

    void cut() {
        stop.make();
    }

    @Override
    public void close() {
        gate.leave(this);
        stop.over();
    }
}
