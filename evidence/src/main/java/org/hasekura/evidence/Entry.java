package org.hasekura.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened and can be proved. Hashes and identifiers only: entries cannot be erased, so nothing that
 * might have to be (personal data, payload, free text) may stand in one.
 *
 * <p>Its bytes are canonical JSON with the record's fields, {@code kind} (the record's name) and {@code format}. They are
 * what the log's leaf is the hash of; {@link #parse} and {@link #bytes} give back the same bytes.
 */
public sealed interface Entry {

    /** The format of the entries written here. */
    String FORMAT = "hasekura-evidence/1";

    /** DID of the node that says so. */
    String node();

    /** When it happened by that node's clock. */
    Instant at();

    /** The negotiation or transfer it belongs to, by the identifier this node gave it. */
    default Optional<String> process() {
        return Optional.empty();
    }

    /** The name of what happened, as in the {@code kind} field. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /**
     * The canonical bytes, at most 65,535. {@link IllegalArgumentException} if a text is empty, has more than 1,024
     * characters or control characters, or if there is too much in all.
     */
    default byte[] bytes() {
        return EntryJson.bytes(this);
    }

    /** The hash of the log's leaf. */
    default Hash leafHash() {
        return MerkleTree.leaf(bytes());
    }

    /**
     * Reads an entry from its canonical bytes. What is well-formed but of a kind, format or shape not known here comes
     * back as {@link Unknown}: it can be proved, not explained.
     */
    static Parsed<Entry> parse(byte[] bytes) {
        return Parsed.reading(() -> EntryJson.read(bytes));
    }

    @Means("the node offers a dataset under an offer")
    record OfferPublished(
            String node,
            Instant at,
            @Means("the dataset") String datasetId,
            @Means("the offer") String offerId,
            @Means("SHA-256 of the offer's canonical form") Hash offerHash)
            implements Entry {}

    @Means("the node no longer offers a dataset")
    record DatasetWithdrawn(
            String node, Instant at, @Means("the dataset") String datasetId) implements Entry {}

    @Means("a dataset on offer is shown to some participants alone, or to everybody again")
    record DatasetShown(
            String node,
            Instant at,
            @Means("the dataset") String datasetId,
            @Means("who sees it from now on") ShownTo shownTo,

            @Means("SHA-256 of the list of those who see it; absent where everybody does")
            Optional<Hash> audienceHash)
            implements Entry {}

    /** Who sees a dataset. */
    enum ShownTo {
        EVERYBODY,
        SOME
    }

    @Means("the law was asked whether data may be sent, and answered")
    record RulingGiven(
            String node,
            Instant at,

            @Means("the negotiation or transfer it was asked for")
            Optional<String> pid,

            @Means("the dataset it is about") String datasetId,
            @Means("DID of who would receive the data") String recipient,
            @Means("version of the law data that answered") String lawDataVersion,

            @Means("version of the software that read them; absent in entries of before 2026-11-22")
            Optional<String> softwareVersion,

            @Means("the day it was judged for") LocalDate judgedFor,
            @Means("the answer") Outcome outcome,

            @Means("SHA-256 of the facts that were judged, in canonical form")
            Hash flowHash,

            @Means("what the answer rests on, as tokens of the basis vocabulary")
            List<String> basis,

            @Means("the provisions named") List<String> provisions,
            @Means("the duties that follow") List<String> duties,
            @Means("the conditions that must be met first") List<String> conditions,
            @Means("the facts that were missing") List<String> missingFacts)
            implements Entry {
        @Override
        public Optional<String> process() {
            return pid;
        }
    }

    /** What the law answered. */
    enum Outcome {
        PERMITTED,
        PERMITTED_IF,
        FORBIDDEN,
        UNDECIDED
    }

