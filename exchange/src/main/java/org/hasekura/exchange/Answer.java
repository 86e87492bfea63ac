package org.hasekura.exchange;

/** What the peer, or the person at this side, is told. Nothing but {@link Taken} changed anything. */
public sealed interface Answer<P> {

    /** Done and durable, or done before by the very same message. {@code opened}: a new process began. */
    record Taken<P>(P process, boolean opened) implements Answer<P> {}

    /** Not possible, and why; the process stays as it was. */
    record Refused<P>(Pids pids, Reason reason) implements Answer<P> {}

    /** There is no such thing, or it is not for this peer to know. */
    record NotFound<P>() implements Answer<P> {}

    /** The token was used before. */
    record TokenReused<P>() implements Answer<P> {}

    /** Too much at once; ask again a little later. */
    record Busy<P>() implements Answer<P> {}
}
