package org.hasekura.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Offer;

/**
 * The contract negotiations of this node, both roles. DSP 2025-1 #contract-negotiation.
 *
 * <p>Each call loads, asks the table of the specification, lets the {@link Conduct} react, and makes all of it durable in
 * one commit: the new state, the message on its way, the token that was used, the evidence. Only then is anything
 * answered or sent. Calls run to completion on the caller's thread; two at once on the same negotiation are kept apart
 * by its version.
 */
public final class Negotiations {
    private final Self self;
    private final ExchangeStore store;
    private final NegotiationSteps steps;
    private final Limits limits;
    private final Committer committer;
    private final Ids ids;
    private final Clock clock;

    Negotiations(
            Self self,
            ExchangeStore store,
            NegotiationSteps steps,
            Limits limits,
            Committer committer,
            Ids ids,
            Clock clock) {
        this.self = self;
        this.store = store;
        this.steps = steps;
        this.limits = limits;
        this.committer = committer;
        this.ids = ids;
        this.clock = clock;
    }

    /** A consumer opens a negotiation with this provider. */
    public Answer<Negotiation> open(Inbound in, NegotiationMessage.Request message) throws StoreFailed {
        return committer.answering(Optional.of(in), () -> {
            Optional<Negotiation> known = store.negotiationOfPeer(in.peer(), message.consumerPid());
            if (known.isPresent()) {
                return repeated(known.get(), in);
            }
            Optional<Reason> limit = limits.bar(in.peer());
            if (limit.isPresent()) {
                return new Work.Answered<>(new Answer.Refused<>(new Pids("", message.consumerPid()), limit.get()));
            }
            Optional<Dataset> dataset = store.dataset(message.target()).filter(Dataset::isOnOffer);
            if (dataset.isEmpty()) {
                return new Work.Answered<>(new Answer.NotFound<>());
            }
            if (dataset.get().offer(message.offer().id()).isEmpty()) {
                return refused(
                        new Pids("", message.consumerPid()),
                        "unknown-offer",
                        "`" + message.offer().id() + "` is no offer of dataset `" + message.target() + "`");
            }
            Negotiation fresh = blank(
                    Role.PROVIDER,
                    in.peer(),
                    Optional.of(message.consumerPid()),
                    message.callback(),
                    message.target(),
                    message.offer(),
                    NegotiationState.REQUESTED);
            return steps.opened(fresh, in, message);
        });
    }

    /** A provider opens a negotiation with this consumer by an offer. */
    public Answer<Negotiation> open(Inbound in, NegotiationMessage.InitialOffer message) throws StoreFailed {
        return committer.answering(Optional.of(in), () -> {
            Optional<Negotiation> known = store.negotiationOfPeer(in.peer(), message.providerPid());
            if (known.isPresent()) {
                return repeated(known.get(), in);
            }
            Optional<Reason> limit = limits.bar(in.peer());
            if (limit.isPresent()) {
                return new Work.Answered<>(new Answer.Refused<>(new Pids(message.providerPid(), ""), limit.get()));
            }
            Negotiation fresh = blank(
                    Role.CONSUMER,
                    in.peer(),
                    Optional.of(message.providerPid()),
                    message.callback(),
                    message.target(),
                    message.offer(),
                    NegotiationState.OFFERED);
            return steps.opened(fresh, in, message);
        });
    }

    /** A message to the negotiation with this pid. */
    public Answer<Negotiation> receive(Inbound in, String pid, NegotiationMessage message) throws StoreFailed {
        return committer.answering(Optional.of(in), () -> {
            Optional<Negotiation> found =
                    store.negotiation(pid).filter(each -> each.peer().equals(in.peer()));
            if (found.isEmpty()) {
                return new Work.Answered<>(new Answer.NotFound<>());
            }
            Negotiation negotiation = found.get();
            if (message instanceof NegotiationMessage.Agreed(var _, Agreement agreement)
                    && isOfAnother(agreement.id(), negotiation)) {
                return refused(
                        negotiation.pids(),
                        "agreement-id-in-use",
                        "this name is in use for another agreement; make a new one");
            }
            return isRepeated(negotiation, in, message)
                    ? new Work.Answered<>(new Answer.Taken<>(negotiation, false))
                    : steps.received(negotiation, in, message);
        });
    }

