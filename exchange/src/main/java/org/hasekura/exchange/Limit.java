package org.hasekura.exchange;

import java.time.Instant;
import java.util.Optional;
import org.hasekura.identity.ParticipantFacts;

/**
 * An order not to be connected with some participants: whom it meets, from when to when, why, and what becomes of what
 * runs with them. An operator or a security authority gives it; it can be lifted, never changed.
 *
 * @param from the instant from which it holds
 * @param until the instant before which it holds; absent while it has no end
 * @param reason why, in words that the participants are told, too
 * @param citation the act, order or decision that it rests on
 * @param role the role of the person who gave it; never a name
 * @param given when it was recorded
 */
public record Limit(
        String id,
        Target target,
        Effect effect,
        Instant from,
        Optional<Instant> until,
        String reason,
        String citation,
        String role,
        Instant given,
        Optional<Lifting> lifted) {

    /** Whom a limit meets. */
    public sealed interface Target {

        /** As it is written: a DID, a country or a name. */
        String value();

        /** Whether it meets the participant, by what the register says of it; of whom it says nothing nobody knows. */
        default boolean meets(String did, Optional<ParticipantFacts> facts) {
            return switch (this) {
                case Party(String party) -> party.equals(did);
                case Country(String country) ->
                    facts.flatMap(ParticipantFacts::country)
                            .filter(country::equals)
                            .isPresent();
                case Supplier(String name) ->
                    facts.filter(each -> each.suppliers().contains(name)).isPresent();
            };
        }

        /** One participant, by its DID. */
        record Party(String value) implements Target {}

        /** Every participant of a country, ISO 3166-1 alpha-2, by the participant register. */
        record Country(String value) implements Target {}

        /** Every participant whose connection rests on this supplier, by the participant register. */
        record Supplier(String value) implements Target {}
    }

    /** What becomes of transfers that run. */
    public enum Effect {
        /** They pause, and go on by themselves when the limit holds no longer. */
        SUSPEND,
        /** They end. */
        TERMINATE;

        /** Whether a limit stops this transfer with a peer that it meets: one that ends what runs ends what waits, too. */
        boolean stops(Transfer transfer) {
            return transfer.isRunning()
                    || (this == TERMINATE && !transfer.effective().isFinal());
        }
    }

    /** That it holds no longer: when it was lifted, by whom and why. */
    public record Lifting(Instant at, String role, String reason) {}

    public boolean holdsAt(Instant now) {
        return lifted.isEmpty()
                && !now.isBefore(from)
                && until.map(now::isBefore).orElse(true);
    }

    Limit lifted(Lifting lifting) {
        return new Limit(id, target, effect, from, until, reason, citation, role, given, Optional.of(lifting));
    }
}
