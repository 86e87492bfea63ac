package org.hasekura.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The transfer processes of this node, both roles. DSP 2025-1 #transfer-process.
 *
 * <p>As with {@link Negotiations}: one step, one commit, then the answer. The bytes themselves move elsewhere, and only
 * while a transfer is stored as started under an agreement that stands.
 */
public final class Transfers {

    /** The one way of delivery so far: the consumer fetches by HTTP. */
    public static final String HTTP_PULL = "HttpData-PULL";

    private final Self self;
    private final ExchangeStore store;
    private final TransferSteps steps;
    private final Limits limits;
    private final Committer committer;
    private final Ids ids;
    private final Clock clock;

    Transfers(
            Self self,
            ExchangeStore store,
            TransferSteps steps,
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

    /** A consumer asks this provider for the bytes under an agreement. */
    public Answer<Transfer> open(Inbound in, TransferMessage.Request message) throws StoreFailed {
        return committer.answering(Optional.of(in), () -> {
            Optional<Transfer> known = store.transferOfPeer(in.peer(), message.consumerPid());
            if (known.isPresent()) {
                return known.get().heard().has(in.bodyHash())
                        ? new Work.Answered<>(new Answer.Taken<>(known.get(), true))
                        : refused(
                                known.get().pids(),
                                "pid-in-use",
                                "this name is in use for another transfer; make a new one");
            }
            Pids pids = new Pids("", message.consumerPid());
            Optional<Concluded> agreement = store.agreement(message.agreementId())
                    .filter(each -> each.role() == Role.PROVIDER && each.peer().equals(in.peer()));
            if (agreement.isEmpty()) {
                return new Work.Answered<>(new Answer.NotFound<>());
            }
            if (!agreement.get().stands()) {
                return refused(pids, "agreement-not-in-force", "the agreement is not finalized or has ended");
            }
            Optional<Reason> limit = limits.bar(in.peer());
            if (limit.isPresent()) {
                return new Work.Answered<>(new Answer.Refused<>(pids, limit.get()));
            }
            if (!message.format().equals(HTTP_PULL)) {
                return refused(
                        pids,
                        "unknown-format",
                        "format `" + message.format() + "` is not offered; use `" + HTTP_PULL + "`");
            }
            Transfer fresh = blank(
                    Role.PROVIDER, in.peer(), Optional.of(message.consumerPid()), message.callback(), agreement.get());
            return steps.opened(fresh, in, message, agreement.get());
        });
    }

    /** A message to the transfer with this pid. */
    public Answer<Transfer> receive(Inbound in, String pid, TransferMessage message) throws StoreFailed {
        return committer.answering(Optional.of(in), () -> {
            Optional<Transfer> found =
                    store.transfer(pid).filter(each -> each.peer().equals(in.peer()));
            if (found.isEmpty()) {
                return new Work.Answered<>(new Answer.NotFound<>());
            }
            return isRepeated(found.get(), in, message)
                    ? new Work.Answered<>(new Answer.Taken<>(found.get(), false))
                    : steps.received(found.get(), in, message);
        });
    }

    /** Whether this very message was taken before; one without a name of its own is new where it is legal. */
    private static boolean isRepeated(Transfer transfer, Inbound in, TransferMessage message) {
        return transfer.heard().has(in.bodyHash())
                && (DspJson.isNamed(in.body())
                        || TransferStep.step(
                                        transfer.effective(),
                                        message,
                                        transfer.role().other())
                                instanceof TransferStep.Refused);
    }

    /** What the peer may see of it. */
    public Optional<Transfer> shown(String peer, String pid) throws StoreFailed {
        return store.transfer(pid).filter(each -> each.peer().equals(peer));
    }

    /** This node, as consumer, asks for the bytes under an agreement that stands. */
    public Answer<Transfer> request(String agreementId, URI dspAddress) throws StoreFailed {
        return committer.answering(Optional.empty(), () -> {
            Optional<Concluded> agreement = store.agreement(agreementId).filter(each -> each.role() == Role.CONSUMER);
            if (agreement.isEmpty()) {
                return new Work.Answered<>(new Answer.NotFound<>());
            }
            if (!agreement.get().stands()) {
                return refused(
                        new Pids("", ""), "agreement-not-in-force", "the agreement is not finalized or has ended");
            }
            Optional<Reason> limit = limits.bar(agreement.get().peer());
            if (limit.isPresent()) {
                return new Work.Answered<>(new Answer.Refused<>(new Pids("", ""), limit.get()));
            }
            return steps.requested(
                    blank(Role.CONSUMER, agreement.get().peer(), Optional.empty(), dspAddress, agreement.get()),
                    self.dspAddress());
        });
    }

    /** A person, or this side by itself, acts. */
    public Answer<Transfer> act(String pid, TransferAct act) throws StoreFailed {
        return committer.answering(Optional.empty(), () -> {
            Optional<Transfer> found = store.transfer(pid);
            return found.isEmpty() ? new Work.Answered<>(new Answer.NotFound<>()) : steps.acted(found.get(), act);
        });
    }

    /** A person decides whether a transfer goes on that the law has left open. */
    public Answer<Transfer> decide(String pid, boolean permit, String role, String why) throws StoreFailed {
        return committer.answering(Optional.empty(), () -> {
            Optional<Transfer> found = store.transfer(pid);
            return found.isEmpty()
                    ? new Work.Answered<>(new Answer.NotFound<>())
                    : steps.decided(found.get(), permit, role, why);
        });
    }

    /** The bytes have arrived whole and as promised: recorded, and the provider is told. */
    public Answer<Transfer> delivered(String pid, Transfer.Delivered delivered) throws StoreFailed {
        return committer.answering(Optional.empty(), () -> {
            Optional<Transfer> found = store.transfer(pid);
            return found.isEmpty()
                    ? new Work.Answered<>(new Answer.NotFound<>())
                    : steps.delivered(found.get(), delivered);
        });
    }

    private Transfer blank(Role role, String peer, Optional<String> peerPid, URI address, Concluded agreement) {
        Instant now = clock.instant();
        return new Transfer(
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
    }

    static Work<Transfer, TransferAct> refused(Pids pids, String code, String... sentences) {
        return new Work.Answered<>(new Answer.Refused<>(pids, Reason.of(code, sentences)));
    }
}