    @Means("the node is about to send a message to a peer; written before the first byte leaves")
    record MessageSent(
            String node,
            Instant at,
            @Means("this node's identifier of the process") String pid,
            @Means("type of the message in its protocol") String messageType,

            @Means("the consumer's identifier of the process")
            Optional<String> consumerPid,

            @Means("the provider's identifier of the process")
            Optional<String> providerPid,

            @Means("DID of the receiver") String peer,
            @Means("SHA-256 of the message's body as sent") Hash bodyHash)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(pid);
        }
    }

    @Means("a peer's message was accepted; written before it is answered")
    record MessageReceived(
            String node,
            Instant at,
            @Means("this node's identifier of the process") String pid,
            @Means("type of the message in its protocol") String messageType,

            @Means("the consumer's identifier of the process")
            Optional<String> consumerPid,

            @Means("the provider's identifier of the process")
            Optional<String> providerPid,

            @Means("DID of the sender, as its token proved") String peer,

            @Means("SHA-256 of the message's body as received")
            Hash bodyHash,

            @Means("identifier of the token the message came with")
            String tokenId)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(pid);
        }
    }

    @Means("a negotiation or transfer moved to another state")
    record StateChanged(
            String node,
            Instant at,
            @Means("which state machine") ProcessKind processKind,
            @Means("this node's identifier of the process") String pid,

            @Means("the state before; absent for a new process")
            Optional<String> from,

            @Means("the state after") String to,
            @Means("type of the message that moved it") String byMessage)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(pid);
        }
    }

    /** Which of the two state machines of the Dataspace Protocol. */
    enum ProcessKind {
        NEGOTIATION,
        TRANSFER
    }

    @Means("a person decided what the rules left open")
    record DecisionTaken(
            String node,
            Instant at,
            @Means("the negotiation or transfer decided on") Optional<String> pid,

            @Means("the role the person acted in; never a name")
            String role,

            @Means("the decision") Decision decision,

            @Means("SHA-256 of the reason given, which is kept apart, with a salt")
            Hash reasonHash)
            implements Entry {
        @Override
        public Optional<String> process() {
            return pid;
        }
    }

    @Means("a rule that stands on a dataset decided how a request is answered")
    record RuleApplied(
            String node,
            Instant at,

            @Means("this node's identifier of the negotiation")
            String pid,

            @Means("the dataset") String datasetId,
            @Means("name of the rule") String rule,

            @Means("SHA-256 of all rules of the dataset, in canonical form")
            Hash rulesHash,

            @Means("what it decided") Answered answered)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(pid);
        }
    }

    /** How a request is answered. */
    enum Answered {
        AGREED,
        OFFERED,
        LEFT_TO_PERSON,
        REFUSED
    }

    @Means("connections with some participants are limited")
    record LimitGiven(
            String node,
            Instant at,
            @Means("the limit") String limitId,
            @Means("what it goes by") LimitedBy limitedBy,

            @Means("whom it meets: a DID, a country or a supplier")
            String target,

            @Means("what becomes of transfers that run") LimitEffect effect,
            @Means("from when it holds") Instant from,

            @Means("before when it holds; absent while it has no end")
            Optional<Instant> until,

            @Means("the role of the person who gave it; never a name")
            String role,

            @Means("SHA-256 of the reason and what it rests on, which are kept apart, with a salt")
            Hash reasonHash)
            implements Entry {}

    /** What a limit goes by. */
    enum LimitedBy {
        PARTY,
        COUNTRY,
        SUPPLIER
    }

    /** What a limit does to transfers that run. */
    enum LimitEffect {
        SUSPEND,
        TERMINATE
    }

    @Means("a limit on connections holds no longer, before its end")
    record LimitLifted(
            String node,
            Instant at,
            @Means("the limit") String limitId,

            @Means("the role of the person who lifted it; never a name")
            String role,

            @Means("SHA-256 of the reason given, which is kept apart, with a salt")
            Hash reasonHash)
            implements Entry {}

    @Means("what a participant would open was refused under a limit on connections")
    record RefusedUnderLimit(
            String node,
            Instant at,
            @Means("the limit") String limitId,

            @Means("DID of the participant, as its token proved")
            String participant,

            @Means("how many, since the entry before about the same limit and participant")
            long count)
            implements Entry {}

    @Means("a regulator asked something of this organisation")
    record QuestionAsked(
            String node,
            Instant at,
            @Means("the question") String questionId,

            @Means("the role of the person who asked; never a name")
            String role,

            @Means("the last day for an answer") LocalDate dueBy,

            @Means("SHA-256 of what was asked, which is kept apart, with a salt")
            Hash questionHash)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(questionId);
        }
    }

    @Means("a question of a regulator was answered")
    record QuestionAnswered(
            String node,
            Instant at,
            @Means("the question") String questionId,

            @Means("the role of the person who answered; never a name")
            String role,

            @Means("SHA-256 of what was answered, which is kept apart, with a salt")
            Hash answerHash,

            @Means(
                    "SHA-256 of the document that came with it, which is kept apart, with a salt; absent where there is none")
            Optional<Hash> documentHash)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(questionId);
        }
    }

    /** What a person decided. */
    enum Decision {
        PERMIT,
        REFUSE
    }

    @Means("the node recorded what it holds to be true of a participant")
    record ParticipantFactRecorded(
            String node,
            Instant at,
            @Means("DID of the participant") String participant,
            @Means("names of the facts recorded") List<String> factNames,

            @Means("SHA-256 of the record in canonical form")
            Hash recordHash)
            implements Entry {}

    @Means("an agreement stands on this side")
    record AgreementConcluded(
            String node,
            Instant at,

            @Means("this node's identifier of the negotiation")
            String pid,

            @Means("the agreement") String agreementId,

            @Means("SHA-256 of the agreement's canonical form; the same on both sides")
            Hash agreementHash,

            @Means("DID of who grants") String assigner,
            @Means("DID of who is granted") String assignee,
            @Means("the dataset agreed on") String datasetId)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(pid);
        }
    }

    @Means("this side ended an agreement that stood; what ran under it ends, and nothing begins under it any more")
    record AgreementEnded(
            String node,
            Instant at,

            @Means("this node's identifier of the negotiation")
            String pid,

            @Means("the agreement") String agreementId,

            @Means("the role the person acted in; never a name")
            String role,

            @Means("SHA-256 of the reason given, which is kept apart, with a salt")
            Hash reasonHash)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(pid);
        }
    }

    @Means("bytes may flow under an agreement from now on")
    record TransferStarted(
            String node,
            Instant at,
            @Means("this node's identifier of the transfer") String pid,
            @Means("the agreement it runs under") String agreementId,
            @Means("DID of the other side") String peer)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(pid);
        }
    }

    @Means("bytes flow no longer, until the transfer is started again")
    record TransferSuspended(
            String node,
            Instant at,
            @Means("this node's identifier of the transfer") String pid,
            @Means("the agreement it runs under") String agreementId,
            @Means("code of the reason, where there is one") Optional<String> reasonCode,

            @Means("bytes sent so far, after treatment; absent on the side that receives")
            Optional<Long> byteCount)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(pid);
        }
    }

    @Means("bytes flow no longer")
    record TransferEnded(
            String node,
            Instant at,
            @Means("this node's identifier of the transfer") String pid,
            @Means("the agreement it ran under") String agreementId,
            @Means("how it ended") End end,
            @Means("code of the reason, where there is one") Optional<String> reasonCode,

            @Means("bytes sent or received, after treatment")
            long byteCount,

            @Means("SHA-256 of the whole content after treatment; absent if it did not pass whole")
            Optional<Hash> contentHash,

            @Means("the treatment applied before sending; `none` if as it was")
            String treatment)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(pid);
        }
    }

    /** How a transfer ended. */
    enum End {
        COMPLETED,
        TERMINATED,
        SUSPENDED
    }

    @Means("a duty of an agreement has become due")
    record DutyDue(
            String node,
            Instant at,
            @Means("the agreement") String agreementId,
            @Means("the duty, as the law data name it") String duty,
            @Means("DID of who must fulfil it") String bearer,

            @Means("the last day for it; absent where there is none")
            Optional<LocalDate> dueBy)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(agreementId);
        }
    }

    @Means("a person stated that a duty of an agreement is fulfilled")
    record DutyFulfilled(
            String node,
            Instant at,
            @Means("the agreement") String agreementId,
            @Means("the duty, as the law data name it") String duty,

            @Means("the role the person acted in; never a name")
            String role,

            @Means("SHA-256 of what was stated, which is kept apart, with a salt")
            Hash statementHash)
            implements Entry {
        @Override
        public Optional<String> process() {
            return Optional.of(agreementId);
        }
    }

    @Means(
            "so many inputs of one class were refused in one minute; they are counted so that strangers cannot grow the log")
    record RefusalsCounted(
            String node,
            Instant at,
            @Means("class of refusal") String refusalClass,
            @Means("the minute, by its beginning") Instant minute,
            @Means("how many") long count)
            implements Entry {}

    @Means("the node started")
    record NodeStarted(
            String node,
            Instant at,
            @Means("version of the software") String softwareVersion,
            @Means("version of the law data") String lawDataVersion,

            @Means("whether it admits http and localhost, and so proves nothing to others")
            boolean developmentMode)
            implements Entry {}

    @Means("the node judges by these law data from now on")
    record LawDataLoaded(
            String node,
            Instant at,
            @Means("version of the law data") String lawDataVersion,
            @Means("version that was used until now") String previousVersion,

            @Means("version of the software that reads them")
            String softwareVersion)
            implements Entry {}

    @Means("somebody was shown evidence")
    record EvidenceAccessed(
            String node,
            Instant at,

            @Means("the role it was shown to, or the name of the access link; never a person's name")
            String reader,

            @Means("what was shown") Shown shown,
            @Means("of which exchange or period") String scope,
            @Means("entries of the log that it rests on") long treeSize)
            implements Entry {}

    /** In which form evidence was shown. */
    enum Shown {
        BUNDLE,
        TIMELINE,
        SAMPLE,
        RECEIPT,
        REVIEW
    }

    @Means("somebody may read the evidence for a time")
    record AccessGiven(
            String node,
            Instant at,
            @Means("the access") String accessId,

            @Means("the office it is for; never a person's name")
            String name,

            @Means("when it ends") Instant expires,

            @Means("the role of the person who gave it; never a name")
            String role)
            implements Entry {}

    @Means("somebody may read the evidence no longer, before the time was over")
    record AccessRevoked(
            String node,
            Instant at,
            @Means("the access") String accessId,

            @Means("the role of the person who ended it; never a name")
            String role)
            implements Entry {}

    @Means("bodies that evidence names by hash were erased; the evidence stays whole")
    record BodiesErased(
            String node,
            Instant at,
            @Means("why") ErasureGround ground,
            @Means("SHA-256 of each, as evidence names it") List<Hash> bodyHashes)
            implements Entry {}

    /** On which ground a body was erased. */
    enum ErasureGround {
        /** The time for which the node's settings keep bodies is over. */
        RETENTION,
        /** A data subject asked for it (GDPR Art. 17; APPI Art. 35). */
        DATA_SUBJECT,
        /** An authority ordered it. */
        AUTHORITY,
        /** The organisation that runs the node decided so. */
        OPERATOR
    }

    @Means("whether timestamp authorities answer; while they have not for too long, no new work is taken")
    record TimestampingChanged(
            String node,
            Instant at,
            @Means("how it stands from now on") Timestamping state,

            @Means("time in the last timestamp of this log; absent if there is none yet")
            Optional<Instant> lastTimestamp)
            implements Entry {}

    /** How it stands with timestamps of authorities. */
    enum Timestamping {
        /** The last timestamp is young enough. */
        CURRENT,
        /** It is not; work goes on for a time of grace. */
        OVERDUE,
        /** The time of grace is over: new negotiations and transfers are refused. */
        REFUSING
    }

    @Means("the node's settings changed")
    record SettingsChanged(
            String node,
            Instant at,
            @Means("names of the settings that changed") List<String> settingNames,

            @Means("SHA-256 of all settings without secrets, in canonical form")
            Hash settingsHash)
            implements Entry {}

    @Means("the node signs with this key from now on, and says so in its DID document")
    record KeyPublished(
            String node,
            Instant at,
            @Means("the key, as a vkey of C2SP signed-note") String vkey,

            @Means("SHA-256 of the DID document that carries it")
            Hash didDocumentHash)
            implements Entry {}

    /**
     * An entry of another version or kind: kept as it is, so that it can be proved, but not explained.
     *
     * @param kind what it calls itself
     * @param text its canonical text
     */
    record Unknown(String node, Instant at, String kind, String text) implements Entry {}
}
