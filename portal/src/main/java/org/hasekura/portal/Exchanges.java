package org.hasekura.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Hash;
import org.hasekura.exchange.Agreements;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.NegotiationAct;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.exchange.Transfer;
import org.hasekura.exchange.TransferAct;
import org.hasekura.identity.Participant;
import org.hasekura.law.Ruling;
import org.hasekura.policy.Assessment;

/**
 * What the portal asks of the node about exchanges, and has it do. An exchange is a negotiation with the agreement it led to
 * and the transfers under that; it goes by the pid of the negotiation. What is done is durable when a method returns.
 */
public interface Exchanges {

    /** Most that a list shows. */
    int LISTED_MAX = 500;

    /** The newest ones, the newest first; at most {@link #LISTED_MAX}. */
    List<Summary> newest() throws StoreFailed;

    Optional<Dossier> find(String pid) throws StoreFailed;

    /** Which exchange a transfer belongs to, by the pid of the transfer. */
    Optional<String> ofTransfer(String transferPid) throws StoreFailed;

    /**
     * What law and policy say to its terms as of that day, with the facts known today. Nothing is recorded. Empty where this
     * node does not send the data, or the dataset is gone.
     */
    Optional<Assessment> judge(Negotiation negotiation, LocalDate day) throws StoreFailed;

    /**
     * What the law would say on that day to each transfer that runs from here to this participant, if the register knew of it what
     * is given here. Nothing is recorded.
     */
    List<Rejudged> judgedWith(Participant changed, LocalDate day) throws StoreFailed;

    /**
     * A transfer that runs, judged anew.
     *
     * @param pid of its exchange
     * @param titles of the dataset by language tag
     */
    record Rejudged(String pid, String datasetId, Map<String, String> titles, Ruling ruling) {
        public Rejudged {
            titles = Map.copyOf(titles);
        }

        /** Whether the law lets the bytes go on; what it leaves to a person waits for one. */
        boolean goesOn() {
            return ruling instanceof Ruling.Permitted || ruling instanceof Ruling.PermittedIf;
        }
    }

    Answer<Negotiation> act(String pid, NegotiationAct act) throws StoreFailed;

    /**
     * Decides what was left to a person.
     *
     * @param role in which they decide, for the evidence
     */
    Answer<Negotiation> decide(String pid, boolean permit, String role, String why) throws StoreFailed;

    /**
     * Asks for the data of an agreement.
     *
     * @throws IOException when the peer's address cannot be found out; nothing was done
     */
    Answer<Transfer> start(String agreementId) throws IOException;

    Answer<Transfer> act(String transferPid, TransferAct act) throws StoreFailed;

    Answer<Transfer> decideTransfer(String transferPid, boolean permit, String role, String why) throws StoreFailed;

    /**
     * Ends an agreement before its time, and what runs under it.
     *
     * @param role in which the person does it, for the evidence
     */
    Agreements.Ended endAgreement(String agreementId, String role, String reason) throws StoreFailed;

    /** A message or reason that evidence names by its hash. */
    Body body(Hash hash) throws StoreFailed;

    /**
     * All evidence of an exchange, as one file that checks itself.
     *
     * @throws IOException when it cannot be made now, in words
     */
    void bundle(String pid, OutputStream sink) throws IOException;

    /**
     * The receipt of one entry, cosigned by the counterparty.
     *
     * @throws IOException when the counterparty does not cosign now; the entry itself is safe
     */
    byte[] receipt(String pid, long index) throws IOException;

    /** What a transfer of this exchange has brought, as it lies here; empty where nothing came, or it was taken away since. */
    Optional<Arrived> arrived(String pid, String transferPid) throws StoreFailed;

    /**
     * Bytes that have come whole.
     *
     * @param name of the file
     */
    record Arrived(String name, Reply.Writer bytes) {}

    /** The duties that an agreement brought with it, in the order of their entries; none where there is no such agreement. */
    List<DutyStanding> duties(String agreementId) throws StoreFailed;

    /** Has it recorded that a duty is fulfilled; false when there is no such duty, or too much to do at once. */
    boolean fulfil(String agreementId, DutyStanding.Statement statement) throws StoreFailed;

    /** Waits until something changes about the exchange; false when nothing did in that time. */
    boolean awaitChange(String pid, Duration patience) throws InterruptedException;

    /** What lies under a hash. */
    sealed interface Body {
        record Kept(String text) implements Body {}

        record Erased() implements Body {}

        record Unknown() implements Body {}
    }
}
