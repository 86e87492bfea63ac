package org.hasekura.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One entry of each kind; the test of the catalogue sees to it that none is forgotten. */
final class SampleEntries {

    static final String NODE = "did:web:cars.example";
    static final String PEER = "did:web:cells.example";
    static final Instant AT = Instant.parse("2026-11-21T22:00:00.123Z");
    private static final Hash HASH = Hash.sha256(Leaves.entry("something"));
    private static final String PID = "urn:uuid:0193-a";

    private SampleEntries() {}

    static List<Entry> all() {
        return List.of(
                new Entry.OfferPublished(NODE, AT, "footprints", "offer-1", HASH),
                new Entry.DatasetWithdrawn(NODE, AT, "footprints"),
                new Entry.DatasetShown(NODE, AT, "footprints", Entry.ShownTo.SOME, Optional.of(HASH)),
                new Entry.RulingGiven(
                        NODE,
                        AT,
                        Optional.of(PID),
                        "contacts",
                        PEER,
                        "2026-11-01",
                        Optional.of("0.1.0"),
                        LocalDate.parse("2026-11-21"),
                        Entry.Outcome.PERMITTED,
                        HASH,
                        List.of("adequacy"),
                        List.of("GDPR Art. 45", "(EU) 2019/419"),
                        List.of("supplementary-rules"),
                        List.of(),
                        List.of()),
                new Entry.MessageSent(
                        NODE, AT, PID, "ContractRequestMessage", Optional.of(PID), Optional.empty(), PEER, HASH),
                new Entry.MessageReceived(
                        NODE,
                        AT,
                        PID,
                        "ContractAgreementMessage",
                        Optional.of(PID),
                        Optional.of("p"),
                        PEER,
                        HASH,
                        "jti-1"),
                new Entry.StateChanged(
                        NODE,
                        AT,
                        Entry.ProcessKind.NEGOTIATION,
                        PID,
                        Optional.empty(),
                        "REQUESTED",
                        "ContractRequestMessage"),
                new Entry.DecisionTaken(NODE, AT, Optional.of(PID), "compliance officer", Entry.Decision.PERMIT, HASH),
                new Entry.ParticipantFactRecorded(NODE, AT, PEER, List.of("country", "role"), HASH),
                new Entry.AgreementConcluded(NODE, AT, PID, "agreement-1", HASH, NODE, PEER, "footprints"),
                new Entry.AgreementEnded(NODE, AT, PID, "agreement-1", "compliance officer", HASH),
                new Entry.TransferStarted(NODE, AT, PID, "agreement-1", PEER),
                new Entry.TransferEnded(
                        NODE,
                        AT,
                        PID,
                        "agreement-1",
                        Entry.End.COMPLETED,
                        Optional.empty(),
                        Json.Whole.MAX,
                        Optional.of(HASH),
                        "none"),
                new Entry.RefusalsCounted(NODE, AT, "no token", Instant.parse("2026-11-21T21:59:00Z"), 12),
                new Entry.NodeStarted(NODE, AT, "0.1.0", "2026-11-01", true),
                new Entry.SettingsChanged(NODE, AT, List.of("witnesses"), HASH),
                new Entry.KeyPublished(NODE, AT, "cars.example/log+00000000+AQ==", HASH),
                new Entry.TransferSuspended(
                        NODE, AT, PID, "agreement-1", Optional.of("law-changed"), Optional.of(512L)),
                new Entry.RuleApplied(NODE, AT, PID, "cells", "partners", HASH, Entry.Answered.AGREED),
                new Entry.LimitGiven(
                        NODE,
                        AT,
                        "limit-1",
                        Entry.LimitedBy.COUNTRY,
                        "KE",
                        Entry.LimitEffect.SUSPEND,
                        AT,
                        Optional.of(AT),
                        "security authority",
                        HASH),
                new Entry.QuestionAsked(NODE, AT, "question-1", "regulator", LocalDate.of(2026, 12, 5), HASH),
                new Entry.QuestionAnswered(NODE, AT, "question-1", "compliance", HASH, Optional.of(HASH)),
                new Entry.LimitLifted(NODE, AT, "limit-1", "security authority", HASH),
                new Entry.RefusedUnderLimit(NODE, AT, "limit-1", PEER, 7),
                new Entry.DutyDue(
                        NODE,
                        AT,
                        "agreement-1",
                        "inform-data-subjects",
                        PEER,
                        Optional.of(LocalDate.parse("2026-12-31"))),
                new Entry.DutyFulfilled(NODE, AT, "agreement-1", "inform-data-subjects", "compliance officer", HASH),
                new Entry.LawDataLoaded(NODE, AT, "2026-12-01", "2026-11-01", "0.1.0"),
                new Entry.EvidenceAccessed(NODE, AT, "regulator", Entry.Shown.BUNDLE, "the exchange " + PID, 300),
                new Entry.AccessGiven(NODE, AT, "access-1", "PPC review 2026", AT, "compliance officer"),
                new Entry.AccessRevoked(NODE, AT, "access-1", "compliance officer"),
                new Entry.BodiesErased(NODE, AT, Entry.ErasureGround.RETENTION, List.of(HASH)),
                new Entry.TimestampingChanged(NODE, AT, Entry.Timestamping.OVERDUE, Optional.of(AT)),
                new Entry.Unknown(
                        NODE,
                        AT,
                        "EclipseSeen",
                        "{\"at\":\"2026-11-21T22:00:00.123Z\",\"format\":\"hasekura-evidence/2\","
                                + "\"kind\":\"EclipseSeen\",\"node\":\"did:web:cars.example\"}"));
    }
}
