package org.hasekura.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.evidence.Hash;
import org.hasekura.identity.Participant;
import org.hasekura.identity.ParticipantJson;
import org.hasekura.law.Condition;
import org.hasekura.law.Law;
import org.hasekura.law.Provision;
import org.hasekura.law.Question;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Agreement;
import org.hasekura.policy.Assessment;
import org.hasekura.policy.OdrlJson;

/** The evidence of each step as entries: hashes and identifiers, never personal data or payload. */
final class Proofs {
    private final Self self;
    private final Clock clock;

    Proofs(Self self, Clock clock) {
        this.self = self;
        this.clock = clock;
    }

    Entry messageReceived(Inbound in, String pid, String type, Pids pids) {
        return new Entry.MessageReceived(
                self.did(),
                now(),
                pid,
                type,
                present(pids.consumerPid()),
                present(pids.providerPid()),
                in.peer(),
                hash(in.bodyHash()),
                in.token().tokenId());
    }

    Entry messageSent(Outgoing outgoing, Pids pids, String bodyHash) {
        return new Entry.MessageSent(
                self.did(),
                now(),
                outgoing.pid(),
                outgoing.type(),
                present(pids.consumerPid()),
                present(pids.providerPid()),
                outgoing.peer(),
                hash(bodyHash));
    }

    <S extends State> Entry stateChanged(Conversation<S> conversation, Optional<S> from, S to, String by) {
        Entry.ProcessKind kind = switch (conversation.kind()) {
            case NEGOTIATION -> Entry.ProcessKind.NEGOTIATION;
            case TRANSFER -> Entry.ProcessKind.TRANSFER;
        };
        return new Entry.StateChanged(
                self.did(), now(), kind, conversation.pid(), from.map(State::name), to.name(), by);
    }

    Entry rulingGiven(Conversation<?> conversation, Assessment assessment) {
        Ruling ruling = assessment.ruling();
        Entry.Outcome outcome = switch (ruling) {
            case Ruling.Permitted _ -> Entry.Outcome.PERMITTED;
            case Ruling.PermittedIf _ -> Entry.Outcome.PERMITTED_IF;
            case Ruling.Forbidden _ -> Entry.Outcome.FORBIDDEN;
            case Ruling.Undecided _ -> Entry.Outcome.UNDECIDED;
        };
        List<Condition> conditions = switch (ruling) {
            case Ruling.PermittedIf permitted -> permitted.conditions();
            case Ruling.Forbidden forbidden -> forbidden.cures();
            case Ruling.Permitted _, Ruling.Undecided _ -> List.of();
        };
        List<Question> missing = ruling instanceof Ruling.Undecided undecided ? undecided.missingFacts() : List.of();
        String facts = assessment.flow().map(Object::toString).orElse("");
        return new Entry.RulingGiven(
                self.did(),
                now(),
                Optional.of(conversation.pid()),
                conversation.datasetId(),
                conversation.peer(),
                ruling.lawData(),
                self.softwareVersion(),
                ruling.judgedFor(),
                outcome,
                hash(sha256(facts)),
                ruling.basis(),
                ruling.grounds().stream().map(Provision::token).distinct().toList(),
                ruling.duties().stream()
                        .map(org.hasekura.law.Duty::id)
                        .distinct()
                        .toList(),
                conditions.stream().map(Condition::id).distinct().toList(),
                missing.stream().map(Question::id).distinct().toList());
    }

    /** The reason itself is kept apart; here stands only its digest. */
    Entry decisionTaken(String pid, String role, String reasonHash, boolean permit) {
        return new Entry.DecisionTaken(
                self.did(),
                now(),
                Optional.of(pid),
                role,
                permit ? Entry.Decision.PERMIT : Entry.Decision.REFUSE,
                hash(reasonHash));
    }

    Entry agreementEnded(Concluded agreement, String role, String reasonHash) {
        return new Entry.AgreementEnded(
                self.did(),
                now(),
                agreement.negotiationPid(),
                agreement.agreement().id(),
                role,
                hash(reasonHash));
    }

    /** The reason and what it rests on are kept apart; here stands only their digest. */
    Entry limitGiven(Limit limit, String reasonHash) {
        Entry.LimitedBy by = switch (limit.target()) {
            case Limit.Target.Party _ -> Entry.LimitedBy.PARTY;
            case Limit.Target.Country _ -> Entry.LimitedBy.COUNTRY;
            case Limit.Target.Supplier _ -> Entry.LimitedBy.SUPPLIER;
        };
        Entry.LimitEffect effect = switch (limit.effect()) {
            case SUSPEND -> Entry.LimitEffect.SUSPEND;
            case TERMINATE -> Entry.LimitEffect.TERMINATE;
        };
        return new Entry.LimitGiven(
                self.did(),
                now(),
                limit.id(),
                by,
                limit.target().value(),
                effect,
                limit.from(),
                limit.until(),
                limit.role(),
                hash(reasonHash));
    }

    Entry refusedUnderLimit(String limitId, String peer, long count) {
        return new Entry.RefusedUnderLimit(self.did(), now(), limitId, peer, count);
    }

