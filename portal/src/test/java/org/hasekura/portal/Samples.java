package org.hasekura.portal;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Heard;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;
import org.hasekura.policy.Action;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Prohibition;
import org.hasekura.policy.Terms;

/** Exchanges in every state, of fictitious parties. */
final class Samples {

    static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
    static final Party GERMANY =
            new Party("did:web:rheinwerk.example", "Rheinwerk Automobil (fictitious)", Optional.of("DE"));
    static final Party JAPAN = new Party("did:web:kitakami.example", "Kitakami Cell (fictitious)", Optional.of("JP"));
    static final Terms TERMS = Terms.permitting(Permission.use(
                    Constraint.Atomic.of("purpose", Operator.EQ, "urn:hasekura:purpose:general:customer-service"),
                    Constraint.Atomic.of("dateTime", Operator.LTEQ, "2027-12-31")))
            .prohibiting(Prohibition.of(Action.DISTRIBUTE));

    private Samples() {}

    static Negotiation negotiation(String pid, Role role, NegotiationState state, Optional<Reason> waiting) {
        boolean isAgreed = state == NegotiationState.FINALIZED;
        return new Negotiation(
                pid,
                Optional.of("peer-" + pid),
                role,
                JAPAN.did(),
                URI.create("https://kitakami.example/dsp"),
                "service-contacts",
                Optional.empty(),
                new Offer("offer-1", TERMS),
                isAgreed ? Optional.of(agreement(pid)) : Optional.empty(),
                state,
                Optional.empty(),
                waiting,
                state == NegotiationState.TERMINATED
                        ? Optional.of(Reason.of("forbidden-by-law", "because of <GDPR Art. 44>"))
                        : Optional.empty(),
                Heard.NOTHING,
                THEN,
                THEN,
                1);
    }

    static Agreement agreement(String pid) {
        return new Agreement("agreement-" + pid, "service-contacts", GERMANY.did(), JAPAN.did(), THEN, TERMS);
    }

    /** The same dataset, with other facts for the law. */
    static Dataset describedBy(Dataset before, Map<String, String> facts) {
        return new Dataset(
                before.id(),
                before.titles(),
                before.descriptions(),
                before.keywords(),
                before.licence(),
                facts,
                before.offers(),
                before.answering(),
                before.content(),
                before.published(),
                before.withdrawn(),
                before.version());
    }

    static Transfer transfer(String pid, Role role, TransferState state) {
        return new Transfer(
                "transfer-" + pid,
                Optional.of("peer-transfer"),
                role,
                JAPAN.did(),
                URI.create("https://kitakami.example/dsp"),
                "agreement-" + pid,
                "service-contacts",
                "HttpData-PULL",
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                state == TransferState.COMPLETED
                        ? Optional.of(new Transfer.Delivered(
                                123_456,
                                "ab".repeat(32),
                                role == Role.CONSUMER ? Optional.of("/data/received/rows.csv") : Optional.empty()))
                        : Optional.empty(),
                Optional.empty(),
                Heard.NOTHING,
                THEN,
                THEN,
                1);
    }

    static Dossier dossier(Negotiation negotiation, Transfer... transfers) {
        boolean isAgreed = negotiation.state() == NegotiationState.FINALIZED;
        return new Dossier(
                negotiation,
                GERMANY,
                JAPAN,
                Map.of("en", "Contacts of service customers", "ja", "サービス顧客の連絡先"),
                isAgreed
                        ? Optional.of(new Concluded(
                                agreement(negotiation.pid()),
                                negotiation.role(),
                                JAPAN.did(),
                                negotiation.pid(),
                                "cd".repeat(32),
                                Optional.of(THEN),
                                Optional.empty()))
                        : Optional.empty(),
                List.of(transfers),
                List.of(),
                evidence(negotiation.pid()),
                List.of(),
                Optional.empty());
    }

    private static List<Dossier.Recorded> evidence(String pid) {
        var received = new Entry.MessageReceived(
                GERMANY.did(),
                THEN,
                pid,
                "ContractRequestMessage",
                Optional.of("consumer-1"),
                Optional.of(pid),
                JAPAN.did(),
                Hash.sha256(new byte[] {1}),
                "token-1");
        var given = new Entry.RulingGiven(
                GERMANY.did(),
                THEN,
                Optional.of(pid),
                "service-contacts",
                JAPAN.did(),
                "2026-09.4",
                Optional.of("0.1.0"),
                LocalDate.parse("2026-11-20"),
                Entry.Outcome.FORBIDDEN,
                Hash.sha256(new byte[] {2}),
                List.of("GDPR:44"),
                List.of("GDPR:44"),
                List.of(),
                List.of(),
                List.of());
        return List.of(
                new Dossier.Recorded(
                        7, received, new String(received.bytes(), java.nio.charset.StandardCharsets.UTF_8)),
                new Dossier.Recorded(8, given, new String(given.bytes(), java.nio.charset.StandardCharsets.UTF_8)));
    }
}
