package org.hasekura.exchange;

/**
 * What a step came to: an answer that changes nothing, or a draft to be committed.
 *
 * @param <P> the conversation
 * @param <A> its acts
 */
sealed interface Work<P, A> {

    /** Nothing is to be changed. */
    record Answered<P, A>(Answer<P> answer) implements Work<P, A> {}

    /** To be committed; then the conversation stands like this. */
    record Drafted<P, A>(Draft<?, ?, A> draft, P conversation, boolean opened) implements Work<P, A> {}

    /** Fine as it is. */
    static <P, A> Work<P, A> unchanged(P conversation) {
        return new Answered<>(new Answer.Taken<>(conversation, false));
    }

    static <P, A> Work<P, A> notFound() {
        return new Answered<>(new Answer.NotFound<>());
    }

    static <P, A> Work<P, A> refused(Pids pids, Reason reason) {
        return new Answered<>(new Answer.Refused<>(pids, reason));
    }

    static <P, A> Work<P, A> refused(Pids pids, String code, String sentence) {
        return refused(pids, Reason.of(code, sentence));
    }
}
