package org.hasekura.exchange;

import java.util.Optional;

/** What a transfer does to its bytes: opens the way to them, counts them, and says where they have stopped. */
final class ByteAccount {
    private final DataAccess access;
    private final Proofs proofs;

    ByteAccount(DataAccess access, Proofs proofs) {
        this.access = access;
        this.proofs = proofs;
    }

    /** A new way to the bytes; it opens when the draft is committed. */
    DataAddress open(TransferDraft draft) {
        DataAccess.Grant grant = access.grant(draft.before().pid());
        draft.dataTokenHash(grant.tokenHash());
        return grant.address();
    }

    /** Counts the bytes while that can be done: once the transfer has ended nobody remembers what was served. */
    void count(TransferDraft draft) {
        Transfer transfer = draft.before();
        if (transfer.role() == Role.PROVIDER) {
            long served = access.served(transfer.pid());
            String sha256 = access.digest(transfer.datasetId()).orElse("");
            draft.delivered(new Transfer.Delivered(served, sha256, Optional.empty()));
        }
    }

    /** Where the bytes have stopped, once: when that is certain, not when this side begins to say so. */
    void stopped(TransferDraft draft) {
        Transfer now = draft.now();
        switch (now.state()) {
            case COMPLETED -> draft.prove(proofs.transferEnded(now, "completed"));
            case TERMINATED ->
                draft.prove(
                        proofs.transferEnded(now, now.reason().map(Reason::code).orElse("ended")));
            case SUSPENDED -> draft.prove(proofs.transferSuspended(now, served(now)));
            case REQUESTED, STARTED -> {}
        }
    }

    private Optional<Long> served(Transfer transfer) {
        return transfer.role() == Role.PROVIDER ? Optional.of(access.served(transfer.pid())) : Optional.empty();
    }
}
