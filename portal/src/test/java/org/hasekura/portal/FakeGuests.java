package org.hasekura.portal;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Pids;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.TransferState;
import org.hasekura.identity.Did;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.law.Law;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.Assessor;

/** Guests in memory. Whoever says 123456 is let in; what they do moves the exchange in {@link FakeExchanges} on at once. */
final class FakeGuests implements Guests {

    static final String TOKEN = "token-of-the-link";
    static final String CODE = "123456";
    static final Invitation.Guest GUEST = new Invitation.Guest(
            "東北電池 <fictitious>",
            "JP",
            "business",
            "controller",
            Optional.of("APPI"),
            "a.sato@example.jp",
            "contract 17");
    static final Invitation.Offered OFFERED = new Invitation.Offered(
            "contacts", "offer-1", Optional.empty(), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1), 1);

    final Map<String, Invitation> all = new LinkedHashMap<>();
    final List<String> done = new ArrayList<>();
    final FakeExchanges exchanges;
    boolean sendsMail = true;
    boolean isCodeSent;
    Optional<Reason> refusing = Optional.empty();
    private final Set<String> visits = new HashSet<>();

    FakeGuests() {
        this(new FakeExchanges());
    }

    FakeGuests(FakeExchanges exchanges) {
        this.exchanges = exchanges;
    }

    FakeGuests with(Invitation invitation) {
        all.put(invitation.id(), invitation);
        return this;
    }

    static Invitation invitation(Invitation.Progress progress) {
        return new Invitation(
                "g1", "did:web:rheinwerk.example:guests:g1", TOKEN, TestPortal.NOW, GUEST, OFFERED, progress);
    }

    private void move(Invitation.Progress progress, NegotiationState state, Optional<TransferState> transfer) {
        all.put("g1", invitation(progress));
        var negotiation = Samples.negotiation("pid-1", Role.PROVIDER, state, Optional.empty());
        exchanges.with(transfer.map(
                        each -> Samples.dossier(negotiation, Samples.transfer("pid-1", Role.PROVIDER, each)))
                .orElseGet(() -> Samples.dossier(negotiation)));
    }

    private Answer<?> taken(Invitation.Progress progress, NegotiationState state, Optional<TransferState> transfer) {
        if (refusing.isPresent()) {
            return new Answer.Refused<>(new Pids("", ""), refusing.get());
        }
        move(progress, state, transfer);
        return new Answer.Taken<>(exchanges.find("pid-1").orElseThrow().negotiation(), false);
    }

    @Override
    public List<Invitation> all() {
        return List.copyOf(all.values());
    }

    @Override
    public Optional<Invitation> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Optional<Invitation> withToken(String token) {
        return all.values().stream()
                .filter(each -> each.tokenSha256().equals(token))
                .findFirst();
    }

    @Override
    public Optional<Assessment> judge(Invitation.Guest guest, Invitation.Offered offered) {
        Participant self = business(Samples.GERMANY.did(), "DE");
        Map<String, String> facts =
                guest.country().equals("JP") ? Map.of("nonPersonal", "true", "originRegime", "none") : Map.of();
        return Optional.of(new Assessor(Law.load(), self)
                .assess(
                        facts,
                        Optional.of(business(FakeMarket.PEER, guest.country())),
                        Samples.TERMS,
                        Samples.TERMS,
                        LocalDate.of(2026, 11, 21)));
    }

    private static Participant business(String did, String country) {
        return new Participant(
                new Did(did),
                List.of(
                        FakeMarket.fact(Fact.Name.COUNTRY, country),
                        FakeMarket.fact(Fact.Name.KIND, "business"),
                        FakeMarket.fact(Fact.Name.ROLE, "controller")),
                List.of());
    }

    @Override
    public Made make(Invitation.Guest guest, Invitation.Offered offered, String role) {
        var made = new Invitation(
                "g2",
                "did:web:rheinwerk.example:guests:g2",
                "other",
                TestPortal.NOW,
                guest,
                offered,
                Invitation.Progress.NONE);
        all.put("g2", made);
        done.add("made as " + role);
        return new Made.Done(made, "fresh-token", "https://portal.example");
    }

    @Override
    public boolean withdraw(String id, String reason, String role) {
        Invitation invitation = find(id).orElseThrow();
        done.add("withdrawn as " + role + ": " + reason);
        all.put(id, invitation.with(invitation.progress().ended(new Invitation.Ending(TestPortal.NOW, false, reason))));
        return true;
    }

    @Override
    public Erasing erase(String id, Entry.ErasureGround ground) {
        Invitation invitation = find(id).orElseThrow();
        if (invitation.serves(java.time.LocalDate.of(2026, 11, 21))) {
            return new Erasing.StillOpen();
        }
        done.add("erased: " + ground);
        all.put(id, invitation.erased(new Invitation.Erased(TestPortal.NOW, ground)));
        return new Erasing.Done(all.get(id));
    }

    @Override
    public boolean sendsMail() {
        return sendsMail;
    }

    @Override
    public CodeSent sendCode(Invitation invitation) {
        isCodeSent = true;
        return sendsMail ? new CodeSent.ByMail() : new CodeSent.ToPerson();
    }

    @Override
    public Optional<String> codeToTell(Invitation invitation) {
        return sendsMail || !isCodeSent ? Optional.empty() : Optional.of(CODE);
    }

    @Override
    public boolean awaitsCode(Invitation invitation) {
        return isCodeSent;
    }

    @Override
    public Checked confirm(Invitation invitation, String code, String visit) {
        if (!code.equals(CODE)) {
            return new Checked.Wrong(4);
        }
        visits.add(visit);
        return new Checked.Right(invitation);
    }

    @Override
    public boolean knows(Invitation invitation, String visit) {
        return visits.contains(visit);
    }

    @Override
    public Answer<?> offer(Invitation invitation) {
        return taken(invitation.progress().negotiating("pid-1"), NegotiationState.OFFERED, Optional.empty());
    }

    @Override
    public Answer<?> accept(Invitation invitation) {
        return taken(invitation.progress(), NegotiationState.FINALIZED, Optional.empty());
    }

    @Override
    public Answer<?> refuse(Invitation invitation, String reason) {
        done.add("refused: " + reason);
        return taken(invitation.progress(), NegotiationState.TERMINATED, Optional.empty());
    }

    @Override
    public Answer<?> fetch(Invitation invitation) {
        return taken(
                invitation.progress().fetching("transfer-pid-1"),
                NegotiationState.FINALIZED,
                Optional.of(TransferState.STARTED));
    }

    @Override
    public Answer<?> received(Invitation invitation) {
        return taken(invitation.progress(), NegotiationState.FINALIZED, Optional.of(TransferState.COMPLETED));
    }

    @Override
    public Bytes bytes(Invitation invitation, Optional<String> range, Optional<String> ifRange) {
        byte[] bytes = "a,b\n".getBytes(StandardCharsets.UTF_8);
        return new Bytes.Open(new Reply.Sent(
                200, "text/csv", bytes.length, Map.of(), Reply.Stream.of((OutputStream sink) -> sink.write(bytes))));
    }

    @Override
    public Optional<ToSign> toSign(Invitation invitation) {
        return Optional.of(new ToSign(7, "rheinwerk.example/log\n8\nroot\n", "rheinwerk.example/log/guests/g1/1"));
    }

    @Override
    public Optional<String> sign(Invitation invitation, Cosigned cosigned) {
        if (cosigned.signature().isEmpty()) {
            return Optional.of("there is no signature");
        }
        keep(invitation, Invitation.KeyHolder.BROWSER);
        return Optional.empty();
    }

    @Override
    public void signOnBehalf(Invitation invitation) {
        keep(invitation, Invitation.KeyHolder.NODE);
    }

    private void keep(Invitation invitation, Invitation.KeyHolder holder) {
        var signed = new Invitation.Signed(TestPortal.NOW, holder, "transfer-pid-1", 7, "note", "vkey-of-the-guest");
        all.put("g1", invitation.with(invitation.progress().signed(signed)));
    }

    @Override
    public Optional<byte[]> receipt(Invitation invitation) {
        return invitation.progress().receipt().map(_ -> "{}".getBytes(StandardCharsets.UTF_8));
    }
}
