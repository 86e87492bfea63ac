package org.hasekura.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a self-issued token must meet to be believed. Source: DCP 1.0 #validating-self-issued-id-tokens, RFC 8725.
 *
 * @param audience our own DID
 * @param skew how far the sender's clock may be off, at most 60 seconds
 * @param ageMax how long after its issue a token is taken at all; bounds how long used ids are kept
 * @param lifetimeMax the longest span between issue and expiry
 */
public record TokenRules(Did audience, Duration skew, Duration ageMax, Duration lifetimeMax) {

    /** Longer tokens are refused before they are read, in characters. */
    public static final int TOKEN_CHARACTERS_MAX = 16 * 1024;

    public static final int TOKEN_ID_CHARACTERS_MAX = 128;

    private static final Duration SKEW_MAX = Duration.ofSeconds(60);

    public TokenRules {
        if (skew.isNegative() || skew.compareTo(SKEW_MAX) > 0) {
            throw new IllegalArgumentException("skew " + skew + " is not within 0 and 60 seconds");
        }
        if (!ageMax.isPositive() || !lifetimeMax.isPositive()) {
            throw new IllegalArgumentException("age " + ageMax + " and lifetime " + lifetimeMax + " must be positive");
        }
    }

    /** Thirty seconds of skew; tokens of other implementations commonly live five minutes, so ten are allowed. */
    public static TokenRules of(Did audience) {
        return new TokenRules(audience, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMinutes(10));
    }

    /** Until when a used token id must be remembered: after it the token is refused as expired anyway. */
    public Instant rememberUntil(TokenCheck.Accepted accepted) {
        return accepted.expiresAt().plus(skew);
    }

    /** Visible ASCII alone: a token id is stored and logged, and not every store takes every character. */
    static boolean isTokenId(String text) {
        return !text.isEmpty()
                && text.length() <= TOKEN_ID_CHARACTERS_MAX
                && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    /** Every rule; the signature last, since it costs the most. */
    TokenCheck check(UnverifiedToken token, DidDocument document, Instant now) {
        SelfIssuedToken claims = token.claims();
        Optional<TokenCheck.Rejected> fault = faultInClaims(claims, now);
        if (fault.isPresent()) {
            return fault.get();
        }
        if (!document.id().equals(claims.issuer())) {
            return rejected(
                    TokenCheck.Reason.DOCUMENT_DIFFERS,
                    "document of `" + document.id() + "` for a token of `" + claims.issuer() + "`");
        }
        return switch (KeyChoice.of(token, document)) {
            case KeyChoice.Refused(TokenCheck.Rejected rejection) -> rejection;
            case KeyChoice.Chosen(String methodId, PublicKeyJwk key) ->
                token.isSignedBy(key)
                        ? new TokenCheck.Accepted(
                                claims.issuer(), claims.tokenId(), claims.issuedAt(), claims.expiresAt(), methodId)
                        : rejected(TokenCheck.Reason.SIGNATURE_WRONG, "signature is not by `" + methodId + "`");
        };
    }

    Optional<TokenCheck.Rejected> faultInClaims(SelfIssuedToken claims, Instant now) {
        if (!claims.audience().equals(audience)) {
            return fault(
                    TokenCheck.Reason.AUDIENCE_DIFFERS,
                    "meant for `" + claims.audience() + "`; this node is `" + audience + "`");
        }
        if (!now.isBefore(claims.expiresAt().plus(skew))) {
            return fault(TokenCheck.Reason.EXPIRED, "expired at " + claims.expiresAt() + ", it is " + now);
        }
        if (claims.issuedAt().isAfter(now.plus(skew))) {
            return fault(TokenCheck.Reason.ISSUED_IN_FUTURE, "issued at " + claims.issuedAt() + ", it is " + now);
        }
        if (claims.notBefore().filter(from -> from.isAfter(now.plus(skew))).isPresent()) {
            return fault(
                    TokenCheck.Reason.NOT_YET_VALID,
                    "valid from " + claims.notBefore().get() + ", it is " + now);
        }
        if (claims.issuedAt().plus(ageMax).plus(skew).isBefore(now)) {
            return fault(
                    TokenCheck.Reason.TOO_OLD, "issued at " + claims.issuedAt() + ", more than " + ageMax + " ago");
        }
        if (Duration.between(claims.issuedAt(), claims.expiresAt()).compareTo(lifetimeMax) > 0) {
            return fault(TokenCheck.Reason.LIFETIME_TOO_LONG, "lives longer than " + lifetimeMax);
        }
        return Optional.empty();
    }

    private static Optional<TokenCheck.Rejected> fault(TokenCheck.Reason reason, String words) {
        return Optional.of(rejected(reason, words));
    }

    private static TokenCheck.Rejected rejected(TokenCheck.Reason reason, String words) {
        return new TokenCheck.Rejected(reason, words);
    }
}
