package org.hasekura.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.hasekura.policy.Offer;

/** The contract negotiations of this node, both roles. DSP 2025-1 #contract-negotiation. */
public final class Negotiations
        extends Conversations<Negotiation, NegotiationState, NegotiationMessage, NegotiationAct> {
    private final Self self;
    private final NegotiationSteps steps;
    private final Audiences audiences;
    private final Ids ids;
    private final Clock clock;

    Negotiations(
            Self self,
            ExchangeStore store,
            NegotiationSteps steps,
            Limits limits,
            Committer committer,
            Scheduler scheduler,
            Audiences audiences,
            Ids ids,
            Clock clock) {
        super(store, steps, limits, committer, scheduler);
        this.self = self;
        this.steps = steps;
        this.audiences = audiences;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    Optional<Negotiation> find(String pid) throws StoreFailed {
        return store.negotiation(pid);
    }

    /** A consumer opens a negotiation with this provider by a request, or a provider one with this consumer by an offer. */
    @Override
    public Answer<Negotiation> open(Inbound in, NegotiationMessage message) throws StoreFailed {
        return answering(Optional.of(in), () -> switch (message) {
            case NegotiationMessage.Request request -> {
                Optional<Negotiation> known = store.negotiationOfPeer(in.peer(), request.consumerPid());
                yield known.isPresent()
                        ? openedAgain(known.get(), in, request, request.target(), request.offer(), request.callback())
                        : unlessLimited(in, request.pids(), () -> asked(in, request));
            }
            case NegotiationMessage.InitialOffer offer -> {
                Optional<Negotiation> known = store.negotiationOfPeer(in.peer(), offer.providerPid());
                yield known.isPresent()
                        ? openedAgain(known.get(), in, offer, offer.target(), offer.offer(), offer.callback())
                        : unlessLimited(in, offer.pids(), () -> offered(in, offer));
            }
            default -> Work.refused(message.pids(), "does-not-open", "a " + message.type() + " opens no negotiation");
        });
    }

    private Work<Negotiation, NegotiationAct> asked(Inbound in, NegotiationMessage.Request message) throws StoreFailed {
        Optional<Dataset> dataset = store.dataset(message.target()).filter(Dataset::isOnOffer);
        // To whom it is not shown it is not there, whatever they have guessed of it.
        if (dataset.isEmpty() || !(dataset.get().isForEveryone() || audiences.sees(in.peer(), dataset.get()))) {
            return Work.notFound();
        }
        if (dataset.get().offer(message.offer().id()).isEmpty()) {
            return Work.refused(
                    message.pids(),
                    "unknown-offer",
                    "`" + message.offer().id() + "` is no offer of dataset `" + message.target() + "`");
        }
        NegotiationDraft fresh = fresh(
                Role.PROVIDER,
                in.peer(),
                Optional.of(message.consumerPid()),
                message.callback(),
                message.target(),
                message.offer(),
                NegotiationState.REQUESTED);
        return steps.opened(fresh, in, message);
    }

    private Work<Negotiation, NegotiationAct> offered(Inbound in, NegotiationMessage.InitialOffer message)
            throws StoreFailed {
        NegotiationDraft fresh = fresh(
                Role.CONSUMER,
                in.peer(),
                Optional.of(message.providerPid()),
                message.callback(),
                message.target(),
                message.offer(),
                NegotiationState.OFFERED);
        return steps.opened(fresh, in, message);
    }

    private Work<Negotiation, NegotiationAct> openedAgain(
            Negotiation known, Inbound in, NegotiationMessage message, String datasetId, Offer offer, URI callback) {
        boolean isTheSame = known.datasetId().equals(datasetId)
                && known.offer().equals(offer)
                && known.peerAddress().equals(callback);
        return openedAgain(known, in, message, isTheSame);
    }

    /** This node, as consumer, asks the provider at this DSP address for a dataset under these terms. */
    public Answer<Negotiation> request(String provider, URI dspAddress, String datasetId, Offer offer)
            throws StoreFailed {
        return answering(
                Optional.empty(),
                () -> unlessLimited(provider, () -> {
                    NegotiationDraft fresh = fresh(
                            Role.CONSUMER,
                            provider,
                            Optional.empty(),
                            dspAddress,
                            datasetId,
                            offer,
                            NegotiationState.REQUESTED);
                    fresh.asked(offer.terms());
                    var message =
                            new NegotiationMessage.Request(fresh.before().pid(), self.dspAddress(), offer, datasetId);
                    return steps.asked(fresh, message);
                }));
    }

    /**
     * This node, as provider, offers a dataset to the consumer at this DSP address, by one of the dataset's own offers. Law
     * and policy are asked first; what they do not allow is not offered. To make such an offer is to show the dataset to that
     * consumer, also where it is restricted to others.
     */
    public Answer<Negotiation> offer(String consumer, URI dspAddress, String datasetId, String offerId)
            throws StoreFailed {
        return offering(consumer, dspAddress, datasetId, dataset -> dataset.offer(offerId));
    }

    /**
     * The same with an offer of the dataset's that was made narrower for this consumer. One that is not within what was
     * published is offered as it was published.
     */
    public Answer<Negotiation> offer(String consumer, URI dspAddress, String datasetId, Offer narrower)
            throws StoreFailed {
        return offering(
                consumer,
                dspAddress,
                datasetId,
                dataset -> dataset.offer(narrower.id()).map(_ -> narrower));
    }

    private Answer<Negotiation> offering(
            String consumer, URI dspAddress, String datasetId, Function<Dataset, Optional<Offer>> choice)
            throws StoreFailed {
        return answering(Optional.empty(), () -> {
            Optional<Offer> offer =
                    store.dataset(datasetId).filter(Dataset::isOnOffer).flatMap(choice);
            if (offer.isEmpty()) {
                return Work.notFound();
            }
            return unlessLimited(consumer, () -> {
                NegotiationDraft fresh = fresh(
                        Role.PROVIDER,
                        consumer,
                        Optional.empty(),
                        dspAddress,
                        datasetId,
                        offer.get(),
                        NegotiationState.OFFERED);
                return steps.offered(fresh, self.dspAddress());
            });
        });
    }

    /** A negotiation that a limit meets ends: there is no pause in it. */
    @Override
    void enforceLimits(Negotiation seen) throws StoreFailed {
        Optional<Reason> bar = limits.bar(seen.peer());
        if (bar.isPresent() && !seen.effective().isFinal()) {
            patiently(() -> act(seen.pid(), new NegotiationAct.Terminate(bar.get())));
        }
    }

    private NegotiationDraft fresh(
            Role role,
            String peer,
            Optional<String> peerPid,
            URI address,
            String datasetId,
            Offer offer,
            NegotiationState state) {
        Instant now = clock.instant();
        var blank = new Negotiation(
                ids.next(),
                peerPid,
                role,
                peer,
                address,
                datasetId,
                Optional.empty(),
                offer,
                Optional.empty(),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Heard.NOTHING,
                now,
                now,
                0);
        return steps.draft(blank, now);
    }
}
