package org.hasekura.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a receipt offline, from its bytes alone and, if the verifier brings one, a policy.
 *
 * <p>Every signature in a receipt must be by a key its policy names and must be good, so that no line of it can be changed
 * unnoticed. Then the given policy must accept the checkpoint, the entry and proof must lead to its root, and the DID
 * documents must not contradict the keys. What no signature covers is held by the checksum.
 */
public final class ReceiptVerifier {

    private ReceiptVerifier() {}

    /** Checks a receipt; trusts the given policy, or else assumes the keys in the receipt and says so. */
    public static Verdict verify(byte[] receipt, Optional<TrustPolicy> given) {
        try {
            return read(receipt).verify(given);
        } catch (NotProvenException e) {
            return e.verdict();
        }
    }

    /** A receipt of which every part was read. */
    private record Parts(
            Receipt receipt, Entry entry, TlogProof proof, TrustPolicy policy, Note note, Checkpoint checkpoint) {

        Verdict verify(Optional<TrustPolicy> given) throws NotProvenException {
            List<VerifiedSignature> verified = verified();
            PolicyCheck.Accepted own = accepted(policy.check(checkpoint, verified));
            PolicyCheck.Accepted accepted =
                    given.isPresent() ? accepted(given.get().check(checkpoint, known(given.get(), verified))) : own;
            requireInclusion();
            List<Verdict.Signer> signers = signers(accepted);
            if (!receipt.isUndamaged()) {
                throw new NotProvenException(
                        ReceiptPart.CHECKSUM,
                        "the file was changed where no signature covers it: the policy, the DID documents, the development mode, or the checksum itself");
            }
            return new Verdict.Proven(
                    entry,
                    proof.index(),
                    checkpoint.head().size(),
                    checkpoint.origin(),
                    signers,
                    given.isPresent() ? Verdict.Trust.GIVEN : Verdict.Trust.ASSUMED,
                    receipt.developmentMode());
        }

        /** Every signature in the receipt, each by a key that its policy names. */
        private List<VerifiedSignature> verified() throws NotProvenException {
            List<VerifiedSignature> verified = new ArrayList<>();
            int number = 0;
            for (NoteSignature line : note.signatures()) {
                number++;
                ReceiptPart part = line.keyName().equals(checkpoint.origin())
                        ? ReceiptPart.LOG_SIGNATURE
                        : ReceiptPart.COSIGNATURE;
                String place = "signature line " + number;
                VerifierKey key = policy.keys().stream()
                        .filter(line::isOf)
                        .findFirst()
                        .orElseThrow(() -> new NotProvenException(
                                part, place + " is of a key that the receipt's policy does not name"));
                verified.add(
                        switch (key.check(note.text(), line)) {
                            case KeyCheck.Good(VerifiedSignature signature) -> signature;
                            case KeyCheck.Bad(String reason) ->
                                throw new NotProvenException(part, place + ": " + reason);
                            case KeyCheck.Unable(String reason) ->
                                throw new NotProvenException(part, place + ": " + reason);
                        });
            }
            return verified;
        }

        /** The signatures by keys of the given policy; one by another key under the same name and id is a forgery. */
        private static List<VerifiedSignature> known(TrustPolicy given, List<VerifiedSignature> verified)
                throws NotProvenException {
            List<VerifierKey> keys = given.keys();
            for (VerifiedSignature signature : verified) {
                VerifierKey by = signature.key();
                boolean isClaimed = keys.stream().anyMatch(k -> k.name().equals(by.name()) && k.keyId() == by.keyId());
                if (isClaimed && !keys.contains(by)) {
                    throw new NotProvenException(
                            by.type().isCosignature() ? ReceiptPart.COSIGNATURE : ReceiptPart.LOG_SIGNATURE,
                            "the signature of `" + by.name() + "` is by another key than the policy's");
                }
            }
            return verified.stream()
                    .filter(signature -> keys.contains(signature.key()))
                    .toList();
        }

        private static PolicyCheck.Accepted accepted(PolicyCheck check) throws NotProvenException {
            return switch (check) {
                case PolicyCheck.Accepted accepted -> accepted;
                case PolicyCheck.Refused(ReceiptPart part, String reason) -> throw new NotProvenException(part, reason);
            };
        }

        private void requireInclusion() throws NotProvenException {
            Hash leaf = entry.leafHash();
            TreeHead head = checkpoint.head();
            ProofCheck check = MerkleTree.checkInclusion(leaf, proof.index(), head.size(), proof.path(), head.root());
            boolean isStatedLeaf = leaf.equals(receipt.leafHash());
            if (check instanceof ProofCheck.Holds && isStatedLeaf) {
                return;
            }
            if (check instanceof ProofCheck.Holds) {
                throw new NotProvenException(
                        ReceiptPart.CHECKSUM, "the receipt's `leafHash` is not that of the entry it proves");
            }
            ProofCheck stated = MerkleTree.checkInclusion(
                    receipt.leafHash(), proof.index(), head.size(), proof.path(), head.root());
            if (stated instanceof ProofCheck.Holds) {
                throw new NotProvenException(
                        ReceiptPart.ENTRY,
                        "the entry is not the one in the log at index " + proof.index() + ": its leaf hash is " + leaf
                                + ", that of the entry in the log is " + receipt.leafHash());
            }
            String reason = ((ProofCheck.Fails) check).reason();
            throw new NotProvenException(
                    isStatedLeaf ? ReceiptPart.PROOF : ReceiptPart.ENTRY,
                    "index " + proof.index() + " and the " + proof.path().size()
                            + " hashes of the proof do not lead from the entry to the checkpoint's root: " + reason);
        }

        private List<Verdict.Signer> signers(PolicyCheck.Accepted accepted) throws NotProvenException {
            try {
                List<DidDocument> documents = receipt.didDocuments();
                KeyOwners.requireNodeNamesLog(entry.node(), checkpoint.origin(), documents);
                return KeyOwners.signers(accepted.log(), accepted.signatures(), documents);
            } catch (MalformedException e) {
                throw new NotProvenException(ReceiptPart.DID_DOCUMENT, e.reason());
            }
        }
    }

