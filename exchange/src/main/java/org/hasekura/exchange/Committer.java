package org.hasekura.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a step to the disk: commits its draft, steps again on a conflict, and starts what follows a commit. */
final class Committer {

    /** So many others changing the same process at once means that something is wrong with us. */
    private static final int TRIES_MAX = 64;

    private final ExchangeStore store;
    private final AfterCommit afterCommit;

    Committer(ExchangeStore store, AfterCommit afterCommit) {
        this.store = store;
        this.afterCommit = afterCommit;
    }

    /** Reads and steps; called again when what it has read was changed meanwhile. */
    interface Stepping<P, A> {
        Work<P, A> take() throws StoreFailed;
    }

    /** What follows every commit: telling and sending. */
    interface AfterCommit {
        void after(Conversation<?> conversation, Draft<?, ?, ?> draft);
    }

    /**
     * Answers when the step is durable, or changes nothing.
     *
     * @param in whose token is used up by it
     * @param then takes what was committed, after everybody has been told
     */
    <P extends Conversation<?>, A> Answer<P> answering(
            Optional<Inbound> in, Stepping<P, A> step, Consumer<Work.Drafted<P, A>> then) throws StoreFailed {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            switch (step.take()) {
                case Work.Answered<P, A>(Answer<P> answer) -> {
                    return in.isPresent() && answer instanceof Answer.Taken ? used(in.get(), answer) : answer;
                }
                case Work.Drafted<P, A> drafted -> {
                    switch (store.commit(drafted.draft().commit(in.map(Inbound::token)))) {
                        case Committed.Done _ -> {
                            afterCommit.after(drafted.conversation(), drafted.draft());
                            then.accept(drafted);
                            return new Answer.Taken<>(drafted.conversation(), drafted.opened());
                        }
                        case Committed.TokenReused _ -> {
                            return new Answer.TokenReused<>();
                        }
                        case Committed.Busy _ -> {
                            return new Answer.Busy<>();
                        }
                        case Committed.Conflict _ -> {
                            continue;
                        }
                    }
                }
            }
        }
        return new Answer.Busy<>();
    }

    /** A repeated message is taken again with its new token, which cannot be used for anything else from then on. */
    private <P> Answer<P> used(Inbound in, Answer<P> answer) throws StoreFailed {
        return switch (store.commit(new Commit(List.of(), Optional.of(in.token()), List.of()))) {
            case Committed.Done _ -> answer;
            case Committed.TokenReused _ -> new Answer.TokenReused<>();
            case Committed.Busy _, Committed.Conflict _ -> new Answer.Busy<>();
        };
    }
}
