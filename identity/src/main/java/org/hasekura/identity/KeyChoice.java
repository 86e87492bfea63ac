package org.hasekura.identity;

import java.util.Optional;

/** Which key of a DID document a token must be signed by. Source: DCP 1.0 #validating-self-issued-id-tokens. */
sealed interface KeyChoice {

    record Chosen(String methodId, PublicKeyJwk key) implements KeyChoice {}

    record Refused(TokenCheck.Rejected rejection) implements KeyChoice {}

    static KeyChoice of(UnverifiedToken token, DidDocument document) {
        Optional<VerificationMethod> method;
        if (token.keyId().isPresent()) {
            String keyId = token.keyId().get();
            if (!keyId.startsWith(document.id().text() + "#")) {
                return refused(
                        TokenCheck.Reason.KEY_OF_ANOTHER,
                        "key `" + Words.shown(keyId) + "` is not of `" + document.id() + "`");
            }
            method = document.method(keyId);
            if (method.isEmpty()) {
                return refused(
                        TokenCheck.Reason.KEY_NOT_FOUND, "no key `" + Words.shown(keyId) + "` in the DID document");
            }
        } else {
            if (document.verificationMethods().size() != 1) {
                return refused(
                        TokenCheck.Reason.KEY_NOT_NAMED,
                        "no `kid`, and the DID document has "
                                + document.verificationMethods().size() + " keys");
            }
            method = Optional.of(document.verificationMethods().getFirst());
        }
        return usable(method.get(), token, document);
    }

    private static KeyChoice usable(VerificationMethod method, UnverifiedToken token, DidDocument document) {
        if (!document.capabilityInvocation().contains(method.id())) {
            return refused(
                    TokenCheck.Reason.KEY_NOT_FOR_INVOCATION,
                    "key `" + Words.shown(method.id()) + "` is not in `capabilityInvocation`");
        }
        Optional<PublicKeyJwk> key = method.key();
        if (key.isEmpty()) {
            return refused(
                    TokenCheck.Reason.KEY_NOT_USABLE,
                    "key `" + Words.shown(method.id()) + "` is neither Ed25519 nor P-256 as a JWK");
        }
        if (key.get().algorithm() != token.algorithm()) {
            return refused(
                    TokenCheck.Reason.ALGORITHM_NOT_ACCEPTED,
                    "token says " + token.algorithm() + ", its key is for "
                            + key.get().algorithm());
        }
        return new Chosen(method.id(), key.get());
    }

    private static KeyChoice refused(TokenCheck.Reason reason, String words) {
        return new Refused(new TokenCheck.Rejected(reason, words));
    }
}
