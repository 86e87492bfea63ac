package org.hasekura.node;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.hasekura.delivery.Deliveries;
import org.hasekura.delivery.Opening;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Exchange;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Ids;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.exchange.TransferState;
import org.hasekura.law.Law;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Assessor;
import org.hasekura.policy.Offer;
import org.hasekura.portal.GuestOffer;
import org.hasekura.portal.Guests;
import org.hasekura.portal.Invitation;
import org.hasekura.portal.Reply;

/**
 * Lets in guests: keeps their links, asks who they are, and has the engine do what they decide. One change of a link at a time;
 * what waits for the engine waits outside that.
 */
final class GuestDesk implements Guests {

    private static final System.Logger LOG = System.getLogger(GuestDesk.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SLICE = Duration.ofMillis(50);
    private static final int TOKEN_BYTES = 32;

    private final Means means;
    private final GuestBook book;
    private final GuestPeers peers;
    private final GuestCodes codes;
    private final GuestRegister register;
    private final GuestReceipts receipts;
    private final Exchange exchange;
    private final ExchangeStore store;
    private final Deliveries deliveries;
    private final PortalNews news;
    private final Optional<Mail> mail;
    private final Supplier<Law> law;
    private final Clock clock;
    private final RandomGenerator random;
    private final Ids ids;

    GuestDesk(Means means, Proving proving, Trade trade, PortalNews news, Optional<Mail> mail) {
        this.means = means;
        this.peers = trade.guests();
        this.book = peers.book();
        this.codes = new GuestCodes(means.clock(), means.random());
        this.register =
                new GuestRegister(means.exchangeStore(), trade.exchange().offerings(), means.clock());
        this.receipts = new GuestReceipts(means, proving, peers);
        this.exchange = trade.exchange();
        this.store = means.exchangeStore();
        this.deliveries = trade.deliveries();
        this.news = news;
        this.mail = mail;
        this.law = means.law()::now;
        this.clock = means.clock();
        this.random = means.random();
        this.ids = means.ids();
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
        return published.map(offer -> new Assessor(law.get(), means.own().participant())
                .assess(
                        dataset.orElseThrow().facts(),
                        Optional.of(register.participant(peers.did("new"), guest)),
                        offer.terms(),
                        GuestOffer.of(dataset.orElseThrow(), offered)
                                .orElse(offer)
                                .terms(),
                        today()));
    }

    @Override
    public synchronized Made make(Invitation.Guest guest, Invitation.Offered offered, String role) throws StoreFailed {
        if (book.isFull()) {
            return new Made.Refused("there are " + GuestBook.LINKS_MAX + " links; none can be added");
        }
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        String id = ids.next();
        var invitation = new Invitation(
                id,
                peers.did(id),
                Hash.sha256(token.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hex(),
                now(),
                guest,
                offered,
                Invitation.Progress.NONE);
        if (!register.record(register.participant(invitation.did(), guest))) {
            return new Made.Refused("too much at once; ask again a little later");
        }
        Instant expires = offered.until().plusDays(1).atStartOfDay(zone()).toInstant();
        try {
            Recorded.in(store, new Entry.AccessGiven(means.did(), now(), id, guest.organisation(), expires, role));
        } catch (StoreFailed failed) {
            throw failed;
        } catch (IOException busy) {
            return new Made.Refused(String.valueOf(busy.getMessage()));
        }
        book.add(invitation);
        return new Made.Done(invitation, token, means.ground().portalUrl().toString());
    }

    @Override
    public boolean withdraw(String id, String reason, String role) throws StoreFailed {
        Optional<Invitation> found;
        synchronized (this) {
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
        Optional<Transfer> transfer =
                transfer(invitation).filter(each -> !each.effective().isFinal());
        if (transfer.isPresent()) {
            Answer<Transfer> _ = exchange.transfers().act(transfer.get().pid(), new TransferAct.Terminate(why));
        }
        Optional<Negotiation> negotiation =
                negotiation(invitation).filter(each -> !each.effective().isFinal());
        if (negotiation.isPresent()) {
            Answer<Negotiation> _ =
                    exchange.negotiations().act(negotiation.get().pid(), new NegotiationAct.Terminate(why));
        }
    }

    // --- Who they are ---

    @Override
    public boolean sendsMail() {
        return mail.isPresent();
    }

    @Override
    public CodeSent sendCode(Invitation invitation) {
        return switch (codes.fresh(invitation.id())) {
            case GuestCodes.Fresh.TooMany(Instant again) -> new CodeSent.TooMany(again);
            case GuestCodes.Fresh.Made(String code) ->
                mail.map(by -> mailed(invitation, code, by)).orElseGet(CodeSent.ToPerson::new);
        };
    }

    private CodeSent mailed(Invitation invitation, String code, Mail by) {
        try {
            by.send(
                    invitation.guest().email(),
                    GuestMailText.subject(code),
                    GuestMailText.body(code, means.settings().organisation().name()));
            return new CodeSent.ByMail();
        } catch (IOException notTaken) {
            codes.drop(invitation.id());
            LOG.log(System.Logger.Level.WARNING, "a code for a guest was not sent: {0}", notTaken.getMessage());
            return new CodeSent.Failed();
        }
    }

    @Override
    public Optional<String> codeToTell(Invitation invitation) {
        return mail.isPresent() ? Optional.empty() : codes.current(invitation.id());
    }

    @Override
    public boolean awaitsCode(Invitation invitation) {
        return codes.current(invitation.id()).isPresent();
    }

    @Override
    public synchronized Checked confirm(Invitation seen, String code, String visit) throws StoreFailed {
        Invitation invitation = book.find(seen.id()).orElse(seen);
        return switch (codes.take(invitation.id(), code)) {
            case GuestCodes.Tried.Gone _ -> new Checked.Gone();
            case GuestCodes.Tried.Wrong(int left) -> wrong(invitation, left);
            case GuestCodes.Tried.Right _ -> {
                Invitation.Way way = mail.isPresent() ? Invitation.Way.MAIL : Invitation.Way.PERSON;
                boolean isFirst = invitation.progress().confirmation().isEmpty();
                Invitation now =
                        invitation.with(invitation.progress().confirmed(new Invitation.Confirmation(now(), way)));
                if (isFirst) {
                    register.confirmed(now);
                }
                book.put(now);
                codes.letIn(now.id(), visit);
                yield new Checked.Right(now);
            }
        };
    }

    private Checked wrong(Invitation invitation, int left) throws StoreFailed {
        Invitation.Progress failed = invitation.progress().failed();
        boolean isLocked = failed.failures() >= Invitation.FAILURES_MAX;
        book.put(invitation.with(
                isLocked ? failed.ended(new Invitation.Ending(now(), true, "too many wrong codes")) : failed));
        return isLocked ? new Checked.Locked() : new Checked.Wrong(left);
    }

    @Override
    public boolean knows(Invitation invitation, String visit) {
        return codes.isIn(invitation.id(), visit);
    }

    // --- What they do ---

    @Override
    public Answer<?> offer(Invitation seen) throws StoreFailed {
        Answer<Negotiation> answer;
        synchronized (this) {
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
                            peers.address(invitation.id()),
                            invitation.offered().datasetId(),
                            offer.get());
            if (answer instanceof Answer.Taken<Negotiation>(var negotiation, var _)) {
                book.put(invitation.with(invitation.progress().negotiating(negotiation.pid())));
            }
        }
        return negotiated(answer, each -> each.sending().isEmpty());
    }

    @Override
    public Answer<?> accept(Invitation invitation) throws StoreFailed {
        Optional<Negotiation> negotiation = negotiation(invitation);
        return negotiation.isEmpty()
                ? new Answer.NotFound<>()
                : negotiated(
                        peers.accept(negotiation.get()),
                        each -> each.state().isFinal() || each.waiting().isPresent());
    }

    @Override
    public Answer<?> refuse(Invitation invitation, String reason) throws StoreFailed {
        Optional<Negotiation> negotiation = negotiation(invitation);
        return negotiation.isEmpty() ? new Answer.NotFound<>() : peers.refuse(negotiation.get(), reason);
    }

    @Override
    public Answer<?> fetch(Invitation seen) throws StoreFailed {
        Answer<Transfer> answer;
        synchronized (this) {
            Invitation invitation = book.find(seen.id()).orElse(seen);
            Optional<Transfer> running =
                    transfer(invitation).filter(each -> !each.effective().isFinal());
            if (running.isPresent()) {
                return new Answer.Taken<>(running.get(), false);
            }
            Optional<String> agreement =
                    negotiation(invitation).flatMap(Negotiation::agreement).map(org.hasekura.policy.Agreement::id);
            if (agreement.isEmpty() || !invitation.mayFetchAgain()) {
                return new Answer.NotFound<>();
            }
            answer = peers.fetch(invitation.did(), agreement.get(), peers.address(invitation.id()));
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
    private synchronized Answer<?> begun(String id, Transfer transfer, boolean opened) throws StoreFailed {
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

    @Override
    public Answer<?> received(Invitation invitation) throws StoreFailed {
        Optional<Transfer> transfer = transfer(invitation);
        return transfer.isEmpty() ? new Answer.NotFound<>() : peers.complete(transfer.get());
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

    // --- The bytes, and the receipt ---

    @Override
    public Bytes bytes(Invitation invitation, Optional<String> range, Optional<String> ifRange) throws IOException {
        Optional<Transfer> transfer = transfer(invitation);
        if (transfer.isEmpty()) {
            return new Bytes.Closed(404, new Opening.NotFound().sentence());
        }
        String pid = transfer.get().pid();
        Opening opening = deliveries.open(pid, book.way(pid), range, ifRange);
        return opening instanceof Opening.Serve serve
                ? new Bytes.Open(new Reply.Sent(
                        serve.status(), serve.mediaType(), serve.length(), serve.headers(), stream(serve)))
                : new Bytes.Closed(opening.status(), opening.sentence());
    }

    private Reply.Stream stream(Opening.Serve serve) {
        return new Reply.Stream() {
            @Override
            public void onCut(Runnable cut) {
                serve.passage().onCut(cut);
            }

            @Override
            public void close() {
                serve.close();
            }

            @Override
            public void writeTo(OutputStream sink) throws IOException {
                deliveries.send(serve, sink);
            }
        };
    }

    @Override
    public Optional<ToSign> toSign(Invitation invitation) throws IOException {
        return receipts.toSign(invitation);
    }

    @Override
    public synchronized Optional<String> sign(Invitation seen, Cosigned cosigned) throws StoreFailed {
        Invitation invitation = book.find(seen.id()).orElse(seen);
        return switch (receipts.take(invitation, cosigned)) {
            case GuestReceipts.Taken.Refused(String why) -> Optional.of(why);
            case GuestReceipts.Taken.Good(var signed) -> {
                keep(invitation, signed);
                yield Optional.empty();
            }
        };
    }

    @Override
    public synchronized void signOnBehalf(Invitation seen) throws IOException {
        Invitation invitation = book.find(seen.id()).orElse(seen);
        Optional<Invitation.Signed> signed = receipts.onBehalf(invitation);
        if (signed.isPresent()) {
            keep(invitation, signed.get());
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private java.time.ZoneId zone() {
        return means.settings().portal().zone();
    }

    /** As rulings count days. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
