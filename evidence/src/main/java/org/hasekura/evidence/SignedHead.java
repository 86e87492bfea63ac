package org.hasekura.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint that the trusted policy accepts: signed by a log of it, cosigned as its quorum wants, and no signature of a
 * known key on it is bad.
 *
 * @param signatures those by keys of the policy
 */
record SignedHead(Note note, Checkpoint checkpoint, VerifierKey log, List<VerifiedSignature> signatures) {

    /** @param place what the checkpoint is to the reader, for the refusal */
    static SignedHead of(byte[] bytes, TrustPolicy trusted, String place) throws BundleRefusedException {
        Note note;
        Checkpoint checkpoint;
        try {
            note = Note.read(Texts.utf8(bytes));
            checkpoint = Checkpoint.read(note.text());
        } catch (MalformedException e) {
            throw new BundleRefusedException(BundleFault.CHECKPOINT, place + ": " + e.reason());
        }
        String origin = checkpoint.origin();
        if (trusted.logs().stream().noneMatch(log -> log.key().name().equals(origin))) {
            throw new BundleRefusedException(
                    BundleFault.ORIGIN, place + " is of `" + Texts.shown(origin) + "`, which is no log of the policy");
        }
        List<VerifiedSignature> good = signatures(note, trusted, place);
        Optional<VerifierKey> log = good.stream()
                .map(VerifiedSignature::key)
                .filter(key -> trusted.trustsLog(key) && key.name().equals(origin))
                .findFirst();
        if (log.isEmpty()) {
            boolean isByOther =
                    note.signatures().stream().anyMatch(line -> line.keyName().equals(origin));
            throw new BundleRefusedException(
                    isByOther ? BundleFault.OTHER_KEY : BundleFault.LOG_SIGNATURE,
                    place + " is not signed with a key that the policy has for `" + Texts.shown(origin) + "`");
        }
        if (trusted.check(checkpoint, good) instanceof PolicyCheck.Refused(var _, String reason)) {
            throw new BundleRefusedException(BundleFault.WITNESS_MISSING, place + ": " + reason);
        }
        return new SignedHead(note, checkpoint, log.get(), good);
    }

    private static List<VerifiedSignature> signatures(Note note, TrustPolicy trusted, String place)
            throws BundleRefusedException {
        List<VerifiedSignature> good = new ArrayList<>();
        for (NoteSignature line : note.signatures()) {
            for (VerifierKey key : trusted.keys()) {
                if (!line.isOf(key)) {
                    continue;
                }
                switch (key.check(note.text(), line)) {
                    case KeyCheck.Good(VerifiedSignature signature) -> good.add(signature);
                    case KeyCheck.Bad(String reason) ->
                        throw new BundleRefusedException(
                                trusted.trustsLog(key) ? BundleFault.LOG_SIGNATURE : BundleFault.COSIGNATURE,
                                place + ": " + reason);
                    case KeyCheck.Unable _ -> {
                        // Counts for nothing, like the signature of an unknown key.
                    }
                }
            }
        }
        return good;
    }

    TreeHead head() {
        return checkpoint.head();
    }

    /** The latest time that a witness states. */
    Optional<Instant> latest() {
        return signatures.stream().flatMap(signature -> signature.at().stream()).max(Comparator.naturalOrder());
    }
}
