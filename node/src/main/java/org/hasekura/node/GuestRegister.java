package org.hasekura.node;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.exchange.Committed;
import org.hasekura.exchange.ExchangeStore;
import org.hasekura.exchange.Offerings;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.identity.Did;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.portal.Invitation;

/** Guests in the register of participants: what is known of them, and how it came to be known. Each change is evidence. */
final class GuestRegister {

    private final ExchangeStore store;
    private final Offerings offerings;
    private final Clock clock;

    GuestRegister(ExchangeStore store, Offerings offerings, Clock clock) {
        this.store = store;
        this.offerings = offerings;
        this.clock = clock;
    }

    /** As this node's people know them, before they have said anything. */
    Participant participant(String did, Invitation.Guest guest) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(Fact.Name.NAME, guest.organisation(), guest.source()));
        facts.add(fact(Fact.Name.COUNTRY, guest.country(), guest.source()));
        facts.add(fact(Fact.Name.KIND, guest.kind(), guest.source()));
        facts.add(fact(Fact.Name.ROLE, guest.role(), guest.source()));
        guest.subjectTo().ifPresent(each -> facts.add(fact(Fact.Name.SUBJECT_TO, each, guest.source())));
        return new Participant(new Did(did), facts, List.of());
    }

    private Fact fact(Fact.Name name, String value, String source) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Fact(name, value, source, LocalDate.ofInstant(now, ZoneOffset.UTC), Optional.empty(), now);
    }

    boolean record(Participant participant) throws StoreFailed {
        return offerings.register(participant) instanceof Committed.Done;
    }

    /** The person has said the code. Terms can ask for this as a credential. */
    void confirmed(Invitation invitation) throws StoreFailed {
        Invitation.Way way = invitation.progress().confirmation().orElseThrow().way();
        add(
                invitation,
                way == Invitation.Way.MAIL ? "person-confirmed:e-mail" : "person-confirmed:telephone",
                way == Invitation.Way.MAIL
                        ? "a code sent to the mailbox that this organisation named was entered on the guest's page"
                        : "a code that a person of this organisation passed on was entered on the guest's page");
    }

    void signed(Invitation invitation, Invitation.Signed signed) throws StoreFailed {
        add(
                invitation,
                "receipt-key:" + signed.vkey(),
                signed.holder() == Invitation.KeyHolder.BROWSER
                        ? "made in the guest's browser, which had confirmed who sat before it"
                        : "made by this node on the guest's behalf for one signature, and thrown away");
    }

    /** What was known before is kept, also what this node's people have added on the participant's page. */
    private void add(Invitation invitation, String credential, String source) throws StoreFailed {
        Participant known =
                store.participant(invitation.did()).orElseGet(() -> participant(invitation.did(), invitation.guest()));
        var facts = new ArrayList<>(known.facts());
        facts.add(fact(Fact.Name.CREDENTIAL, credential, source));
        boolean _ = record(new Participant(known.did(), facts, known.safeguards()));
    }
}
