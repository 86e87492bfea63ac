package org.hasekura.node;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Assessor;
import org.hasekura.policy.Offer;
import org.hasekura.portal.GuestOffer;
import org.hasekura.portal.Guests;
import org.hasekura.portal.Invitation;

/**
 * Everything about guests in one place, for pages and programs: their links, who they are, what they do, the bytes and the
 * receipt. One change of a link at a time, under the monitor of the book that keeps them; what waits for the engine waits
 * outside that.
 */
final class GuestDesk implements Guests {

    private final Means means;
    private final GuestNames names;
    private final GuestBook book;
    private final GuestRegister register;
    private final GuestLinks links;
    private final GuestDoor door;
    private final GuestDeeds deeds;
    private final GuestBytes bytes;
    private final GuestReceipts receipts;
    private final ExchangeStore store;

    private GuestDesk(Means means, Proving proving, Trade trade, PortalNews news, Optional<Mail> mail) {
        GuestPeers peers = trade.guests();
        this.means = means;
        this.names = peers.names();
        this.book = peers.book();
        this.store = means.exchangeStore();
        this.register = new GuestRegister(store, trade.exchange().offerings(), means.clock());
        this.links = new GuestLinks(means, names, book, register, trade.exchange());
        this.door = new GuestDoor(means, book, register, mail);
        this.deeds = new GuestDeeds(means, names, peers, trade.exchange(), news, trade.deliveries()::served);
        this.bytes = new GuestBytes(book, trade.deliveries());
        this.receipts = new GuestReceipts(means, proving);
    }

    static GuestDesk of(Means means, Proving proving, Trade trade) {
        var news = new PortalNews();
        trade.listeners().add(news);
        return new GuestDesk(
                means, proving, trade, news, means.settings().mail().map(SmtpMail::new));
    }

    @Override
    public List<Invitation> all() throws StoreFailed {
        return book.all();
    }

    @Override
    public Optional<Invitation> find(String id) throws StoreFailed {
        return book.find(id);
    }

    @Override
    public Optional<Invitation> withToken(String token) throws StoreFailed {
        return book.withToken(token);
    }

    @Override
    public Optional<Assessment> judge(Invitation.Guest guest, Invitation.Offered offered) throws StoreFailed {
        Optional<Dataset> dataset = store.dataset(offered.datasetId()).filter(Dataset::isOnOffer);
        Optional<Offer> published = dataset.flatMap(each -> each.offer(offered.offerId()));
        // As rulings count days.
        var today = LocalDate.ofInstant(means.clock().instant(), ZoneOffset.UTC);
        return published.map(offer -> new Assessor(
                        means.law().now(), means.own().participant())
                .assess(
                        dataset.orElseThrow().facts(),
                        Optional.of(register.participant(names.did("new"), guest)),
                        offer.terms(),
                        GuestOffer.of(dataset.orElseThrow(), offered)
                                .orElse(offer)
                                .terms(),
                        today));
    }

    @Override
    public Made make(Invitation.Guest guest, Invitation.Offered offered, String role) throws StoreFailed {
        return links.make(guest, offered, role);
    }

    @Override
    public boolean withdraw(String id, String reason, String role) throws StoreFailed {
        return links.withdraw(id, reason, role);
    }

    @Override
    public Erasing erase(String id, Entry.ErasureGround ground) throws StoreFailed {
        return links.erase(id, ground);
    }

    @Override
    public boolean sendsMail() {
        return door.sendsMail();
    }

    @Override
    public CodeSent sendCode(Invitation invitation) {
        return door.sendCode(invitation);
    }

    @Override
    public Optional<String> codeToTell(Invitation invitation) {
        return door.codeToTell(invitation);
    }

    @Override
    public boolean awaitsCode(Invitation invitation) {
        return door.awaitsCode(invitation);
    }

    @Override
    public Checked confirm(Invitation invitation, String code, String visit) throws StoreFailed {
        return door.confirm(invitation, code, visit);
    }

    @Override
    public boolean knows(Invitation invitation, String visit) {
        return door.knows(invitation, visit);
    }

    @Override
    public Answer<?> offer(Invitation invitation) throws StoreFailed {
        return deeds.offer(invitation);
    }

    @Override
    public Answer<?> accept(Invitation invitation) throws StoreFailed {
        return deeds.accept(invitation);
    }

    @Override
    public Answer<?> refuse(Invitation invitation, String reason) throws StoreFailed {
        return deeds.refuse(invitation, reason);
    }

    @Override
    public Answer<?> fetch(Invitation invitation) throws StoreFailed {
        return deeds.fetch(invitation);
    }

    @Override
    public Answer<?> received(Invitation invitation) throws StoreFailed {
        return deeds.received(invitation);
    }

    @Override
    public Bytes bytes(Invitation invitation, Optional<String> range, Optional<String> ifRange) throws IOException {
        return bytes.of(invitation, range, ifRange);
    }

    @Override
    public Optional<ToSign> toSign(Invitation invitation) throws IOException {
        return receipts.toSign(invitation);
    }

    @Override
    public Optional<String> sign(Invitation seen, Cosigned cosigned) throws StoreFailed {
        synchronized (book) {
            Invitation invitation = book.find(seen.id()).orElse(seen);
            return switch (receipts.take(invitation, cosigned)) {
                case GuestReceipts.Taken.Refused(String why) -> Optional.of(why);
                case GuestReceipts.Taken.Good(var signed) -> {
                    keep(invitation, signed);
                    yield Optional.empty();
                }
            };
        }
    }

    @Override
    public void signOnBehalf(Invitation seen) throws IOException {
        synchronized (book) {
            Invitation invitation = book.find(seen.id()).orElse(seen);
            Optional<Invitation.Signed> signed = receipts.onBehalf(invitation);
            if (signed.isPresent()) {
                keep(invitation, signed.get());
            }
        }
    }

    private void keep(Invitation invitation, Invitation.Signed signed) throws StoreFailed {
        register.signed(invitation, signed);
        book.put(invitation.with(invitation.progress().signed(signed)));
    }

    @Override
    public Optional<byte[]> receipt(Invitation invitation) throws IOException {
        return receipts.receipt(invitation);
    }
}
