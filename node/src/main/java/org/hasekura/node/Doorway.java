package org.hasekura.node;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Ids;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Admission;
import org.hasekura.identity.Authenticator;
import org.hasekura.identity.CallbackCheck;
import org.hasekura.identity.DidResolver;
import org.hasekura.identity.SelfIssuedToken.IssuerClaim;
import org.hasekura.identity.TokenCheck;
import org.hasekura.identity.TokenReplay;
import org.hasekura.identity.TokenRules;
import org.hasekura.identity.UnverifiedToken;

/**
 * Who stands at the door? Every request of a peer passes here: its token is read, the register is asked, and only then is
 * the sender's document fetched and the token proved. Whoever is not in the register learns nothing, not even that there is
 * something (404, DSP 2025-1 #authorization), and makes this node ask no other host. Whoever writes a token in the name of a
 * participant is answered in the same way, and after the same time, so that nobody can ask who is in the register.
 */
final class Doorway {

    /** What came of looking. */
    sealed interface Seen {

        /** A participant of the register, with the token that is still to be used up. */
        record Known(TokenCheck.Accepted token) implements Seen {
            String did() {
                return token.did().text();
            }
        }

        /** Turned away. */
        record TurnedAway(int status, String reason) implements Seen {}
    }

    /**
     * Longer than a document that is remembered takes to be found and a signature to be checked, by far; a document that
     * has to be fetched first may take longer, which shows at most once in the time for which it is remembered.
     */
    static final Duration UNSEEN_AFTER = Duration.ofMillis(100);

    private static final String NOT_IN_REGISTER = "not-in-register";

    /** Waits. */
    @FunctionalInterface
    interface Pause {

        /** Until {@link System#nanoTime} is there. */
        void until(long nanoTime);
    }

    private final Authenticator authenticator;
    private final DidResolver resolver;
    private final TokenRules rules;
    private final TokenReplay replay;
    private final Admission admission;
    private final ExchangeStore store;
    private final Refusals refusals;
    private final Clock clock;
    private final Optional<StaticPeer> staticPeer;
    private final Ids ids;
    private final Pause pause;

    Doorway(
            Authenticator authenticator,
            DidResolver resolver,
            TokenRules rules,
            TokenReplay replay,
            Admission admission,
            ExchangeStore store,
            Refusals refusals,
            Clock clock,
            Optional<StaticPeer> staticPeer,
            Ids ids,
            Pause pause) {
        this.authenticator = authenticator;
        this.resolver = resolver;
        this.rules = rules;
        this.replay = replay;
        this.admission = admission;
        this.store = store;
        this.refusals = refusals;
        this.clock = clock;
        this.staticPeer = staticPeer;
        this.ids = ids;
        this.pause = pause;
    }

    /**
     * For a message that will be committed: its token is used up by the commit, which also knows those of before a
     * restart; and here, so that a token seen in a read or write serves for no other.
     */
    Seen write(Request request) throws StoreFailed {
        Seen seen = look(request);
        return seen instanceof Seen.Known known
                        && replay.use(known.token(), clock.instant()) == TokenReplay.Use.REPEATED
                ? reused()
                : seen;
    }

    /** For a read: its token is used up here, in memory. */
    Seen read(Request request) throws StoreFailed {
        Seen seen = look(request);
        if (!(seen instanceof Seen.Known known)) {
            return seen;
        }
        return switch (replay.use(known.token(), clock.instant())) {
            case FIRST -> known;
            case REPEATED -> reused();
            case BEFORE_START ->
                turnedAway("token-before-start", 401, "the token is older than this node's start; make a new one");
            case FULL -> turnedAway("too-many-tokens", 503, "too many requests at once; ask again a little later");
        };
    }

    /** Until when the token must be remembered. */
    org.hasekura.exchange.Commit.TokenUse use(TokenCheck.Accepted token) {
        return new org.hasekura.exchange.Commit.TokenUse(
                token.did().text(), token.tokenId(), rules.rememberUntil(token));
    }

    /** Why this peer's callback cannot be used; empty when it can. */
    Optional<String> callbackFault(TokenCheck.Accepted token, String callback) {
        if (staticPeer.filter(each -> each.did().equals(token.did())).isPresent()) {
            return StaticPeer.callbackFault(callback);
        }
        return switch (resolver.resolve(token.did())) {
            case DidResolver.Resolution.Unresolved(String words) -> Optional.of(words);
            case DidResolver.Resolution.Resolved resolved ->
                switch (CallbackCheck.check(callback, resolved.document(), admission)) {
                    case CallbackCheck.Answer.Announced _ -> Optional.empty();
                    case CallbackCheck.Answer.Refused(String words) -> Optional.of(words);
                };
        };
    }

    private Seen look(Request request) throws StoreFailed {
        Optional<StaticPeer> sender = staticPeer.filter(each -> each.isSenderOf(request));
        if (sender.isPresent()) {
            return registered(sender.get().accepted(ids.next(), clock.instant()));
        }
        Optional<String> token = request.bearerToken();
        if (token.isEmpty()) {
            return turnedAway("no-token", 401, "send `Authorization: Bearer` with a self-issued token");
        }
        long began = System.nanoTime();
        return switch (authenticator.read(token.get(), clock.instant())) {
            case IssuerClaim.Refused(TokenCheck.Rejected rejection) -> rejected(rejection);
            case IssuerClaim.Claimed(UnverifiedToken claimed) ->
                store.isParticipant(claimed.claimedIssuer().text())
                        ? proved(claimed, began)
                        : unseen(NOT_IN_REGISTER, began);
        };
    }

    private Seen proved(UnverifiedToken claimed, long began) {
        return switch (authenticator.verify(claimed, clock.instant())) {
            case TokenCheck.Rejected rejection -> unseen(refusalClass(rejection), began);
            case TokenCheck.Accepted accepted -> new Seen.Known(accepted);
        };
    }

    /** Of what the token says alone, whoever it is from. */
    private Seen rejected(TokenCheck.Rejected rejection) {
        String reason = rejection.reason().name().toLowerCase(Locale.ROOT);
        return turnedAway(refusalClass(rejection), 401, "the token is refused: " + reason.replace('_', ' '));
    }

    private static String refusalClass(TokenCheck.Rejected rejection) {
        return "token-" + rejection.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same for strangers and for forgers, whose tokens took some work; so each is answered after a time that hides it. */
    private Seen unseen(String refusalClass, long began) {
        pause.until(began + UNSEEN_AFTER.toNanos());
        return turnedAway(refusalClass, 404, "not found");
    }

    private Seen reused() {
        return turnedAway("token-reused", 401, "the token was used before; make a new one for each request");
    }

    private Seen registered(TokenCheck.Accepted accepted) throws StoreFailed {
        return store.isParticipant(accepted.did().text())
                ? new Seen.Known(accepted)
                : turnedAway(NOT_IN_REGISTER, 404, "not found");
    }

    private Seen turnedAway(String refusalClass, int status, String reason) {
        refusals.count(refusalClass);
        return new Seen.TurnedAway(status, reason);
    }
}
