package org.hasekura.exchange;

/** What became of a commit. Only {@link Done} changed anything. */
public sealed interface Committed {

    /** Durable. The evidence entries stand in the log from {@code firstIndex} on, in order. */
    record Done(long firstIndex) implements Committed {}

    /** Something was changed by somebody else since it was read: read again, and step again. */
    record Conflict(String what) implements Committed {}

    /** The token was used before. */
    record TokenReused() implements Committed {}

    /**
     * Nothing was changed, because too many commits wait already: answer 503 with a time to try again, or wait and hand
     * in the same commit again.
     */
    record Busy() implements Committed {}
}
