package org.hasekura.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Ids;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.portal.Guests.Erasing;
import org.hasekura.portal.Guests.Made;
import org.hasekura.portal.Invitation;
import org.hasekura.store.BodyStore;

/** The links themselves: made, shut, and rid of what they know of a person. */
final class GuestLinks {

    private static final System.Logger LOG = System.getLogger(GuestLinks.class.getName());
    private static final int TOKEN_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final String CONTACT = "contact";

    private final Means means;
    private final GuestNames names;
    private final GuestBook book;
    private final GuestRegister register;
    private final Exchange exchange;
    private final ExchangeStore store;
    private final BodyStore bodies;
    private final Clock clock;
    private final RandomGenerator random;
    private final Ids ids;

    GuestLinks(Means means, GuestNames names, GuestBook book, GuestRegister register, Exchange exchange) {
        this.means = means;
        this.names = names;
        this.book = book;
        this.register = register;
        this.exchange = exchange;
        this.store = means.exchangeStore();
        this.bodies = means.store().bodies();
        this.clock = means.clock();
        this.random = means.random();
        this.ids = means.ids();
    }

    Made make(Invitation.Guest guest, Invitation.Offered offered, String role) throws StoreFailed {
        synchronized (book) {
            if (book.isFull()) {
                return new Made.Refused("there are " + GuestBook.LINKS_MAX + " links; none can be added");
            }
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
            String id = ids.next();
            var invitation = new Invitation(
                    id,
                    names.did(id),
                    Hash.sha256(token.getBytes(StandardCharsets.UTF_8)).hex(),
                    now(),
                    guest,
                    offered,
                    Invitation.Progress.NONE);
            if (!register.record(register.participant(invitation.did(), guest))) {
                return new Made.Refused("too much at once; ask again a little later");
            }
            Instant expires = offered.until()
                    .plusDays(1)
                    .atStartOfDay(means.settings().portal().zone())
                    .toInstant();
            try {
                Recorded.in(store, new Entry.AccessGiven(means.did(), now(), id, guest.organisation(), expires, role));
                keepContact(invitation);
            } catch (StoreFailed failed) {
                throw failed;
            } catch (IOException busy) {
                return new Made.Refused(String.valueOf(busy.getMessage()));
            }
            book.add(invitation);
            return new Made.Done(invitation, token, means.ground().portalUrl().toString());
        }
    }

    /** The address is evidence by a salted hash alone; what lies under that can be erased. */
    private Hash keepContact(Invitation invitation) throws IOException {
        var body = BodyStore.Body.salted(
                bytes(SALT_BYTES), invitation.guest().email().getBytes(StandardCharsets.UTF_8), now());
        bodies.keep(body);
        Recorded.in(
                store,
                new Entry.ParticipantFactRecorded(means.did(), now(), invitation.did(), List.of(CONTACT), body.hash()));
        book.putContact(invitation.id(), body.hash());
        return body.hash();
    }

    private byte[] bytes(int count) {
        byte[] secret = new byte[count];
        random.nextBytes(secret);
        return secret;
    }

    boolean withdraw(String id, String reason, String role) throws StoreFailed {
        Optional<Invitation> found;
        synchronized (book) {
            found = book.find(id).filter(each -> each.progress().ending().isEmpty());
            if (found.isEmpty()) {
                return false;
            }
            // Shut first: a process that ends in between has said too little, not too much.
            book.put(found.get().with(found.get().progress().ended(new Invitation.Ending(now(), false, reason))));
        }
        try {
            Recorded.in(store, new Entry.AccessRevoked(means.did(), now(), id, role));
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException busy) {
            LOG.log(System.Logger.Level.WARNING, "a guest's link was withdrawn without an entry: {0}", busy);
        }
        end(found.get(), Reason.of("link-withdrawn", reason));
        return true;
    }

    /** What runs under the link is ended; an agreement that stands lets nothing more begin, since nobody can ask. */
    private void end(Invitation invitation, Reason why) throws StoreFailed {
        Optional<String> last = invitation.progress().lastTransfer();
        Optional<Transfer> transfer = last.isPresent() ? store.transfer(last.get()) : Optional.empty();
        if (transfer.filter(each -> !each.effective().isFinal()).isPresent()) {
            Answer<Transfer> _ = exchange.transfers().act(transfer.get().pid(), new TransferAct.Terminate(why));
        }
        Optional<String> pid = invitation.progress().negotiation();
        Optional<Negotiation> negotiation = pid.isPresent() ? store.negotiation(pid.get()) : Optional.empty();
        if (negotiation.filter(each -> !each.effective().isFinal()).isPresent()) {
            Answer<Negotiation> _ =
                    exchange.negotiations().act(negotiation.get().pid(), new NegotiationAct.Terminate(why));
        }
    }

    Erasing erase(String id, Entry.ErasureGround ground) throws StoreFailed {
        synchronized (book) {
            Optional<Invitation> found = book.find(id);
            if (found.isEmpty()) {
                return new Erasing.NotFound();
            }
            Invitation invitation = found.get();
            if (invitation.progress().erased().isPresent()) {
                return new Erasing.Done(invitation);
            }
            if (invitation.serves(
                    clock.instant().atZone(means.settings().portal().zone()).toLocalDate())) {
                return new Erasing.StillOpen();
            }
            try {
                Optional<Hash> kept = book.contact(id);
                Hash contact = kept.isPresent() ? kept.get() : keepContact(invitation);
                boolean _ = bodies.erase(contact, new BodyStore.Erasure(means.did(), ground, now()));
            } catch (StoreFailed failed) {
                throw failed;
            } catch (IOException busy) {
                return new Erasing.Busy();
            }
            Invitation without = invitation.erased(new Invitation.Erased(now(), ground));
            book.put(without);
            return new Erasing.Done(without);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
