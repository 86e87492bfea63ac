package org.hasekura.store;

/**
 * How much the store takes at once.
 *
 * @param queueMax commits that may wait; one more is answered with {@code Busy}
 * @param batchMax commits that go into one transaction
 * @param readers threads, and connections, that read
 */
public record StoreSettings(int queueMax, int batchMax, int readers) {

    public static final StoreSettings DEFAULT = new StoreSettings(4_096, 256, 4);

    public StoreSettings {
        if (queueMax < 1 || batchMax < 1 || readers < 1 || readers > 64) {
            throw new IllegalArgumentException("a store needs a queue, a batch and 1 to 64 readers, was " + queueMax
                    + ", " + batchMax + ", " + readers);
        }
    }
}
