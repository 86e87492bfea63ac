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

    /** Checks the token as it stood behind {@code Bearer}. */
    public TokenCheck check(String compact, Instant now) {
        return switch (SelfIssuedToken.claimedIssuer(compact, admission)) {
            case IssuerClaim.Refused(TokenCheck.Rejected rejection) -> rejection;
            case IssuerClaim.Claimed(UnverifiedToken token) -> check(token, now);
        };
    }

    private TokenCheck check(UnverifiedToken token, Instant now) {
        // Before the document is fetched: a stale or misdirected token must cost no request to another host.
        var fault = rules.faultInClaims(token.claims(), now);
        if (fault.isPresent()) {
            return fault.get();
        }
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
