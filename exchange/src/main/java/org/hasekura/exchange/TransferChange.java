package org.hasekura.exchange;

import java.time.Instant;
import java.util.Optional;

/** A transfer being changed: fields set one by one, then one new record. Lives for one step in one thread. */
final class TransferChange {
    private final Transfer before;
    private final Instant at;
    private Optional<String> peerPid;
    private TransferState state;
    private Optional<Sending<TransferState>> sending;
    private Optional<DataAddress> dataAddress;
    private Optional<String> dataTokenHash;
    private Optional<Judged> judged;
    private Optional<Transfer.Delivered> delivered;
    private Optional<Reason> reason;
    private Heard heard;
    private Optional<AgreementUse> use = Optional.empty();

    TransferChange(Transfer before, Instant at) {
        this.before = before;
        this.at = at;
        this.peerPid = before.peerPid();
        this.state = before.state();
        this.sending = before.sending();
        this.dataAddress = before.dataAddress();
        this.dataTokenHash = before.dataTokenHash();
        this.judged = before.judged();
        this.delivered = before.delivered();
        this.reason = before.reason();
        this.heard = before.heard();
    }

    TransferChange peerPid(String value) {
        this.peerPid = Optional.of(value);
        return this;
    }

    /** Acknowledged by both sides; what was on its way has arrived or no longer matters. */
    TransferChange reached(TransferState value) {
        this.state = value;
        this.sending = Optional.empty();
        return this;
    }

    TransferChange sending(String messageId, TransferState leadsTo) {
        this.sending = Optional.of(new Sending<>(messageId, leadsTo));
        return this;
    }

    TransferChange dataAddress(DataAddress value) {
        this.dataAddress = Optional.of(value);
        return this;
    }

    TransferChange dataTokenHash(Optional<String> value) {
        this.dataTokenHash = value;
        return this;
    }

    TransferChange judged(Judged value) {
        this.judged = Optional.of(value);
        return this;
    }

    /** How its agreement will have been used if it starts with this change. */
    TransferChange use(Optional<AgreementUse> value) {
        this.use = value;
        return this;
    }

    /** The use of the agreement that this change is; empty where the transfer does not start with it, or had before. */
    Optional<AgreementUse> use() {
        boolean starts = before.effective() == TransferState.REQUESTED && done().effective() == TransferState.STARTED;
        return starts ? use : Optional.empty();
    }

    TransferChange delivered(Transfer.Delivered value) {
        this.delivered = Optional.of(value);
        return this;
    }

    TransferChange reason(Reason value) {
        this.reason = Optional.of(value);
        return this;
    }

    /** What it waited for is no more. */
    TransferChange withoutReason() {
        this.reason = Optional.empty();
        return this;
    }

    TransferChange heard(String bodyHash) {
        this.heard = heard.and(bodyHash);
        return this;
    }

    Transfer done() {
        return new Transfer(
                before.pid(),
                peerPid,
                before.role(),
                before.peer(),
                before.peerAddress(),
                before.agreementId(),
                before.datasetId(),
                before.format(),
                state,
                sending,
                dataAddress,
                dataTokenHash,
                judged,
                delivered,
                reason,
                heard,
                before.created(),
                at,
                before.version() + 1);
    }
}
