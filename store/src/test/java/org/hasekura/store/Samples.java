package org.hasekura.store;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.Change;
import org.hasekura.exchange.Commit;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.DataAddress;
import org.hasekura.exchange.Dataset;
import org.hasekura.exchange.Heard;
import org.hasekura.exchange.Judged;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationState;
import org.hasekura.exchange.Outgoing;
import org.hasekura.exchange.ProcessKind;
import org.hasekura.exchange.Reason;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Sending;
import org.hasekura.exchange.Shape;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferState;
import org.hasekura.exchange.Visibility;
import org.hasekura.identity.Did;
import org.hasekura.identity.Fact;
import org.hasekura.identity.Participant;
import org.hasekura.identity.Safeguard;
import org.hasekura.policy.Action;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Constraint;
import org.hasekura.policy.Duty;
import org.hasekura.policy.Offer;
import org.hasekura.policy.Operator;
import org.hasekura.policy.Permission;
import org.hasekura.policy.Prohibition;
import org.hasekura.policy.Terms;

/** Records with something in every field, and small ones. */
final class Samples {

    static final String PEER = "did:web:node.example.jp";
    /** With nanoseconds, which a store must not lose. */
    static final Instant NOW = Instant.parse("2026-11-21T22:45:01.123456789Z");

    static final Terms TERMS = Terms.permitting(new Permission(
                    Action.USE,
                    List.of(
                            Constraint.Atomic.of("purpose", Operator.IS_ANY_OF, "battery-passport", "電池パスポート"),
                            new Constraint.Logical(
                                    Constraint.Join.OR,
                                    List.of(
                                            Constraint.Atomic.of("spatial", Operator.EQ, "JP"),
                                            Constraint.Atomic.of("dateTime", Operator.LT, "2027-01-01T00:00:00Z")))),
                    List.of(Duty.of(Duty.LAW + "jp-sr-4"))))
            .prohibiting(Prohibition.of(Action.DISTRIBUTE))
            .obliging(List.of(Duty.of("delete")));

    static final Agreement AGREEMENT =
            new Agreement("urn:uuid:agreement-1", "cells", "did:web:node.example.de", PEER, NOW, TERMS);

    private Samples() {}

    static Negotiation negotiation(String pid) {
        return negotiation(pid, Optional.empty(), NOW, 1);
    }

    static Negotiation negotiation(String pid, Optional<String> peerPid, Instant created, long version) {
        return new Negotiation(
                pid,
                peerPid,
                Role.PROVIDER,
                PEER,
                URI.create("https://node.example.jp/dsp"),
                "cells",
                Optional.empty(),
                new Offer("offer-1", TERMS),
                Optional.empty(),
                NegotiationState.REQUESTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Heard.NOTHING,
                created,
                created,
                version);
    }

    /** With a value in every field. */
    static Negotiation fullNegotiation(String pid, long version) {
        return new Negotiation(
                pid,
                Optional.of("urn:uuid:their-" + pid),
                Role.CONSUMER,
                PEER,
                URI.create("https://node.example.jp/dsp?x=%20"),
                "cells",
                Optional.of(TERMS),
                new Offer("offer-1", TERMS),
                Optional.of(AGREEMENT),
                NegotiationState.AGREED,
                Optional.of(new Sending<>("message-1", NegotiationState.VERIFIED)),
                Optional.of(Reason.of("undecided", "who decides? \"you\"", "二行目")),
                Optional.of(Reason.of("terminated")),
                Heard.NOTHING.and("aa").and("bb"),
                NOW,
                NOW.plusNanos(1),
                version);
    }

    static Negotiation ended(Negotiation negotiation) {
        return ended(negotiation, NOW);
    }

