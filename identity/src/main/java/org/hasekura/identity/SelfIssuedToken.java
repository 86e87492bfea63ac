package org.hasekura.identity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a participant says about itself with each request: who it is, to whom it speaks, until when, once.
 *
 * <p>Source: DCP 1.0 #self-issued-id-token. Issuer and subject are the same DID.
 *
 * @param tokenId unique among the issuer's tokens; the receiver accepts it once
 * @param notBefore the moment before which the receiver must refuse the token
 */
public record SelfIssuedToken(
        Did issuer, Did audience, String tokenId, Instant issuedAt, Optional<Instant> notBefore, Instant expiresAt) {

    /** Long enough for one request on a bad line; short enough that a stolen token is soon worthless. */
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    public SelfIssuedToken {
        if (!TokenRules.isTokenId(tokenId)) {
            throw new IllegalArgumentException("not a token id: `" + Words.shown(tokenId) + "`");
        }
        if (!expiresAt.isAfter(issuedAt)) {
            throw new IllegalArgumentException("expires " + expiresAt + ", issued " + issuedAt);
        }
    }

    /** A token from now for {@link #LIFETIME}. */
    public static SelfIssuedToken of(Did issuer, Did audience, String tokenId, Instant now) {
        return new SelfIssuedToken(issuer, audience, tokenId, now, Optional.empty(), now.plus(LIFETIME));
    }

    /** The compact form (RFC 7515 §3.1) signed with EdDSA, to be sent as {@code Authorization: Bearer}. */
    public String signedBy(SigningKey key) {
        String input = Base64Url.encode(TokenJson.header(issuer.url(key.id())))
                + "."
                + Base64Url.encode(TokenJson.claims(this));
        return input + "." + Base64Url.encode(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whose document is needed to check a token, or why it is not worth fetching any. */
    public sealed interface IssuerClaim {

        /** Nothing is proved yet: anyone can write any issuer into a token. */
        record Claimed(UnverifiedToken token) implements IssuerClaim {}

        record Refused(TokenCheck.Rejected rejection) implements IssuerClaim {}
    }

    /** The first step of checking: reads the token without believing it. */
    public static IssuerClaim claimedIssuer(String compact, Admission admission) {
        return TokenJson.read(compact, admission);
    }

    /** The second step: every rule, with the document of the claimed issuer in hand. Whether the id was used before is the caller's to ask. */
    public static TokenCheck verify(UnverifiedToken token, DidDocument document, TokenRules rules, Instant now) {
        return rules.check(token, document, now);
    }
}
