package org.hasekura.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The transfer processes of this node, both roles. DSP 2025-1 #transfer-process.
 *
 * <p>The bytes themselves move elsewhere, and only while a transfer is stored as started under an agreement that stands.
 */
public final class Transfers extends Conversations<Transfer, TransferState, TransferMessage, TransferAct> {

    /** The one way of delivery so far: the consumer fetches by HTTP. */
    public static final String HTTP_PULL = "HttpData-PULL";

    private final Self self;
    private final TransferSteps steps;
    private final Ids ids;
    private final Clock clock;

    Transfers(
            Self self,
            ExchangeStore store,
            TransferSteps steps,
            Limits limits,
            Committer committer,
            Scheduler scheduler,
            Ids ids,
            Clock clock) {
        super(store, steps, limits, committer, scheduler);
        this.self = self;
        this.steps = steps;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    Optional<Transfer> find(String pid) throws StoreFailed {
        return store.transfer(pid);
    }

    /** A consumer asks this provider for the bytes under an agreement. */
    @Override
    public Answer<Transfer> open(Inbound in, TransferMessage message) throws StoreFailed {
        return answering(Optional.of(in), () -> switch (message) {
            case TransferMessage.Request request -> {
                Optional<Transfer> known = store.transferOfPeer(in.peer(), request.consumerPid());
                yield known.isPresent() ? openedAgain(known.get(), in, request) : asked(in, request);
            }
            default -> Work.refused(message.pids(), "does-not-open", "a " + message.type() + " opens no transfer");
        });
    }

    private Work<Transfer, TransferAct> asked(Inbound in, TransferMessage.Request message) throws StoreFailed {
        Optional<Concluded> agreement = store.agreement(message.agreementId())
                .filter(each -> each.role() == Role.PROVIDER && each.peer().equals(in.peer()));
        if (agreement.isEmpty()) {
            return Work.notFound();
        }
        if (!agreement.get().stands()) {
            return notInForce(message.pids());
        }
        return unlessLimited(in, message.pids(), () -> asked(in, message, agreement.get()));
    }

    private Work<Transfer, TransferAct> asked(Inbound in, TransferMessage.Request message, Concluded agreement)
            throws StoreFailed {
        if (!message.format().equals(HTTP_PULL)) {
            return Work.refused(
                    message.pids(),
                    "unknown-format",
                    "format `" + message.format() + "` is not offered; use `" + HTTP_PULL + "`");
        }
        TransferDraft fresh =
                fresh(Role.PROVIDER, in.peer(), Optional.of(message.consumerPid()), message.callback(), agreement);
        return steps.opened(fresh, in, message);
    }

    private static Work<Transfer, TransferAct> notInForce(Pids pids) {
        return Work.refused(pids, "agreement-not-in-force", "the agreement is not finalized or has ended");
    }

    private Work<Transfer, TransferAct> openedAgain(Transfer known, Inbound in, TransferMessage.Request message) {
        boolean isTheSame = known.agreementId().equals(message.agreementId())
                && known.format().equals(message.format())
                && known.peerAddress().equals(message.callback());
        return openedAgain(known, in, message, isTheSame);
    }

    /** This node, as consumer, asks for the bytes under an agreement that stands. */
    public Answer<Transfer> request(String agreementId, URI dspAddress) throws StoreFailed {
        return answering(Optional.empty(), () -> {
            Optional<Concluded> agreement = store.agreement(agreementId).filter(each -> each.role() == Role.CONSUMER);
            if (agreement.isEmpty()) {
                return Work.notFound();
            }
            if (!agreement.get().stands()) {
                return notInForce(new Pids("", ""));
            }
            String provider = agreement.get().peer();
            return unlessLimited(provider, () -> {
                TransferDraft fresh = fresh(Role.CONSUMER, provider, Optional.empty(), dspAddress, agreement.get());
                var message = new TransferMessage.Request(
                        fresh.before().pid(), agreementId, HTTP_PULL, self.dspAddress(), Optional.empty());
                return steps.asked(fresh, message);
            });
        });
    }

    /** The bytes have arrived whole and as promised: recorded, and the provider is told. */
    public Answer<Transfer> delivered(String pid, Transfer.Delivered delivered) throws StoreFailed {
        return stepping(pid, now -> steps.delivered(now, delivered));
    }

    /** The law or a fact may have changed since it was judged. */
    void judgeAgain(String pid) throws StoreFailed {
        patiently(() -> stepping(pid, steps::judgedAgain));
    }

    /** Ends a transfer whose agreement was ended. */
    void endedWith(String pid, Reason reason) throws StoreFailed {
        patiently(() -> act(pid, new TransferAct.Terminate(reason)));
    }

    /** Ends an open transfer whose agreement has ended. */
    void endUnlessStands(Transfer seen) throws StoreFailed {
        boolean hasEnded = !seen.effective().isFinal()
                && store.agreement(seen.agreementId())
                        .filter(each -> each.ended().isPresent())
                        .isPresent();
        if (hasEnded) {
            endedWith(seen.pid(), Reason.of(Agreements.ENDED, "the agreement was ended"));
        }
    }

    void endSoonUnlessStands(Transfer stored) {
        soon(() -> endUnlessStands(stored));
    }

    @Override
    void enforceLimits(Transfer seen) throws StoreFailed {
        if (limits.concerns(seen)) {
            patiently(() -> stepping(seen.pid(), steps::limited));
        }
    }

    private TransferDraft fresh(Role role, String peer, Optional<String> peerPid, URI address, Concluded agreement) {
        Instant now = clock.instant();
        var blank = new Transfer(
                ids.next(),
                peerPid,
                role,
                peer,
                address,
                agreement.agreement().id(),
                agreement.agreement().target(),
                HTTP_PULL,
                TransferState.REQUESTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Heard.NOTHING,
                now,
                now,
                0);
        return new TransferDraft(blank, Optional.of(agreement), now);
    }
}