    static Negotiation ended(Negotiation negotiation, Instant at) {
        return new Negotiation(
                negotiation.pid(),
                negotiation.peerPid(),
                negotiation.role(),
                negotiation.peer(),
                negotiation.peerAddress(),
                negotiation.datasetId(),
                negotiation.asked(),
                negotiation.offer(),
                negotiation.agreement(),
                NegotiationState.TERMINATED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Reason.of("over")),
                negotiation.heard(),
                negotiation.created(),
                at,
                negotiation.version() + 1);
    }

    static Transfer transfer(String pid, Optional<String> peerPid, TransferState state, long version) {
        return new Transfer(
                pid,
                peerPid,
                Role.CONSUMER,
                PEER,
                URI.create("https://node.example.jp/dsp"),
                AGREEMENT.id(),
                "cells",
                "HttpData-PULL",
                state,
                Optional.of(new Sending<>("message-2", state)).filter(_ -> state == TransferState.STARTED),
                Optional.of(new DataAddress(
                        "https://w3id.org/idsa/v4.1/HTTP",
                        Optional.of("https://node.example.jp/data/1"),
                        Map.of("authorization", "secret", "authType", "bearer"))),
                Optional.of("00ff"),
                Optional.of(new Judged(
                        "2026-09.1", LocalDate.parse("2026-11-21"), "permitted", List.of("GDPR:45(3)"), List.of())),
                Optional.of(new Transfer.Delivered(1L << 40, "abcd", Optional.of("/data/in/1"))),
                Optional.of(Reason.of("why")),
                Heard.NOTHING.and("cc"),
                NOW,
                NOW,
                version);
    }

    static Dataset dataset(String id) {
        return new Dataset(
                id,
                Map.of("en", "Cells", "ja", "電池セル"),
                Map.of("en", "Footprint"),
                List.of("battery", "footprint"),
                Optional.of("https://creativecommons.org/licenses/by/4.0/"),
                Map.of("personal", "no", "originRegime", "jp"),
                List.of(new Offer("offer-1", TERMS), new Offer("offer-2", Terms.permitting(Permission.use()))),
                Dataset.Answering.CONFIRM,
                new Dataset.Content("/data/cells.json", "application/json", "cells.json", 4711, "abcd"),
                NOW,
                Optional.empty(),
                1);
    }

    static Dataset dataset(String id, Visibility visibility) {
        Dataset base = dataset(id);
        return new Dataset(
                id,
                base.titles(),
                base.descriptions(),
                base.keywords(),
                base.themes(),
                base.countries(),
                base.licence(),
                base.facts(),
                base.offers(),
                base.answering(),
                visibility,
                new Shape(
                        List.of(
                                new Shape.Column("cell", Shape.Type.STRING, Optional.of("電池セル")),
                                new Shape.Column("grams", Shape.Type.INTEGER, Optional.empty())),
                        List.of(List.of("a, \"b\"", "1"), List.of("", "2"))),
                base.content(),
                base.published(),
                base.withdrawn(),
                base.version());
    }

    static Concluded concluded(String peer, Optional<Instant> ended) {
        return new Concluded(AGREEMENT, Role.PROVIDER, peer, "n-1", "abcd", Optional.of(NOW), ended);
    }

    static Concluded concluded(String id, Instant made) {
        Agreement agreement = new Agreement(
                id, AGREEMENT.target(), AGREEMENT.assigner(), AGREEMENT.assignee(), made, AGREEMENT.terms());
        return new Concluded(agreement, Role.PROVIDER, PEER, "n-1", "abcd", Optional.of(made), Optional.empty());
    }

    static Participant participant(String did) {
        return new Participant(
                new Did(did),
                List.of(new Fact(
                        Fact.Name.COUNTRY,
                        "JP",
                        "https://example.org/register",
                        LocalDate.parse("2026-01-01"),
                        Optional.of(LocalDate.parse("2027-01-01")),
                        NOW)),
                List.of(new Safeguard(
                        "SCC",
                        Map.of("set", "2021/914", "module", "1"),
                        "contract 17",
                        LocalDate.parse("2026-01-01"),
                        Optional.empty(),
                        NOW)));
    }

    static Outgoing outgoing(String id, Instant created) {
        return new Outgoing(
                id,
                ProcessKind.NEGOTIATION,
                "n-1",
                PEER,
                URI.create("https://node.example.jp/dsp/negotiations/1/events"),
                "ContractNegotiationEventMessage",
                "{\"a\": \"日本\"}",
                created,
                0);
    }

    static Entry entry(String pid) {
        return new Entry.StateChanged(
                "did:web:node.example.de",
                NOW,
                Entry.ProcessKind.NEGOTIATION,
                pid,
                Optional.empty(),
                "REQUESTED",
                "ContractRequestMessage");
    }

    static Commit commit(Change... changes) {
        return new Commit(List.of(changes), Optional.empty(), List.of());
    }

    static Commit commit(List<Change> changes, List<Entry> entries) {
        return new Commit(changes, Optional.empty(), entries);
    }

    static Commit withToken(String issuer, String tokenId, Commit commit) {
        return new Commit(
                commit.changes(),
                Optional.of(new Commit.TokenUse(issuer, tokenId, NOW.plusSeconds(600))),
                commit.entries());
    }
}
