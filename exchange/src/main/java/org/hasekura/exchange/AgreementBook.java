package org.hasekura.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.hasekura.law.Law;
import org.hasekura.policy.Agreement;

/** What a negotiation does to its agreement: keeps it, closes it when both have confirmed, ends it with itself. */
final class AgreementBook {
    private final Self self;
    private final ExchangeStore store;
    private final Proofs proofs;
    private final Supplier<Law> law;
    private final Clock clock;

    /** @param law that is in use, for whose the duties of an agreement are */
    AgreementBook(Self self, ExchangeStore store, Proofs proofs, Supplier<Law> law, Clock clock) {
        this.self = self;
        this.store = store;
        this.proofs = proofs;
        this.law = law;
        this.clock = clock;
    }

    /** Keeps an agreement that is proposed; it opens nothing yet. */
    void propose(Negotiation negotiation, Agreement agreement, Draft<?, ?, ?> draft) {
        draft.change(entry(negotiation, agreement, Optional.empty(), Optional.empty()));
    }

    /** Both sides have confirmed: from now on it stands. */
    void conclude(Negotiation negotiation, Draft<?, ?, ?> draft) {
        Agreement agreement = negotiation
                .agreement()
                .orElseThrow(() -> new IllegalStateException(
                        "negotiation " + negotiation.pid() + " is to be closed without an agreement"));
        draft.change(entry(negotiation, agreement, Optional.of(clock.instant()), Optional.empty()));
        draft.prove(proofs.agreementConcluded(negotiation, agreement, proofs.sha256(agreement)));
        proofs.dutiesDue(negotiation, agreement, law.get()).forEach(draft::prove);
    }

    /** An agreement does not outlive the end of its negotiation, even if this side has already called it final. */
    void end(Negotiation negotiation, Draft<?, ?, ?> draft) {
        negotiation
                .agreement()
                .ifPresent(agreement ->
                        draft.change(entry(negotiation, agreement, Optional.empty(), Optional.of(clock.instant()))));
    }

    /** Why a provider's agreement cannot be that of this negotiation; empty when it can. */
    Optional<Reason> fault(Negotiation negotiation, Agreement agreement) throws StoreFailed {
        if (!agreement.target().equals(negotiation.datasetId())) {
            return otherTarget(negotiation, agreement.target());
        }
        boolean isTaken = store.agreement(agreement.id())
                .filter(other -> !other.negotiationPid().equals(negotiation.pid()))
                .isPresent();
        if (isTaken) {
            return Optional.of(Reason.of(
                    "agreement-id-in-use", "`" + agreement.id() + "` names another agreement; make a new name"));
        }
        String peer = self.nameOf(negotiation.peer());
        return agreement.assigner().equals(peer) && agreement.assignee().equals(self.did())
                ? Optional.empty()
                : Optional.of(Reason.of(
                        "parties-differ",
                        "the agreement is between `" + agreement.assigner() + "` and `" + agreement.assignee()
                                + "`, not between `" + peer + "` and `" + self.did() + "`"));
    }

    /** Why this target is not the one negotiated about; empty when it is. */
    static Optional<Reason> otherTarget(Negotiation negotiation, String target) {
        return target.equals(negotiation.datasetId())
                ? Optional.empty()
                : Optional.of(Reason.of(
                        "target-differs",
                        "the offer is about `" + target + "`, the negotiation about `" + negotiation.datasetId()
                                + "`"));
    }

    private Change entry(
            Negotiation negotiation, Agreement agreement, Optional<Instant> finalized, Optional<Instant> ended) {
        return new Change.OfAgreement(new Concluded(
                agreement,
                negotiation.role(),
                negotiation.peer(),
                negotiation.pid(),
                proofs.sha256(agreement),
                finalized,
                ended));
    }
}