    /**
     * Whether this very message was taken before. Where messages have no names of their own, a peer may have to say the
     * same once more, such as the same counter-offer: then it is a new one where it is legal.
     */
    private static boolean isRepeated(Negotiation negotiation, Inbound in, NegotiationMessage message) {
        return negotiation.heard().has(in.bodyHash())
                && (DspJson.isNamed(in.body())
                        || NegotiationStep.step(
                                        negotiation.effective(),
                                        message,
                                        negotiation.role().other())
                                instanceof NegotiationStep.Refused);
    }

    private boolean isOfAnother(String agreementId, Negotiation negotiation) throws StoreFailed {
        return store.agreement(agreementId)
                .filter(each -> !each.negotiationPid().equals(negotiation.pid()))
                .isPresent();
    }

    /** What the peer may see of it. */
    public Optional<Negotiation> shown(String peer, String pid) throws StoreFailed {
        return store.negotiation(pid).filter(each -> each.peer().equals(peer));
    }

    /** This node, as consumer, asks the provider at this DSP address for a dataset under these terms. */
    public Answer<Negotiation> request(String provider, URI dspAddress, String datasetId, Offer offer)
            throws StoreFailed {
        Negotiation fresh = blank(
                Role.CONSUMER, provider, Optional.empty(), dspAddress, datasetId, offer, NegotiationState.REQUESTED);
        return committer.answering(Optional.empty(), () -> {
            Optional<Reason> limit = limits.bar(provider);
            return limit.isPresent()
                    ? new Work.Answered<>(new Answer.Refused<>(new Pids("", ""), limit.get()))
                    : steps.requested(fresh, self.dspAddress());
        });
    }

    /**
     * This node, as provider, offers a dataset to the consumer at this DSP address, by one of the dataset's own offers. Law
     * and policy are asked first; what they do not allow is not offered.
     */
    public Answer<Negotiation> offer(String consumer, URI dspAddress, String datasetId, String offerId)
            throws StoreFailed {
        Optional<Offer> offer =
                store.dataset(datasetId).filter(Dataset::isOnOffer).flatMap(dataset -> dataset.offer(offerId));
        if (offer.isEmpty()) {
            return new Answer.NotFound<>();
        }
        Optional<Reason> limit = limits.bar(consumer);
        if (limit.isPresent()) {
            return new Answer.Refused<>(new Pids("", ""), limit.get());
        }
        Negotiation fresh = blank(
                Role.PROVIDER,
                consumer,
                Optional.empty(),
                dspAddress,
                datasetId,
                offer.get(),
                NegotiationState.OFFERED);
        return committer.answering(Optional.empty(), () -> steps.offered(fresh, self.dspAddress()));
    }

    /** A person, or this side by itself, acts. */
    public Answer<Negotiation> act(String pid, NegotiationAct act) throws StoreFailed {
        return committer.answering(Optional.empty(), () -> {
            Optional<Negotiation> found = store.negotiation(pid);
            return found.isEmpty() ? new Work.Answered<>(new Answer.NotFound<>()) : steps.acted(found.get(), act);
        });
    }

    /**
     * A person decides what the law left open or the dataset leaves to a person. The role the person acts in, the
     * decision and the salted digest of its reason become evidence; the reason itself is kept apart.
     */
    public Answer<Negotiation> decide(String pid, boolean permit, String role, String why) throws StoreFailed {
        return committer.answering(Optional.empty(), () -> {
            Optional<Negotiation> found = store.negotiation(pid);
            return found.isEmpty()
                    ? new Work.Answered<>(new Answer.NotFound<>())
                    : steps.decided(found.get(), permit, role, why);
        });
    }

    private Negotiation blank(
            Role role,
            String peer,
            Optional<String> peerPid,
            URI address,
            String datasetId,
            Offer offer,
            NegotiationState state) {
        Instant now = clock.instant();
        return new Negotiation(
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
    }

    private static Work<Negotiation, NegotiationAct> repeated(Negotiation known, Inbound in) {
        return known.heard().has(in.bodyHash())
                ? new Work.Answered<>(new Answer.Taken<>(known, true))
                : refused(known.pids(), "pid-in-use", "this name is in use for another negotiation; make a new one");
    }

    static Work<Negotiation, NegotiationAct> refused(Pids pids, String code, String... sentences) {
        return new Work.Answered<>(new Answer.Refused<>(pids, Reason.of(code, sentences)));
    }
}
