package org.hasekura.exchange;

import java.time.Instant;
import java.util.Optional;

/** A transfer in the midst of one step. */
final class TransferDraft extends Draft<Transfer, TransferState, TransferAct> {
    private final Optional<Concluded> agreement;
    private Optional<DataAddress> dataAddress;
    private Optional<String> dataTokenHash;
    private Optional<Judged> judged;
    private Optional<Transfer.Delivered> delivered;
    private Optional<AgreementUse> use = Optional.empty();

    /** @param agreement the one it is under, where that has just been read */
    TransferDraft(Transfer before, Optional<Concluded> agreement, Instant at) {
        super(before, at);
        this.agreement = agreement;
        this.dataAddress = before.dataAddress();
        this.dataTokenHash = before.dataTokenHash();
        this.judged = before.judged();
        this.delivered = before.delivered();
    }

    Optional<Concluded> agreement() {
        return agreement;
    }

    void dataAddress(DataAddress value) {
        dataAddress = Optional.of(value);
    }

    void dataTokenHash(Optional<String> value) {
        dataTokenHash = value;
    }

    void judged(Judged value) {
        judged = Optional.of(value);
    }

    /** How its agreement will have been used if it starts with this step. */
    void use(Optional<AgreementUse> value) {
        use = value;
    }

    void delivered(Transfer.Delivered value) {
        delivered = Optional.of(value);
    }

    /** With the use of the agreement that this step is: where the transfer starts with it, and had not before. */
    @Override
    Commit commit(Optional<Commit.TokenUse> token) {
        boolean starts = before().effective() == TransferState.REQUESTED && now().isRunning();
        if (starts) {
            use.ifPresent(each -> change(new Change.OfUse(each)));
        }
        return super.commit(token);
    }

    @Override
    Transfer now() {
        return new Transfer(
                before().pid(),
                peerPid,
                before().role(),
                before().peer(),
                before().peerAddress(),
                before().agreementId(),
                before().datasetId(),
                before().format(),
                state,
                sending,
                dataAddress,
                dataTokenHash,
                judged,
                delivered,
                reason,
                heard,
                before().created(),
                at,
                before().version() + 1);
    }
}
