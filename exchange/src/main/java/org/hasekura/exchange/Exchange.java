package org.hasekura.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hasekura.law.Law;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Assessor;

/**
 * The exchange of one node, put together: negotiations, transfers, datasets, the register, and the outbox behind them.
 *
 * <p>Everything it needs from the world comes in by its ports, so that two whole nodes can run on one thread under a
 * seed.
 */
public final class Exchange {

    /** What the exchange needs from the world. */
    public record Ports(
            ExchangeStore store,
            Peers peers,
            DataAccess dataAccess,
            Scheduler scheduler,
            Clock clock,
            RandomGenerator random,
            Listener listener) {}

    private static final Duration WAIT_FOR_ROOM = Duration.ofMillis(50);
    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

    private final ExchangeStore store;
    private final Listener listener;
    private final Scheduler scheduler;
    private final Negotiations negotiations;
    private final NegotiationSteps negotiationSteps;
    private final Transfers transfers;
    private final TransferSteps transferSteps;
    private final Assessing assessing;
    private final Watch watch;
    private final Limits limits;
    private final Offerings offerings;
    private final Qualifying qualifying;
    private final Committer committer;
    private final Outbox outbox;

    public Exchange(Self self, Assessor assessor, Conduct conduct, RetryPlan plan, Ports ports) {
        this.store = ports.store();
        this.listener = ports.listener();
        this.scheduler = ports.scheduler();
        Clock clock = ports.clock();
        var ids = new Ids(clock, ports.random());
        var proofs = new Proofs(self, clock);
        this.assessing = new Assessing(store, assessor, clock);
        this.limits = new Limits(store, proofs, ids, scheduler, clock, this::enforceLimits);
        var judging = new Judging(store, assessing, limits);
        this.committer = new Committer(store, this::afterCommit);
        this.negotiationSteps = new NegotiationSteps(
                self, new AgreementBook(self, store, proofs, clock), conduct, assessing, proofs, ids, clock);
        this.negotiations = new Negotiations(self, store, negotiationSteps, limits, committer, ids, clock);
        this.transferSteps = new TransferSteps(conduct, judging, limits, ports.dataAccess(), proofs, ids, clock);
        this.transfers = new Transfers(self, store, transferSteps, limits, committer, ids, clock);
        this.watch = new Watch(store, judging, this::judgeAgain, scheduler, clock);
        this.offerings = new Offerings(store, proofs, clock, watch, limits);
        this.qualifying = new Qualifying(store, assessing::assessor, clock);
        this.outbox = new Outbox(ports.peers(), new Outcomes(), plan, scheduler, clock, ports.random());
    }

    public Negotiations negotiations() {
        return negotiations;
    }

    public Transfers transfers() {
        return transfers;
    }

    public Offerings offerings() {
        return offerings;
    }

    public Limits limits() {
        return limits;
    }

    /** Who could have what. */
    public Qualifying qualifying() {
        return qualifying;
    }

    /**
     * From now on judges by other law data: what runs is judged again at once, and stopped where they no longer permit
     * it.
     *
     * @throws StoreFailed the law is in use; transfers that were not reached are judged at the next start
     */
    public void judgeBy(Law law) throws StoreFailed {
        assessing.judgeBy(law);
        watch.lookAtAll();
    }

    /**
     * What law and policy say today to an agreement under which this node provides, with the facts that it has today.
     * Nothing is recorded. Empty when the dataset is gone.
     */
    public Optional<Assessment> judgedToday(Concluded agreement) throws StoreFailed {
        return assessing.assess(agreement).map(Assessing.Found::assessment);
    }

    /**
     * After a start: sends what was on its way, tells where everything open stands, and does what is owed. What runs is
     * judged again, since the law data or the day may be others than at its last ruling.
     */
    public void resume() throws StoreFailed {
        store.outbox().forEach(outbox::send);
        for (Transfer transfer : store.openTransfers()) {
            listener.changed(transfer);
            owed(transfer);
        }
        for (Negotiation negotiation : store.openNegotiations()) {
            owed(negotiation);
        }
        limits.watch();
        enforceLimits();
        watch.lookAtAll();
    }

