package org.hasekura.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of checking a receipt; {@link VerdictText} says it in sentences. */
public sealed interface Verdict {

    /**
     * The log of {@code origin} holds the entry, as its signers state. What the entry says is the word of the node that
     * wrote it.
     *
     * @param entry what is proved to be in the log
     * @param index its place in the log, from 0
     * @param treeSize entries the log had when it was signed
     * @param origin which log
     * @param signers who signed, the log first
     * @param trust whether the verifier brought the keys or took those in the receipt
     * @param developmentMode the receipt says that the node ran in development mode; not authenticated
     */
    record Proven(
            Entry entry,
            long index,
            long treeSize,
            String origin,
            List<Signer> signers,
            Trust trust,
            boolean developmentMode)
            implements Verdict {
        public Proven {
            signers = List.copyOf(signers);
        }
    }

    /**
     * The receipt proves nothing.
     *
     * @param part where it fails
     * @param reason why, with the line, index or hash
     */
    record NotProven(ReceiptPart part, String reason) implements Verdict {

        /** Where it fails, in words. */
        public String place() {
            return part.english();
        }
    }

    /**
     * Who signed the checkpoint.
     *
     * @param key with which key
     * @param role as what
     * @param at when, as a witness states it
     * @param did whose DID document in the receipt names the key; not authenticated
     */
    record Signer(VerifierKey key, Role role, Optional<Instant> at, Optional<String> did) {}

    /** As what somebody signed. */
    enum Role {
        LOG,
        WITNESS
    }

    /** Whose word it is that the keys are the right ones. */
    enum Trust {
        /** The verifier's: it gave a policy. */
        GIVEN,
        /** The receipt's own: the keys were assumed. */
        ASSUMED
    }
}
