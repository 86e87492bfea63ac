package org.hasekura.identity;

import java.time.Instant;
import org.hasekura.identity.SelfIssuedToken.IssuerClaim;

/**
 * Answers "who sent this?" for one request: reads the token, has the sender's document resolved, checks every rule.
 *
 * <p>It may block while a document is fetched. Whether the token was used before is asked elsewhere: in the commit for
 * writes, of {@link TokenReplay} for reads.
 */
public final class Authenticator {

    private final DidResolver resolver;
    private final TokenRules rules;
    private final Admission admission;

    public Authenticator(DidResolver resolver, TokenRules rules, Admission admission) {
        this.resolver = resolver;
        this.rules = rules;
        this.admission = admission;
    }

    /** Checks the token as it stood behind {@code Bearer}: {@link #read}, then {@link #verify}. */
    public TokenCheck check(String compact, Instant now) {
        return switch (read(compact, now)) {
            case IssuerClaim.Refused(TokenCheck.Rejected rejection) -> rejection;
            case IssuerClaim.Claimed(UnverifiedToken token) -> verify(token, now);
        };
    }

    /**
     * What can be told without asking anybody: whom the token says it is from, if it is well-formed, for us, and of today.
     * Whoever serves participants alone looks here whether this is one of them, so that no stranger makes this node ask
     * other hosts.
     */
    public IssuerClaim read(String compact, Instant now) {
        IssuerClaim claim = SelfIssuedToken.claimedIssuer(compact, admission);
        return claim instanceof IssuerClaim.Claimed(UnverifiedToken token)
                ? rules.faultInClaims(token.claims(), now)
                        .<IssuerClaim>map(IssuerClaim.Refused::new)
                        .orElse(claim)
                : claim;
    }

    /** Has the sender's document resolved, and proves that the token is the sender's. */
    public TokenCheck verify(UnverifiedToken token, Instant now) {
        Did issuer = token.claimedIssuer();
        DidResolver.Resolution resolution =
                token.keyId().map(keyId -> resolver.resolve(issuer, keyId)).orElseGet(() -> resolver.resolve(issuer));
        return switch (resolution) {
            case DidResolver.Resolution.Unresolved(String words) ->
                new TokenCheck.Rejected(TokenCheck.Reason.ISSUER_UNRESOLVED, words);
            case DidResolver.Resolution.Resolved resolved ->
                SelfIssuedToken.verify(token, resolved.document(), rules, now);
        };
    }
}
