package org.hasekura.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Offer;
import org.hasekura.portal.GuestOffer;
import org.hasekura.portal.Invitation;

/** What guests do: has the engine take it as the message that a node of theirs would send, and waits a moment for what follows. */
final class GuestDeeds {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SLICE = Duration.ofMillis(50);

    private final GuestNames names;
    private final GuestBook book;
    private final GuestPeers peers;
    private final Exchange exchange;
    private final ExchangeStore store;
    private final PortalNews news;
    private final Clock clock;
    private final ToLongFunction<String> served;

    /**
     * Over the parts of a node.
     *
     * @param served how many bytes of a transfer were sent, by its pid, while it has not ended
     */
    GuestDeeds(
            Means means,
            GuestNames names,
            GuestPeers peers,
            Exchange exchange,
            PortalNews news,
            ToLongFunction<String> served) {
        this.names = names;
        this.book = peers.book();
        this.peers = peers;
        this.exchange = exchange;
        this.store = means.exchangeStore();
        this.news = news;
        this.clock = means.clock();
        this.served = served;
    }

    Answer<?> offer(Invitation seen) throws StoreFailed {
        Answer<Negotiation> answer;
        synchronized (book) {
            Invitation invitation = book.find(seen.id()).orElse(seen);
            Optional<Negotiation> begun = negotiation(invitation);
            if (begun.isPresent()) {
                return new Answer.Taken<>(begun.get(), false);
            }
            Optional<Dataset> dataset = store.dataset(invitation.offered().datasetId());
            Optional<Offer> offer = dataset.flatMap(each -> GuestOffer.of(each, invitation.offered()));
            if (offer.isEmpty()) {
                return new Answer.NotFound<>();
            }
            answer = exchange.negotiations()
                    .offer(
                            invitation.did(),
                            names.address(invitation.id()),
                            invitation.offered().datasetId(),
                            offer.get());
            if (answer instanceof Answer.Taken<Negotiation>(var negotiation, var _)) {
                book.put(invitation.with(invitation.progress().negotiating(negotiation.pid())));
            }
        }
        return negotiated(answer, each -> each.sending().isEmpty());
    }

    Answer<?> accept(Invitation invitation) throws StoreFailed {
        Optional<Negotiation> negotiation = negotiation(invitation);
        return negotiation.isEmpty()
                ? new Answer.NotFound<>()
                : negotiated(
                        peers.accept(negotiation.get()),
                        each -> each.state().isFinal() || each.waiting().isPresent());
    }

    Answer<?> refuse(Invitation invitation, String reason) throws StoreFailed {
        Optional<Negotiation> negotiation = negotiation(invitation);
        return negotiation.isEmpty() ? new Answer.NotFound<>() : peers.refuse(negotiation.get(), reason);
    }

    Answer<?> fetch(Invitation seen) throws StoreFailed {
        Answer<Transfer> answer;
        synchronized (book) {
            Invitation invitation = book.find(seen.id()).orElse(seen);
            Optional<Transfer> running =
                    transfer(invitation).filter(each -> !each.effective().isFinal());
            if (running.isPresent()) {
                return new Answer.Taken<>(running.get(), false);
            }
            Optional<String> agreement =
                    negotiation(invitation).flatMap(Negotiation::agreement).map(Agreement::id);
            if (agreement.isEmpty() || !invitation.mayFetchAgain()) {
                return new Answer.NotFound<>();
            }
            answer = peers.fetch(invitation.did(), agreement.get(), names.address(invitation.id()));
            if (answer instanceof Answer.Taken<Transfer>(var transfer, var _)) {
                book.put(invitation.with(invitation.progress().fetching(transfer.pid())));
            }
        }
        return answer instanceof Answer.Taken<Transfer>(var transfer, var opened)
                ? begun(
                        seen.id(),
                        awaited(
                                () -> store.transfer(transfer.pid()),
                                each -> each.sending().isEmpty()
                                        || each.reason().isPresent(),
                                transfer),
                        opened)
                : answer;
    }

    /** What law or terms end before it has begun takes no download away from the guest, who is told why. */
    private Answer<?> begun(String id, Transfer transfer, boolean opened) throws StoreFailed {
        synchronized (book) {
            boolean isForNothing = transfer.effective() == TransferState.TERMINATED
                    && transfer.delivered().map(Transfer.Delivered::bytes).orElse(0L) == 0;
            Optional<Invitation> invitation =
                    book.find(id).filter(each -> each.progress().lastTransfer().equals(Optional.of(transfer.pid())));
            if (!isForNothing || invitation.isEmpty()) {
                return new Answer.Taken<>(transfer, opened);
            }
            book.put(invitation.get().with(invitation.get().progress().notFetched()));
            return transfer.reason()
                    .<Answer<Transfer>>map(why -> new Answer.Refused<>(transfer.pids(), why))
                    .orElseGet(() -> new Answer.Taken<>(transfer, opened));
        }
    }

    /** Nobody has a file that was not sent: its end would be evidence of what never happened, and use the download up. */
    Answer<?> received(Invitation invitation) throws StoreFailed {
        Optional<Transfer> found = transfer(invitation);
        if (found.isEmpty()) {
            return new Answer.NotFound<>();
        }
        Transfer transfer = found.get();
        long whole = store.dataset(transfer.datasetId())
                .map(dataset -> dataset.content().bytes())
                .orElse(0L);
        long sent = served.applyAsLong(transfer.pid());
        return sent >= whole || transfer.effective().isFinal()
                ? peers.complete(transfer)
                : new Answer.Refused<>(
                        transfer.pids(),
                        Reason.of(
                                "not-sent-whole",
                                "of the file's " + whole + " bytes, " + sent
                                        + " were sent: save the file first, then say that you have it"));
    }

    private Answer<Negotiation> negotiated(Answer<Negotiation> answer, Predicate<Negotiation> isThere)
            throws StoreFailed {
        return answer instanceof Answer.Taken<Negotiation>(var negotiation, var opened)
                ? new Answer.Taken<>(awaited(() -> store.negotiation(negotiation.pid()), isThere, negotiation), opened)
                : answer;
    }

    private interface Looking<T> {
        Optional<T> look() throws StoreFailed;
    }

    /** The engine goes on by itself, within a moment; whoever waits longer sees a page that says so. */
    private <T> T awaited(Looking<T> looking, Predicate<T> isThere, T otherwise) throws StoreFailed {
        Instant end = clock.instant().plus(PATIENCE);
        T seen = looking.look().orElse(otherwise);
        try {
            while (!isThere.test(seen) && clock.instant().isBefore(end)) {
                boolean _ = news.await(SLICE);
                seen = looking.look().orElse(otherwise);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return seen;
    }

    private Optional<Negotiation> negotiation(Invitation invitation) throws StoreFailed {
        Optional<String> pid = invitation.progress().negotiation();
        Optional<Negotiation> found = pid.isPresent() ? store.negotiation(pid.get()) : Optional.empty();
        if (found.isPresent()) {
            peers.goOn(found.get());
        }
        return found;
    }

    private Optional<Transfer> transfer(Invitation invitation) throws StoreFailed {
        Optional<String> pid = invitation.progress().lastTransfer();
        return pid.isPresent() ? store.transfer(pid.get()) : Optional.empty();
    }
}