    Entry limitLifted(Limit limit, String role, String reasonHash) {
        return new Entry.LimitLifted(self.did(), now(), limit.id(), role, hash(reasonHash));
    }

    Entry ruleApplied(Negotiation negotiation, Dataset dataset, String rule, NegotiationAct act) {
        Entry.Answered answered = switch (act) {
            case NegotiationAct.Agree _ -> Entry.Answered.AGREED;
            case NegotiationAct.MakeOffer _ -> Entry.Answered.OFFERED;
            case NegotiationAct.Wait _ -> Entry.Answered.LEFT_TO_PERSON;
            default -> Entry.Answered.REFUSED;
        };
        String rules = AnsweringJson.write(dataset.answering()).toString();
        return new Entry.RuleApplied(
                self.did(), now(), negotiation.pid(), dataset.id(), rule, hash(sha256(rules)), answered);
    }

    Entry agreementConcluded(Negotiation negotiation, Agreement agreement, String sha256) {
        return new Entry.AgreementConcluded(
                self.did(),
                now(),
                negotiation.pid(),
                agreement.id(),
                hash(sha256),
                agreement.assigner(),
                agreement.assignee(),
                agreement.target());
    }

    /** What the law lays on either side from now on. */
    List<Entry> dutiesDue(Negotiation negotiation, Agreement agreement, Law law) {
        boolean isProvider = negotiation.role() == Role.PROVIDER;
        String provider = isProvider ? self.did() : negotiation.peer();
        String consumer = isProvider ? negotiation.peer() : self.did();
        return DutiesDue.of(agreement, provider, consumer, law, self.did(), now());
    }

    Entry transferStarted(Transfer transfer) {
        return new Entry.TransferStarted(self.did(), now(), transfer.pid(), transfer.agreementId(), transfer.peer());
    }

    /** The bytes are known where they are served. */
    Entry transferSuspended(Transfer transfer, Optional<Long> served) {
        return new Entry.TransferSuspended(
                self.did(),
                now(),
                transfer.pid(),
                transfer.agreementId(),
                transfer.reason().map(reason -> reason.code().toLowerCase(Locale.ROOT)),
                served);
    }

    /** {@code how}: {@code completed}, or the code of the reason it was ended for. */
    Entry transferEnded(Transfer transfer, String how) {
        boolean completed = how.equals("completed");
        Optional<Transfer.Delivered> delivered = transfer.delivered();
        return new Entry.TransferEnded(
                self.did(),
                now(),
                transfer.pid(),
                transfer.agreementId(),
                completed ? Entry.End.COMPLETED : Entry.End.TERMINATED,
                completed ? Optional.empty() : Optional.of(how.toLowerCase(Locale.ROOT)),
                delivered.map(Transfer.Delivered::bytes).orElse(0L),
                completed
                        ? delivered
                                .map(Transfer.Delivered::sha256)
                                .filter(hex -> !hex.isEmpty())
                                .map(Proofs::hash)
                        : Optional.empty(),
                "none");
    }

    List<Entry> offersPublished(Dataset dataset) {
        return dataset.offers().stream()
                .<Entry>map(offer -> new Entry.OfferPublished(
                        self.did(),
                        now(),
                        dataset.id(),
                        offer.id(),
                        hash(sha256(OdrlJson.write(offer).toString()))))
                .toList();
    }

    /** Whom it is shown to stands in the store; here its digest, so that who was chosen is not told to whoever reads this. */
    Entry shown(Dataset dataset) {
        boolean isForEveryone = dataset.visibility().isForEveryone();
        return new Entry.DatasetShown(
                self.did(),
                now(),
                dataset.id(),
                isForEveryone ? Entry.ShownTo.EVERYBODY : Entry.ShownTo.SOME,
                isForEveryone
                        ? Optional.empty()
                        : Optional.of(hash(
                                sha256(String.join("\n", dataset.visibility().grants())))));
    }

    Entry withdrawn(Dataset dataset) {
        return new Entry.DatasetWithdrawn(self.did(), now(), dataset.id());
    }

    Entry registered(Participant participant) {
        List<String> names = participant.facts().stream()
                .map(fact -> fact.name().text())
                .distinct()
                .sorted()
                .toList();
        return new Entry.ParticipantFactRecorded(
                self.did(), now(), participant.did().text(), names, Hash.sha256(ParticipantJson.write(participant)));
    }

    String sha256(Agreement agreement) {
        return OdrlJson.sha256(agreement);
    }

    /** A reason as it is kept apart, salted, so that its digest does not give it away. */
    static String salted(String salt, String reason) {
        return new String(
                DspJson.plain(json -> {
                    json.writeStartObject();
                    json.writeStringProperty("salt", salt);
                    json.writeStringProperty("reason", reason);
                    json.writeEndObject();
                }),
                StandardCharsets.UTF_8);
    }

    /** Lower-case hex of SHA-256 over the text's bytes in UTF-8. */
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Hash hash(String hex) {
        return Hash.parseHex(hex).orElseThrow();
    }

    private static Optional<String> present(String pid) {
        return pid.isEmpty() ? Optional.empty() : Optional.of(pid);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
