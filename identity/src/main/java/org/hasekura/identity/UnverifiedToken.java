package org.hasekura.identity;

import java.util.Optional;

/**
 * A token as read, of which nothing is proved: well-formed, of an accepted algorithm, and no more.
 *
 * <p>Only {@link TokenRules#check} makes a participant of it.
 */
public final class UnverifiedToken {

    private final PublicKeyJwk.Algorithm algorithm;
    private final Optional<String> keyId;
    private final SelfIssuedToken claims;
    private final byte[] signingInput;
    private final byte[] signature;

    UnverifiedToken(
            PublicKeyJwk.Algorithm algorithm,
            Optional<String> keyId,
            SelfIssuedToken claims,
            byte[] signingInput,
            byte[] signature) {
        this.algorithm = algorithm;
        this.keyId = keyId;
        this.claims = claims;
        this.signingInput = signingInput;
        this.signature = signature;
    }

    /** Whom the token says it is from. */
    public Did claimedIssuer() {
        return claims.issuer();
    }

    /** The key the token says it is signed by, as a whole DID URL if it was written as {@code #fragment}. */
    public Optional<String> keyId() {
        return keyId;
    }

    PublicKeyJwk.Algorithm algorithm() {
        return algorithm;
    }

    SelfIssuedToken claims() {
        return claims;
    }

    boolean isSignedBy(PublicKeyJwk key) {
        return key.verifies(signingInput, signature);
    }
}
