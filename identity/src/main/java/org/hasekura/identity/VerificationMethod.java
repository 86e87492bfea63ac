package org.hasekura.identity;

import java.util.Optional;

/**
 * One key of a DID document. Source: W3C DID Core 1.0 §5.2.
 *
 * @param id the whole DID URL, for example {@code did:web:node.example.org#token-1}
 * @param type the suite's name as written, for example {@code JsonWebKey2020}
 * @param key the key; absent if it is of a kind we cannot verify with, so that the method still counts as one
 */
public record VerificationMethod(String id, String type, Optional<PublicKeyJwk> key) {

    /** The suite we publish: it is what the peers of the dataspace protocols read. */
    public static final String JSON_WEB_KEY = "JsonWebKey2020";

    public static VerificationMethod of(Did did, String fragment, PublicKeyJwk key) {
        return new VerificationMethod(did.url(fragment), JSON_WEB_KEY, Optional.of(key));
    }
}