    /** Stops what limits meet now, and lets go on what none meets any more. */
    private void enforceLimits() throws StoreFailed {
        for (Transfer transfer : store.openTransfers()) {
            enforceLimits(transfer);
        }
        for (Negotiation negotiation : store.openNegotiations()) {
            enforceLimits(negotiation);
        }
    }

    private void enforceLimits(Transfer transfer) throws StoreFailed {
        if (limits.concerns(transfer)) {
            patiently(() -> transferStep(transfer.pid(), transferSteps::limited));
        }
    }

    private void enforceLimits(Negotiation negotiation) throws StoreFailed {
        Optional<Reason> bar = limits.bar(negotiation.peer());
        if (bar.isPresent() && !negotiation.effective().isFinal()) {
            patiently(() -> negotiations.act(negotiation.pid(), new NegotiationAct.Terminate(bar.get())));
        }
    }

    /** Looks once more at what was just stored: it may have been on its way when a limit began or ended. */
    private void enforceLimitsSoon(Conversing of) {
        if (limits.mayMatter()) {
            scheduler.run(() -> {
                try {
                    of.enforce();
                } catch (StoreFailed failed) {
                    LOG.log(System.Logger.Level.DEBUG, "limits are enforced at the next start", failed);
                }
            });
        }
    }

    private interface Conversing {
        void enforce() throws StoreFailed;
    }

    private void judgeAgain(Transfer seen) throws StoreFailed {
        patiently(() -> transferStep(seen.pid(), transferSteps::judgedAgain));
    }

    private void owed(Negotiation seen) throws StoreFailed {
        patiently(() -> negotiationStep(
                seen.pid(),
                now -> negotiationSteps
                        .resumed(now)
                        .orElseGet(() -> new Work.Answered<>(new Answer.Taken<>(now, false)))));
    }

    private void owed(Transfer seen) throws StoreFailed {
        patiently(() -> transferStep(
                seen.pid(),
                now -> transferSteps
                        .resumed(now)
                        .orElseGet(() -> new Work.Answered<>(new Answer.Taken<>(now, false)))));
    }

    private Answer<Negotiation> negotiationStep(String pid, Stepping<Negotiation, NegotiationAct> step)
            throws StoreFailed {
        return committer.answering(Optional.empty(), () -> {
            Optional<Negotiation> now = store.negotiation(pid);
            return now.isEmpty() ? new Work.Answered<>(new Answer.NotFound<>()) : step.of(now.get());
        });
    }

    private Answer<Transfer> transferStep(String pid, Stepping<Transfer, TransferAct> step) throws StoreFailed {
        return committer.answering(Optional.empty(), () -> {
            Optional<Transfer> now = store.transfer(pid);
            return now.isEmpty() ? new Work.Answered<>(new Answer.NotFound<>()) : step.of(now.get());
        });
    }

    /** A step of this side's own that may find the store without room. */
    private interface OwnStep {
        Answer<?> take() throws StoreFailed;
    }

    /** Takes it again when there was no room: unlike a peer's step, nobody else asks for it a second time. */
    private void patiently(OwnStep step) throws StoreFailed {
        if (step.take() instanceof Answer.Busy<?>) {
            scheduler.runAfter(WAIT_FOR_ROOM, () -> {
                try {
                    patiently(step);
                } catch (StoreFailed failed) {
                    LOG.log(System.Logger.Level.DEBUG, "a step waits for the next start", failed);
                }
            });
        }
    }

    private void afterCommit(Object process, Draft<?> draft) {
        switch (process) {
            case Negotiation negotiation -> {
                listener.changed(negotiation);
                enforceLimitsSoon(() -> enforceLimits(negotiation));
            }
            case Transfer transfer -> {
                listener.changed(transfer);
                enforceLimitsSoon(() -> enforceLimits(transfer));
                if (transfer.role() == Role.PROVIDER && transfer.isRunning()) {
                    watch.runs(transfer.pid(), draft.lookAgain());
                    watch.lookSoonAt(transfer.pid());
                }
            }
            default -> throw new IllegalStateException("a commit of " + process.getClass());
        }
        draft.outgoing().forEach(outbox::send);
        draft.laterAct().ifPresent(act -> scheduler.runAfter(draft.laterDelay(), () -> actLater(process, act)));
    }

