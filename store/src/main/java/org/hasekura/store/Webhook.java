package org.hasekura.store;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An address that is told of events, and how far it has been told.
 *
 * @param types patterns of event types, for example {@code negotiation.*}; empty: all
 * @param secret signs what is sent to it
 * @param before the secret before the last change, which signs too for a while
 * @param position the index of the first entry of the evidence log that it has not been told of
 * @param failing since when it takes nothing; absent while it does
 * @param disabled why it is told nothing more; absent while it is
 * @param version grows by one with each change
 */
public record Webhook(
        String id,
        URI address,
        List<String> types,
        Secret secret,
        Optional<OldSecret> before,
        long position,
        Optional<Failing> failing,
        Optional<Disabled> disabled,
        Instant created,
        long version) {

    /** Random bytes in base64: known to this node and to who runs the address. Never shown in a text. */
    public record Secret(String base64) {
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }

    /** A secret that is good until then. */
    public record OldSecret(Secret secret, Instant until) {}

    /**
     * That it takes nothing.
     *
     * @param tries without success, since that time
     * @param reason what went wrong last, in words
     * @param again when it is tried again
     */
    public record Failing(Instant since, int tries, String reason, Instant again) {}

    /** That it was given up, or stopped by a person. */
    public record Disabled(Instant at, String reason) {}

    public Webhook {
        types = List.copyOf(types);
    }

    /** It has been told of everything before that entry. */
    public Webhook told(long next) {
        return new Webhook(id, address, types, secret, before, next, Optional.empty(), disabled, created, version + 1);
    }

    /**
     * It was told of everything before that entry, and did not take the next.
     *
     * @param end why it is given up by that; absent when it is tried again
     */
    public Webhook failed(long next, Failing how, Optional<Disabled> end) {
        return new Webhook(id, address, types, secret, before, next, Optional.of(how), end, created, version + 1);
    }

    /** It is told nothing more, until somebody wants it again. */
    public Webhook givenUp(Disabled why) {
        return new Webhook(
                id, address, types, secret, before, position, failing, Optional.of(why), created, version + 1);
    }

    /** It is told again, from the entry it stopped at. */
    public Webhook enabled() {
        return new Webhook(
                id, address, types, secret, before, position, Optional.empty(), Optional.empty(), created, version + 1);
    }

    /** Signs with the new secret, and until then with the one before too. */
    public Webhook rotated(Secret fresh, Instant until) {
        return new Webhook(
                id,
                address,
                types,
                fresh,
                Optional.of(new OldSecret(secret, until)),
                position,
                failing,
                disabled,
                created,
                version + 1);
    }
}
