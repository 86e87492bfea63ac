package org.hasekura.sender;

import java.util.HashMap;
import java.util.Map;

/** Counts open connections, in all and by address, so that nobody alone can take all places. */
public final class Addresses {
    private final int most;
    private final int mostPerAddress;

    // Guarded by this.
    private final Map<String, Integer> open = new HashMap<>();
    private int all;

    public Addresses(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /** Whether one more connection has a place; it must then {@link #leave}. */
    public synchronized boolean enter(String address) {
        int before = open.getOrDefault(address, 0);
        if (all >= most || before >= mostPerAddress) {
            return false;
        }
        all++;
        open.put(address, before + 1);
        return true;
    }

    /** Gives a place back. */
    public synchronized void leave(String address) {
        int left = open.getOrDefault(address, 0) - 1;
        if (left < 0) {
            throw new IllegalStateException("nobody from `" + address + "` is here");
        }
        all--;
        if (left == 0) {
            open.remove(address);
        } else {
            open.put(address, left);
        }
    }
}
