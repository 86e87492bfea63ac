package org.hasekura.evidence;

import java.time.Instant;
import java.util.List;

/**
 * Cosigns other logs' checkpoints as long as each continues the last (C2SP tlog-witness v1.0.0). Pure: the caller loads
 * the last head cosigned for the origin, and stores the new one <em>before</em> it answers, both in one atomic step.
 *
 * @param cosigner who signs
 * @param logs keys of the logs it witnesses; the name of a key is the origin of its log
 */
public record Witness(Cosigner cosigner, List<VerifierKey> logs) {

    public Witness {
        logs = List.copyOf(logs);
    }

    /**
     * Answers a request.
     *
     * @param lastCosigned the last head cosigned for the request's origin; {@link TreeHead#EMPTY} if none was
     * @param now the time that the cosignature states
     */
    public WitnessAnswer step(TreeHead lastCosigned, AddCheckpoint request, Instant now) {
        Checkpoint checkpoint = request.checkpoint();
        List<VerifierKey> keys = logs.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (keys.isEmpty()) {
            return new WitnessAnswer.UnknownLog(
                    "the log `" + Texts.shown(checkpoint.origin()) + "` is not witnessed here");
        }
        if (request.note().verify(keys) instanceof NoteCheck.Refused(String place, String reason)) {
            return new WitnessAnswer.NotSigned(place + ": " + reason);
        }
        TreeHead head = checkpoint.head();
        if (request.oldSize() > head.size()) {
            return new WitnessAnswer.BadRequest(
                    "the old size " + request.oldSize() + " is more than the new " + head.size());
        }
        if (request.oldSize() != lastCosigned.size()) {
            return new WitnessAnswer.Conflict(lastCosigned.size());
        }
        if (continues(lastCosigned, head, request.proof()) instanceof ProofCheck.Fails(String reason)) {
            return new WitnessAnswer.Inconsistent(reason);
        }
        return new WitnessAnswer.Cosigned(
                checkpoint.origin(), head, cosigner.cosign(request.note().text(), now));
    }

    /** Reads the body first; see {@link #step(TreeHead, AddCheckpoint, Instant)}. For when the origin is known before. */
    public WitnessAnswer step(TreeHead lastCosigned, byte[] requestBody, Instant now) {
        return switch (AddCheckpoint.parse(requestBody)) {
            case Parsed.Valid<AddCheckpoint>(AddCheckpoint request) -> step(lastCosigned, request, now);
            case Parsed.Malformed<AddCheckpoint>(String reason) -> new WitnessAnswer.BadRequest(reason);
        };
    }

    private static ProofCheck continues(TreeHead last, TreeHead head, List<Hash> proof) {
        if (head.size() == 0 && !head.root().equals(MerkleTree.EMPTY_ROOT)) {
            return new ProofCheck.Fails("a tree without leaves has another root");
        }
        if (last.size() == 0) {
            return proof.isEmpty()
                    ? new ProofCheck.Holds()
                    : new ProofCheck.Fails("the proof from the empty tree must be empty");
        }
        return MerkleTree.checkConsistency(last.size(), last.root(), head.size(), head.root(), proof);
    }
}