    /** Acts as decided a while ago, unless the process has moved on. */
    private void actLater(Object process, Object act) {
        try {
            switch (process) {
                case Negotiation then
                when act instanceof NegotiationAct then2 -> {
                    boolean unmoved = store.negotiation(then.pid())
                            .filter(now -> now.effective() == then.effective())
                            .isPresent();
                    if (unmoved) {
                        patiently(() -> negotiations.act(then.pid(), then2));
                    }
                }
                case Transfer then
                when act instanceof TransferAct then2 -> {
                    boolean unmoved = store.transfer(then.pid())
                            .filter(now -> now.effective() == then.effective())
                            .isPresent();
                    if (unmoved) {
                        patiently(() -> transfers.act(then.pid(), then2));
                    }
                }
                default -> throw new IllegalStateException("no act for " + process.getClass());
            }
        } catch (StoreFailed failed) {
            LOG.log(System.Logger.Level.DEBUG, "an act waits for the next start", failed);
        }
    }

    /** What the peers' answers to our messages do. */
    private final class Outcomes implements Outbox.Outcome {

        @Override
        public void acknowledged(Outgoing outgoing, String body) throws StoreFailed {
            Optional<String> peerPid = Acknowledgement.peerPid(outgoing, body);
            answered(
                    outgoing,
                    negotiation -> negotiationSteps.acknowledged(negotiation, outgoing, peerPid),
                    transfer -> transferSteps.acknowledged(transfer, outgoing, peerPid));
        }

        @Override
        public void failed(Outgoing outgoing, Reason reason, boolean tellPeer) throws StoreFailed {
            LOG.log(System.Logger.Level.INFO, "{0} {1}: {2}", outgoing.process(), outgoing.pid(), reason.sentences());
            answered(
                    outgoing,
                    negotiation -> negotiationSteps.failed(negotiation, outgoing, reason, tellPeer),
                    transfer -> transferSteps.failed(transfer, outgoing, reason, tellPeer));
        }

        /** A count that finds no room is left out: it is for people, and the next one makes up for it. */
        @Override
        public void tried(Outgoing outgoing) throws StoreFailed {
            var count = new Change.Tried(outgoing.id(), outgoing.attempts());
            store.commit(new Commit(List.of(count), Optional.empty(), List.of()));
        }

        @Override
        public boolean isKnownToPeer(Outgoing outgoing) throws StoreFailed {
            return switch (outgoing.process()) {
                case NEGOTIATION ->
                    store.negotiation(outgoing.pid())
                            .flatMap(Negotiation::peerPid)
                            .isPresent();
                case TRANSFER ->
                    store.transfer(outgoing.pid()).flatMap(Transfer::peerPid).isPresent();
            };
        }

        @Override
        public boolean isWanted(Outgoing outgoing) throws StoreFailed {
            Optional<? extends Sending<?>> sending = switch (outgoing.process()) {
                case NEGOTIATION -> store.negotiation(outgoing.pid()).flatMap(Negotiation::sending);
                case TRANSFER -> store.transfer(outgoing.pid()).flatMap(Transfer::sending);
            };
            return sending.filter(each -> each.messageId().equals(outgoing.id()))
                    .isPresent();
        }

        private void answered(
                Outgoing outgoing,
                Stepping<Negotiation, NegotiationAct> onNegotiation,
                Stepping<Transfer, TransferAct> onTransfer)
                throws StoreFailed {
            switch (outgoing.process()) {
                case NEGOTIATION -> patiently(() -> negotiationStep(outgoing.pid(), onNegotiation));
                case TRANSFER -> patiently(() -> transferStep(outgoing.pid(), onTransfer));
            }
        }
    }

    /** A step from where the process stands now. */
    private interface Stepping<P, A> {
        Work<P, A> of(P now) throws StoreFailed;
    }
}
