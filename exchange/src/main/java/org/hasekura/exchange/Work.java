package org.hasekura.exchange;

/**
 * What a step came to: an answer that changes nothing, or a draft to be committed.
 *
 * @param <P> the process
 * @param <A> its acts
 */
sealed interface Work<P, A> {

    /** Nothing is to be changed. */
    record Answered<P, A>(Answer<P> answer) implements Work<P, A> {}

    /** To be committed; then the process stands like this. */
    record Drafted<P, A>(Draft<A> draft, P process, boolean opened) implements Work<P, A> {}
}
