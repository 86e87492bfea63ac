package org.hasekura.exchange;

import java.util.List;
import java.util.Optional;

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
    interface Step<P, A> {
        Work<P, A> take() throws StoreFailed;
    }

    /** What follows a commit: sending, telling, and what this side does a little later. */
    interface AfterCommit {
        void after(Object process, Draft<?> draft);
    }

    <P extends Record, A> Answer<P> answering(Optional<Inbound> in, Step<P, A> step) throws StoreFailed {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            switch (step.take()) {
                case Work.Answered<P, A>(Answer<P> answer) -> {
                    return in.isPresent() && answer instanceof Answer.Taken ? used(in.get(), answer) : answer;
                }
                case Work.Drafted<P, A>(Draft<A> draft, P process, boolean opened) -> {
                    switch (store.commit(draft.commit(in.map(Inbound::token)))) {
                        case Committed.Done _ -> {
                            afterCommit.after(process, draft);
                            return new Answer.Taken<>(process, opened);
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
    private <P extends Record> Answer<P> used(Inbound in, Answer<P> answer) throws StoreFailed {
        return switch (store.commit(new Commit(List.of(), Optional.of(in.token()), List.of()))) {
            case Committed.Done _ -> answer;
            case Committed.TokenReused _ -> new Answer.TokenReused<>();
            case Committed.Busy _, Committed.Conflict _ -> new Answer.Busy<>();
        };
    }
}
