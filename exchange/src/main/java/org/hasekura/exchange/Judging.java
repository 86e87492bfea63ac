package org.hasekura.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Outcome;

/** Whether the bytes of a transfer may move today, as far as this side answers for it: the law first, then the agreement's own terms. */
final class Judging {

    /** The code of the reason of a transfer that waits for a person. */
    static final String PERSON_DECIDES = "person-decides";

    static final String NOT_PERMITTED = "not-permitted-today";

    /**
     * What today's facts and law come to.
     *
     * @param bar why the bytes may not move; empty when they may
     * @param assessment what the law was asked and said; absent where that was not possible
     * @param judged the same, as it is kept with the transfer
     * @param holdsUntil while they may move: when something that this rests on may change by itself
     */
    record Verdict(
            Optional<Reason> bar,
            Optional<Assessment> assessment,
            Optional<Judged> judged,
            Optional<Instant> holdsUntil) {

        static Verdict barred(Reason bar) {
            return new Verdict(Optional.of(bar), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Whether what bars it can change while the agreement stands: the law, a fact, a person's decision. */
        boolean mayBeCured() {
            return bar.filter(why -> why.code().equals(NOT_PERMITTED) || asksPerson(why))
                    .isPresent();
        }

        /** Whether a transfer that was judged so before can go on as it is, with nothing new to be recorded. */
        boolean isAs(Transfer transfer) {
            return bar.isEmpty()
                    && transfer.judged().isPresent()
                    && judged.filter(now -> now.saysSameAs(transfer.judged().get()))
                            .isPresent();
        }
    }

    private final ExchangeStore store;
    private final Assessing assessing;

    Judging(ExchangeStore store, Assessing assessing) {
        this.store = store;
        this.assessing = assessing;
    }

    /** Whether the transfer is one that a person may let go on. */
    static boolean waitsForPerson(Transfer transfer) {
        boolean stands =
                transfer.effective() == TransferState.REQUESTED || transfer.effective() == TransferState.SUSPENDED;
        return transfer.role() == Role.PROVIDER
                && stands
                && transfer.reason().filter(Judging::asksPerson).isPresent();
    }

    static boolean asksPerson(Reason bar) {
        return bar.code().equals(PERSON_DECIDES);
    }

    /** Under the transfer's agreement, which must still stand. */
    Verdict today(Transfer transfer) throws StoreFailed {
        Optional<Concluded> agreement = store.agreement(transfer.agreementId());
        if (agreement.isEmpty()) {
            return Verdict.barred(gone());
        }
        return agreement.get().stands()
                ? today(transfer, agreement.get())
                : Verdict.barred(Reason.of("agreement-not-in-force", "the agreement is not finalized or has ended"));
    }

    Verdict today(Transfer transfer, Concluded agreement) throws StoreFailed {
        Optional<Assessing.Found> found = assessing.assess(agreement);
        if (found.isEmpty()) {
            return Verdict.barred(gone());
        }
        Assessment assessment = found.get().assessment();
        List<String> permitted = transfer.judged().map(Judged::permitted).orElse(List.of());
        Optional<Reason> bar = ofLaw(assessment.ruling(), agreement, permitted);
        if (bar.isEmpty()) {
            bar = ofTerms(agreement, transfer.peer(), assessment);
        }
        return new Verdict(
                bar,
                Optional.of(assessment),
                Optional.of(Judged.of(assessment.ruling(), permitted)),
                bar.isPresent() ? Optional.empty() : assessing.holdsUntil(agreement, assessment.ruling()));
    }

    private Optional<Reason> ofLaw(Ruling ruling, Concluded agreement, List<String> permitted) throws StoreFailed {
        return switch (ruling) {
            case Ruling.Permitted _, Ruling.PermittedIf _ -> Optional.empty();
            case Ruling.Forbidden forbidden -> Optional.of(Rulings.because(NOT_PERMITTED, forbidden));
            case Ruling.Undecided undecided -> {
                Optional<Reason> ofNegotiation =
                        store.negotiation(agreement.negotiationPid()).flatMap(Negotiation::reason);
                boolean isPermitted =
                        PersonsPermit.covers(ofNegotiation, undecided) || PersonsPermit.covers(permitted, undecided);
                yield isPermitted ? Optional.empty() : Optional.of(Rulings.questions(undecided));
            }
        };
    }

    private Optional<Reason> ofTerms(Concluded agreement, String peer, Assessment assessment) throws StoreFailed {
        return switch (assessing.evaluate(agreement.agreement().terms(), peer, assessment.purpose())) {
            case Outcome.Allowed _ -> Optional.empty();
            case Outcome.Denied(var reasons) -> Optional.of(new Reason("terms-not-met", reasons));
            case Outcome.NotUnderstood(var what) -> Optional.of(new Reason("terms-not-understood", what));
        };
    }

    private static Reason gone() {
        return Reason.of("dataset-gone", "the dataset or its agreement is no longer here");
    }
}
