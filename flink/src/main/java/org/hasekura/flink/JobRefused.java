package org.hasekura.flink;

/** A job that was asked for wrongly, or whose tables cannot be read; nothing was written. */
public final class JobRefused extends Exception {

    private static final long serialVersionUID = 1;

    JobRefused(String message) {
        super(message);
    }
}
