package org.hasekura.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hasekura.identity.Participant;

/**
 * What the exchange keeps. Reads see every commit that has returned.
 *
 * <p>After the first storage error every method throws {@link StoreFailed}; what was committed stays, what was not
 * acknowledged may or may not be there. The node then answers nothing more and closes; opening the store again recovers
 * it. There is no retry: a storage that has failed once can claim success for what it lost (durability: fsync errors).
 */
public interface ExchangeStore {

    /**
     * Makes the commit durable, or refuses it whole. Returns after the disk has it.
     *
     * @throws IllegalArgumentException with nothing changed, if a name or text in it cannot be stored (U+0000, half a
     *     surrogate pair, names of more than 1,024 bytes)
     */
    Committed commit(Commit commit) throws StoreFailed;

    Optional<Negotiation> negotiation(String pid) throws StoreFailed;

    /** The negotiation that this peer opened under its own name for it: its first version had that {@code peerPid}. */
    Optional<Negotiation> negotiationOfPeer(String peer, String peerPid) throws StoreFailed;

    Optional<Transfer> transfer(String pid) throws StoreFailed;

    /** The transfer that this peer opened under its own name for it: its first version had that {@code peerPid}. */
    Optional<Transfer> transferOfPeer(String peer, String peerPid) throws StoreFailed;

    /** The text of a message that was received or sent, by the hash that evidence has of it; empty once it is erased. */
    Optional<String> body(String sha256) throws StoreFailed;

    Optional<Concluded> agreement(String agreementId) throws StoreFailed;

    /** How the agreement has been used; empty before its first use. */
    Optional<AgreementUse> use(String agreementId) throws StoreFailed;

    /** Every limit on connections that was ever given, oldest first. */
    List<Limit> limits() throws StoreFailed;

    Optional<Dataset> dataset(String datasetId) throws StoreFailed;

    /** Datasets on offer that they see, with an id greater than {@code after} (empty for the first), in order of their ids. */
    List<Dataset> datasetsOnOffer(Audience audience, String after, int limit) throws StoreFailed;

    /** All datasets on offer, for this node's own people. */
    default List<Dataset> datasetsOnOffer(String after, int limit) throws StoreFailed {
        return datasetsOnOffer(Audience.own(), after, limit);
    }

    /** The same datasets in the same order, by name and version alone. */
    List<OnOffer> listedOnOffer(Audience audience, String after, int limit) throws StoreFailed;

    /** Every grant that a dataset was ever restricted to, as they are written. */
    Set<String> grants() throws StoreFailed;

    /** The description of that id that is not published. */
    Optional<DatasetDraft> draft(String datasetId) throws StoreFailed;

    /** Descriptions that are not published, with an id greater than {@code after}, in order of their ids. */
    List<DatasetDraft> drafts(String after, int limit) throws StoreFailed;

    /**
     * Another number once a dataset has changed, by the time its commit returns: what was read of datasets while the number
     * stayed the same is still so. It may change without a reason.
     */
    long datasetsChanged() throws StoreFailed;

    Optional<Participant> participant(String did) throws StoreFailed;

    /** Whether there is such a participant; cheaper than the participant itself. */
    boolean isParticipant(String did) throws StoreFailed;

    List<Participant> participants() throws StoreFailed;

    /** Newest first; {@code before} is the pid that the page ends before, empty for the first page. */
    List<Negotiation> negotiations(String before, int limit) throws StoreFailed;

    /** Newest first; {@code before} is the pid that the page ends before, empty for the first page. */
    List<Transfer> transfers(String before, int limit) throws StoreFailed;

    /** Newest first; {@code before} is the id that the page ends before, empty for the first page. */
    List<Concluded> agreements(String before, int limit) throws StoreFailed;

    /** Every message that is on its way; for the start after a stop. */
    List<Outgoing> outbox() throws StoreFailed;

    /** Negotiations that have not ended; for the start after a stop. */
    List<Negotiation> openNegotiations() throws StoreFailed;

    /** Transfers that have not ended; for the start after a stop. */
    List<Transfer> openTransfers() throws StoreFailed;
}
