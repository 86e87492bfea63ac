package org.hasekura.portal;

import java.time.Instant;
import java.util.Optional;

/**
 * How this register and that of another secretariat are joined over the exchange.
 *
 * @param peer the DID of the other secretariat's node
 * @param now what is being done; empty when nothing is
 * @param last what came of the last time; empty before the first is over
 */
public record Joining(String peer, Optional<Step> now, Optional<Outcome> last) {

    /** One after the other. */
    public enum Step {
        ASKING,
        AGREEING,
        FETCHING,
        JOINING
    }

    /** What came of it. */
    public sealed interface Outcome {

        Instant at();

        /**
         * It was taken over.
         *
         * @param added changes about something that was not in the register
         * @param changed changes about something that was
         * @param conflicting fields of the register that wait for a person
         * @param refused changes without a signature by a trusted key, or from another version of this software
         * @param why of the first one that was refused, in English
         */
        record Joined(Instant at, int added, int changed, int conflicting, int refused, Optional<String> why)
                implements Outcome {}

        /** Nothing was changed; what was begun over the exchange goes on by itself, and the next time takes it up. */
        record Failed(Instant at, String why) implements Outcome {}
    }

    /** The same at another step. */
    public Joining at(Step step) {
        return new Joining(peer, Optional.of(step), last);
    }

    /** The same when it is over. */
    public Joining over(Outcome outcome) {
        return new Joining(peer, Optional.empty(), Optional.of(outcome));
    }
}
