package org.hasekura.node;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.Ids;
import org.hasekura.exchange.Inbound;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationJson;
import org.hasekura.exchange.NegotiationMessage;
import org.hasekura.exchange.Outgoing;
import org.hasekura.exchange.Peers;
import org.hasekura.exchange.Pids;
import org.hasekura.exchange.Scheduler;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferJson;
import org.hasekura.exchange.TransferMessage;
import org.hasekura.exchange.Transfers;
import org.hasekura.policy.Reading;

/**
 * The way to peers, with guests among them. A guest has no node, so this one speaks the protocol for them, within itself: what
 * would be sent to a guest is taken here, and what a guest does comes in as the message that their node would send. The engine
 * sees a peer like any other, with the same states, limits and evidence.
 */
final class GuestPeers implements Peers {

    private static final System.Logger LOG = System.getLogger(GuestPeers.class.getName());
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(2);
    private static final int BODY_BYTES_MAX = 16 * 1024 * 1024;

    private final Peers nodes;
    private final GuestNames names;
    private final GuestBook book;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Ids ids;

    // Written once, before anything is sent.
    private volatile Optional<Exchange> exchange = Optional.empty();

    GuestPeers(Peers nodes, Means means, GuestBook book) {
        this.nodes = nodes;
        this.names = GuestNames.of(means);
        this.book = book;
        this.scheduler = means.scheduler();
        this.clock = means.clock();
        this.ids = means.ids();
    }

    void speakTo(Exchange made) {
        exchange = Optional.of(made);
    }

    GuestBook book() {
        return book;
    }

    GuestNames names() {
        return names;
    }

    @Override
    public Reply send(Outgoing message) throws IOException {
        if (!names.isGuest(message.peer())) {
            return nodes.send(message);
        }
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        return switch (message.process()) {
            case NEGOTIATION ->
                switch (NegotiationJson.read(body, BODY_BYTES_MAX)) {
                    case Reading.Read<NegotiationMessage>(var read) -> taken(message.peer(), read);
                    case Reading.Refused<NegotiationMessage> refused ->
                        throw new IllegalStateException("our own message cannot be read: " + refused.sentence());
                };
            case TRANSFER ->
                switch (TransferJson.read(body, BODY_BYTES_MAX)) {
                    case Reading.Read<TransferMessage>(var read) -> taken(read);
                    case Reading.Refused<TransferMessage> refused ->
                        throw new IllegalStateException("our own message cannot be read: " + refused.sentence());
                };
        };
    }

    private Reply taken(String guest, NegotiationMessage message) {
        Pids pids = message instanceof NegotiationMessage.InitialOffer offer
                ? new Pids(offer.providerPid(), "urn:hasekura:guest:" + offer.providerPid())
                : message.pids();
        if (message instanceof NegotiationMessage.Agreed) {
            // As any consumer does once the agreement says what was offered: it is ours, and was accepted on our page.
            scheduler.run(() -> quietly(() -> negotiate(guest, new NegotiationMessage.Verified(pids))));
        }
        return acknowledged(NegotiationJson.writeView(pids, message.leadsTo()));
    }

    private Reply taken(TransferMessage message) throws StoreFailed {
        if (message instanceof TransferMessage.Start(Pids pids, var address, var _) && address.isPresent()) {
            Optional<String> token =
                    Optional.ofNullable(address.get().properties().get("authorization"));
            if (token.isPresent()) {
                book.putWay(pids.providerPid(), token.get());
            }
        }
        return acknowledged(TransferJson.writeView(message.pids(), message.leadsTo()));
    }

    private static Reply acknowledged(byte[] view) {
        return new Reply(200, new String(view, StandardCharsets.UTF_8));
    }

    // --- What a guest says ---

    Answer<Negotiation> accept(Negotiation negotiation) throws StoreFailed {
        return negotiate(negotiation.peer(), new NegotiationMessage.Accepted(negotiation.pids()));
    }

    Answer<Negotiation> refuse(Negotiation negotiation, String reason) throws StoreFailed {
        return negotiate(
                negotiation.peer(),
                new NegotiationMessage.Terminated(
                        negotiation.pids(), Optional.of("refused-by-guest"), List.of(reason)));
    }

    /** After a stop between the two: what is owed is said again. */
    void goOn(Negotiation negotiation) throws StoreFailed {
        if (negotiation.state() == org.hasekura.exchange.NegotiationState.AGREED
                && negotiation.sending().isEmpty()) {
            Answer<Negotiation> _ = negotiate(negotiation.peer(), new NegotiationMessage.Verified(negotiation.pids()));
        }
    }

    private Answer<Negotiation> negotiate(String guest, NegotiationMessage message) throws StoreFailed {
        return exchange.orElseThrow()
                .negotiations()
                .receive(
                        inbound(guest, NegotiationJson.write(message)),
                        message.pids().providerPid(),
                        message);
    }

    Answer<Transfer> fetch(String guest, String agreementId, URI address) throws StoreFailed {
        var message =
                new TransferMessage.Request(ids.next(), agreementId, Transfers.HTTP_PULL, address, Optional.empty());
        return exchange.orElseThrow().transfers().open(inbound(guest, TransferJson.write(message)), message);
    }

    Answer<Transfer> complete(Transfer transfer) throws StoreFailed {
        var message = new TransferMessage.Completion(transfer.pids());
        return exchange.orElseThrow()
                .transfers()
                .receive(inbound(transfer.peer(), TransferJson.write(message)), transfer.pid(), message);
    }

    /** What stands for the token that a guest's node would have sent. */
    private Inbound inbound(String guest, String body) {
        return new Inbound(
                guest,
                new Commit.TokenUse(guest, ids.next(), clock.instant().plus(TOKEN_LASTS)),
                body,
                Hash.sha256(body.getBytes(StandardCharsets.UTF_8)).hex());
    }

    private interface Deed {
        Answer<?> take() throws StoreFailed;
    }

    private static void quietly(Deed deed) {
        try {
            Answer<?> answer = deed.take();
            LOG.log(System.Logger.Level.DEBUG, "for a guest: {0}", answer);
        } catch (StoreFailed failed) {
            LOG.log(System.Logger.Level.DEBUG, "a guest's step waits for the next start", failed);
        }
    }
}
