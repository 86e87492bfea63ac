package org.hasekura.exchange;

/** How a node ends without a word. */
enum Death {
    /** The process is gone; what it has written, the operating system still has. */
    SIGKILL,
    /** The machine is gone, and with it any part of what was written and not synced. */
    POWER_LOSS
}
