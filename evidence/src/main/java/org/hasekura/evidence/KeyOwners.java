package org.hasekura.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose keys signed, as DID documents say that come with what was signed. A contradiction refuses all of it. */
final class KeyOwners {

    private KeyOwners() {}

    /** Who signed, the log first. */
    static List<Verdict.Signer> signers(
            VerifierKey log, List<VerifiedSignature> signatures, List<DidDocument> documents)
            throws MalformedException {
        List<Verdict.Signer> signers = new ArrayList<>();
        for (VerifiedSignature signature : signatures) {
            boolean isLog = signature.key().equals(log);
            Verdict.Signer signer = new Verdict.Signer(
                    signature.key(),
                    isLog ? Verdict.Role.LOG : Verdict.Role.WITNESS,
                    signature.at(),
                    didOf(signature.key(), documents));
            signers.add(isLog ? 0 : signers.size(), signer);
        }
        return signers;
    }

    /** Whose document names this key; a document that names another one under the same name contradicts it. */
    private static Optional<String> didOf(VerifierKey key, List<DidDocument> documents) throws MalformedException {
        Optional<String> did = Optional.empty();
        for (DidDocument document : documents) {
            List<VerifierKey> named = logKeys(document);
            if (named.stream().anyMatch(k -> DidDocument.isSameKey(k, key))) {
                did = Optional.of(document.did());
            } else if (named.stream().anyMatch(k -> k.name().equals(key.name()))) {
                throw new MalformedException("the document of `" + document.did() + "` names another key of `"
                        + key.name() + "` than the one that signed");
            }
        }
        return did;
    }

    /** The node's own document, where it is there, must name the log. */
    static void requireNodeNamesLog(String node, String origin, List<DidDocument> documents) throws MalformedException {
        for (DidDocument document : documents) {
            boolean isOfNode = document.did().equals(node);
            boolean namesLog = logKeys(document).stream().anyMatch(k -> k.name().equals(origin));
            if (isOfNode && !namesLog) {
                throw new MalformedException("the document of `" + document.did()
                        + "`, which the entry is from, does not name the log `" + origin + "`");
            }
        }
    }

    private static List<VerifierKey> logKeys(DidDocument document) throws MalformedException {
        return switch (document.logKeys()) {
            case Parsed.Valid<List<VerifierKey>>(List<VerifierKey> keys) -> keys;
            case Parsed.Malformed<List<VerifierKey>>(String reason) ->
                throw new MalformedException("the document of `" + document.did() + "`: " + reason);
        };
    }
}
