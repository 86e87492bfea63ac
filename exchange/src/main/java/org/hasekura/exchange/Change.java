package org.hasekura.exchange;

import java.time.Instant;
import org.hasekura.identity.Participant;

/** One thing that a commit changes. */
public sealed interface Change {

    /**
     * Stores the negotiation; conflicts unless the stored version is one less (or none is stored and this is 1), and a
     * first version with a {@code peerPid} also if the peer opened one under that name before.
     */
    record OfNegotiation(Negotiation negotiation) implements Change {}

    /**
     * Stores the transfer; conflicts unless the stored version is one less (or none is stored and this is 1), and a
     * first version with a {@code peerPid} also if the peer opened one under that name before.
     */
    record OfTransfer(Transfer transfer) implements Change {}

    /** Stores the conversation, whichever it is. */
    static Change of(Conversation<?> conversation) {
        return switch (conversation) {
            case Negotiation negotiation -> new OfNegotiation(negotiation);
            case Transfer transfer -> new OfTransfer(transfer);
        };
    }

    /** Stores the dataset; conflicts unless the stored version is one less (or none is stored and this is 1). */
    record OfDataset(Dataset dataset) implements Change {}

    /** Keeps a description that is not published; conflicts unless the stored version is one less (or none is stored and this is 1). */
    record OfDraft(DatasetDraft draft) implements Change {}

    /** Discards a description that is not published; nothing happens when it is not there. */
    record DraftGone(String datasetId) implements Change {}

    /**
     * Stores or replaces an agreement, by its id; conflicts if one with that id was made with another peer or in another
     * negotiation, since it is the provider who chooses the id.
     */
    record OfAgreement(Concluded concluded) implements Change {}

    /** Counts a use of an agreement; conflicts unless the stored count is one less (or none is stored and this is 1). */
    record OfUse(AgreementUse use) implements Change {}

    /** Stores a limit on connections, or that it is lifted; conflicts if it was lifted before. */
    record OfLimit(Limit limit) implements Change {}

    /** Stores or replaces what the register says of a participant, by its DID. */
    record OfParticipant(Participant participant) implements Change {}

    /** Puts a message into the outbox, or replaces the one with its id. */
    record Send(Outgoing outgoing) implements Change {}

    /** Counts the tries of a message in the outbox; nothing happens when it is not there any more. */
    record Tried(String outgoingId, int attempts) implements Change {}

    /** Takes a message out of the outbox; nothing happens when it is not there. */
    record Sent(String outgoingId) implements Change {}

    /**
     * Keeps the body of a message apart from the evidence, which holds its hash only; it can be erased.
     *
     * @param sha256 lower-case hex of the body's bytes in UTF-8
     */
    record OfBody(String sha256, String body) implements Change {}

    /**
     * Keeps the answer to a request of this node's own people under the name they gave it, so that the same request again is
     * answered and not done again; conflicts if the name is taken for another request whose time is not over.
     *
     * @param request hex SHA-256 of what was asked
     * @param answer as it was sent; opaque here
     */
    record Answered(String name, String request, String answer, Instant expires) implements Change {}
}
