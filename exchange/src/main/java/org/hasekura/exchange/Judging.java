package org.hasekura.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Decision;
import org.hasekura.policy.Finding;
import org.hasekura.policy.Situation;
import org.hasekura.policy.Uses;

/**
 * Whether the bytes of a transfer may move today, as far as this side answers for it: first no limit may meet the peer,
 * then the law and the agreement's own terms must allow it.
 */
final class Judging {

    /** The code of the reason of a transfer that waits for a person. */
    static final String PERSON_DECIDES = "person-decides";

    /** The code of the reason of a transfer whose terms ask for a fact that is not known. */
    static final String TERMS_OPEN = "terms-open";

    static final String NOT_PERMITTED = "not-permitted-today";

    /**
     * What today's facts and law come to.
     *
     * @param bar why the bytes may not move; empty when they may
     * @param assessment what the law was asked and said; absent where that was not possible
     * @param judged the same, as it is kept with the transfer
     * @param use how the agreement will have been used if this transfer starts now
     * @param holdsUntil while they may move: when something that this rests on may change by itself
     */
    record Verdict(
            Optional<Reason> bar,
            Optional<Assessment> assessment,
            Optional<Judged> judged,
            Optional<AgreementUse> use,
            Optional<Instant> holdsUntil) {

        static Verdict barred(Reason bar) {
            return new Verdict(
                    Optional.of(bar), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Whether what bars it can change while the agreement stands: the law, a fact, a person's decision. */
        boolean mayBeCured() {
            return bar.filter(why -> why.code().equals(NOT_PERMITTED) || pauses(why))
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
    private final Limits limits;

    Judging(ExchangeStore store, Assessing assessing, Limits limits) {
        this.store = store;
        this.assessing = assessing;
        this.limits = limits;
    }

    /** Whether the transfer is one that a person may let go on. */
    static boolean waitsForPerson(Transfer transfer) {
        return waits(transfer) && transfer.reason().filter(Judging::asksPerson).isPresent();
    }

    /** Whether the transfer waits for something: a person, or a fact that its terms ask for. */
    static boolean waits(Transfer transfer) {
        boolean stands =
                transfer.effective() == TransferState.REQUESTED || transfer.effective() == TransferState.SUSPENDED;
        return transfer.role() == Role.PROVIDER
                && stands
                && transfer.reason().filter(Judging::canWait).isPresent();
    }

    /** Whether what bars it can pass without anybody's asking again. */
    static boolean canWait(Reason bar) {
        return asksPerson(bar) || bar.code().equals(TERMS_OPEN);
    }

    /** Whether a resumption that it bars is paused again and not ended: it may pass without a new agreement. */
    static boolean pauses(Reason bar) {
        return canWait(bar) || bar.code().equals(Limits.LIMITED);
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
        Optional<Reason> limit = limits.bar(transfer.peer());
        if (limit.isPresent()) {
            return Verdict.barred(limit.get());
        }
        Optional<Assessing.Found> found = assessing.assess(agreement);
        if (found.isEmpty()) {
            return Verdict.barred(gone());
        }
        Assessment assessment = found.get().assessment();
        List<String> permitted = transfer.judged().map(Judged::permitted).orElse(List.of());
        Optional<Reason> bar = ofLaw(assessment.ruling(), agreement, permitted);
        AgreementUse use = use(transfer, agreement);
        Situation situation =
                assessing.situation(agreement, assessment, uses(use), bar.isEmpty() && isOpen(assessment));
        if (bar.isEmpty()) {
            bar = ofTerms(assessing.policy(agreement).decide(situation));
        }
        return new Verdict(
                bar,
                Optional.of(assessment),
                Optional.of(Judged.of(assessment.ruling(), permitted)),
                Optional.of(use),
                bar.isPresent() ? Optional.empty() : assessing.holdsUntil(agreement, assessment.ruling(), situation));
    }

    private static boolean isOpen(Assessment assessment) {
        return assessment.ruling() instanceof Ruling.Undecided;
    }

    /** With this transfer, whether it has been counted before or will be when it starts. */
    private AgreementUse use(Transfer transfer, Concluded agreement) throws StoreFailed {
        String id = agreement.agreement().id();
        Optional<AgreementUse> before = store.use(id);
        long counted = before.map(AgreementUse::count).orElse(0L);
        boolean isCounted = counted > 0 && transfer.effective() != TransferState.REQUESTED;
        return new AgreementUse(
                id,
                isCounted ? counted : counted + 1,
                before.map(AgreementUse::first).orElseGet(assessing::now));
    }

    private static Uses uses(AgreementUse use) {
        return new Uses(use.count(), Optional.of(use.first()));
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

    private static Optional<Reason> ofTerms(Decision decision) {
        return switch (decision) {
            case Decision.Permitted _ -> Optional.empty();
            case Decision.Refused(List<Finding> findings) ->
                Optional.of(new Reason(
                        "terms-not-met", findings.stream().map(Finding::english).toList()));
            case Decision.Open(List<Finding> findings, List<Question> missing) -> {
                Stream<String> sentences = Stream.concat(
                        missing.stream().map(Question::textEn),
                        findings.stream().map(Finding::english));
                yield Optional.of(new Reason(TERMS_OPEN, sentences.toList()));
            }
            case Decision.NotUnderstood(List<Finding> findings) ->
                Optional.of(new Reason(
                        "terms-not-understood",
                        findings.stream().map(Finding::sentence).toList()));
        };
    }

    private static Reason gone() {
        return Reason.of("dataset-gone", "the dataset or its agreement is no longer here");
    }
}