    private static Parts read(byte[] bytes) throws NotProvenException {
        Receipt receipt = part(ReceiptPart.FILE, "", Receipt.parse(bytes));
        Entry entry = part(ReceiptPart.ENTRY, "", Entry.parse(receipt.entry().getBytes(StandardCharsets.UTF_8)));
        TlogProof proof = part(ReceiptPart.PROOF, "", TlogProof.parse(receipt.proof()));
        if (proof.extra().isPresent()) {
            throw new NotProvenException(ReceiptPart.PROOF, "it has extra data, which nothing authenticates");
        }
        TrustPolicy policy = part(ReceiptPart.POLICY, "", TrustPolicy.parse(receipt.policy()));
        Note note = part(ReceiptPart.CHECKPOINT, "", Note.parse(proof.checkpoint()));
        Checkpoint checkpoint = part(ReceiptPart.CHECKPOINT, "", Checkpoint.parse(note.text()));
        return new Parts(receipt, entry, proof, policy, note, checkpoint);
    }

    private static <T> T part(ReceiptPart part, String before, Parsed<T> parsed) throws NotProvenException {
        return switch (parsed) {
            case Parsed.Valid<T>(T value) -> value;
            case Parsed.Malformed<T>(String reason) -> throw new NotProvenException(part, before + reason);
        };
    }

    /** A way out of the steps above; never leaves this class. */
    private static final class NotProvenException extends Exception {

        private static final long serialVersionUID = 1;
        private final transient Verdict.NotProven verdict;

        NotProvenException(ReceiptPart part, String reason) {
            super(reason, null, false, false);
            verdict = new Verdict.NotProven(part, reason);
        }

        Verdict verdict() {
            return verdict;
        }
    }
}
