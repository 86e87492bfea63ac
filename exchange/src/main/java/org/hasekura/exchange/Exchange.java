package org.hasekura.exchange;

import java.time.Clock;
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

    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

    private final ExchangeStore store;
    private final Listener listener;
    private final Negotiations negotiations;
    private final Transfers transfers;
    private final Assessing assessing;
    private final Watch watch;
    private final Limits limits;
    private final Agreements agreements;
    private final Offerings offerings;
    private final Qualifying qualifying;
    private final Audiences audiences;
    private final Outbox outbox;

    public Exchange(Self self, Assessor assessor, Conduct conduct, RetryPlan plan, Ports ports) {
        this.store = ports.store();
        this.listener = ports.listener();
        Scheduler scheduler = ports.scheduler();
        Clock clock = ports.clock();
        var ids = new Ids(clock, ports.random());
        var proofs = new Proofs(self, clock);
        this.audiences = new Audiences(store, clock);
        this.assessing = new Assessing(store, audiences, assessor, clock);
        this.limits = new Limits(store, proofs, ids, scheduler, clock, this::enforceLimits);
        var judging = new Judging(store, assessing, limits);
        var committer = new Committer(store, this::afterCommit);
        var book = new AgreementBook(
                self, store, proofs, () -> assessing.assessor().law(), clock);
        var negotiationSteps = new NegotiationSteps(self, book, conduct, assessing, proofs, ids, clock);
        this.negotiations =
                new Negotiations(self, store, negotiationSteps, limits, committer, scheduler, audiences, ids, clock);
        var account = new ByteAccount(ports.dataAccess(), proofs);
        var transferSteps = new TransferSteps(conduct, judging, limits, account, proofs, ids, clock);
        this.transfers = new Transfers(self, store, transferSteps, limits, committer, scheduler, ids, clock);
        this.agreements = new Agreements(store, proofs, ids, clock, transfers);
        this.watch = new Watch(store, judging, seen -> transfers.judgeAgain(seen.pid()), scheduler, clock);
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

    public Agreements agreements() {
        return agreements;
    }

    public Limits limits() {
        return limits;
    }

    /** Who sees what. */
    public Audiences audiences() {
        return audiences;
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
            transfers.resume(transfer.pid());
            // The end of its agreement was durable, and may not have reached it.
            transfers.endUnlessStands(transfer);
        }
        for (Negotiation negotiation : store.openNegotiations()) {
            negotiations.resume(negotiation.pid());
        }
        limits.watch();
        enforceLimits();
        watch.lookAtAll();
    }

    /** Stops what limits meet now, and lets go on what none meets any more. */
    private void enforceLimits() throws StoreFailed {
        for (Transfer transfer : store.openTransfers()) {
            transfers.enforceLimits(transfer);
        }
        for (Negotiation negotiation : store.openNegotiations()) {
            negotiations.enforceLimits(negotiation);
        }
    }

    private void afterCommit(Conversation<?> conversation, Draft<?, ?, ?> draft) {
        switch (conversation) {
            case Negotiation negotiation -> {
                listener.changed(negotiation);
                negotiations.enforceLimitsSoon(negotiation);
            }
            case Transfer transfer -> {
                listener.changed(transfer);
                transfers.enforceLimitsSoon(transfer);
                agreements.stored(transfer);
                if (transfer.role() == Role.PROVIDER && transfer.isRunning()) {
                    watch.runs(transfer.pid(), draft.lookAgain());
                    watch.lookSoonAt(transfer.pid());
                }
            }
        }
        draft.outgoing().forEach(outbox::send);
    }

    private Conversations<?, ?, ?, ?> of(Outgoing outgoing) {
        return switch (outgoing.process()) {
            case NEGOTIATION -> negotiations;
            case TRANSFER -> transfers;
        };
    }

    /** What the peers' answers to our messages do. */
    private final class Outcomes implements Outbox.Outcome {

        @Override
        public void acknowledged(Outgoing outgoing, String body) throws StoreFailed {
            of(outgoing).acknowledged(outgoing, Acknowledgement.peerPid(outgoing, body));
        }

        @Override
        public void failed(Outgoing outgoing, Reason reason, boolean tellPeer) throws StoreFailed {
            LOG.log(System.Logger.Level.INFO, "{0} {1}: {2}", outgoing.process(), outgoing.pid(), reason.sentences());
            of(outgoing).failed(outgoing, reason, tellPeer);
        }

        /** A count that finds no room is left out: it is for people, and the next one makes up for it. */
        @Override
        public void tried(Outgoing outgoing) throws StoreFailed {
            var count = new Change.Tried(outgoing.id(), outgoing.attempts());
            store.commit(new Commit(List.of(count), Optional.empty(), List.of()));
        }

        @Override
        public boolean isKnownToPeer(Outgoing outgoing) throws StoreFailed {
            return of(outgoing)
                    .find(outgoing.pid())
                    .filter(each -> each.peerPid().isPresent())
                    .isPresent();
        }

        @Override
        public boolean isWanted(Outgoing outgoing) throws StoreFailed {
            return of(outgoing)
                    .find(outgoing.pid())
                    .filter(each -> each.isSending(outgoing.id()))
                    .isPresent();
        }
    }
}
