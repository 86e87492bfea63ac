package org.hasekura.portal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.Answer;
import org.hasekura.exchange.StoreFailed;
import org.hasekura.policy.Assessment;

/**
 * What the portal asks of the node about guests: counterparties without a node, each let in by a link. What is done is durable
 * when a method returns.
 */
public interface Guests {

    /** All links, the newest first. */
    List<Invitation> all() throws StoreFailed;

    Optional<Invitation> find(String id) throws StoreFailed;

    /** The link with this token, whatever its state. */
    Optional<Invitation> withToken(String token) throws StoreFailed;

    /** What law and terms say to it today. Nothing is recorded. Empty when the dataset or its offer is gone. */
    Optional<Assessment> judge(Invitation.Guest guest, Invitation.Offered offered) throws StoreFailed;

    /**
     * Makes a link, and records the guest in the register.
     *
     * @param role of whoever makes it, for the evidence
     */
    Made make(Invitation.Guest guest, Invitation.Offered offered, String role) throws StoreFailed;

    /** Shuts a link at once, and ends what runs under it; false when it was not open. */
    boolean withdraw(String id, String reason, String role) throws StoreFailed;

    /**
     * Erases the address of the guest's person for good, with evidence of it and of the ground; the link must serve no more.
     * What else is known is about the organisation, and stays.
     */
    Erasing erase(String id, Entry.ErasureGround ground) throws StoreFailed;

    /** Whether this node can write e-mails. */
    boolean sendsMail();

    /** Sends a fresh code to the guest's person, or keeps it for this node's people to pass on. */
    CodeSent sendCode(Invitation invitation) throws StoreFailed;

    /** A code that this node's people have to pass on: by telephone, to a number that they know. */
    Optional<String> codeToTell(Invitation invitation);

    /** Whether a code was sent and can still be used. */
    boolean awaitsCode(Invitation invitation);

    /**
     * Takes a code.
     *
     * @param visit the guest's browser, which is let in from now on
     */
    Checked confirm(Invitation invitation, String code, String visit) throws StoreFailed;

    /** Whether this browser has confirmed who sits before it. */
    boolean knows(Invitation invitation, String visit);

    /** Offers the guest the terms with what the law adds, unless that was done; refused by law or a limit, it says why. */
    Answer<?> offer(Invitation invitation) throws StoreFailed;

    Answer<?> accept(Invitation invitation) throws StoreFailed;

    Answer<?> refuse(Invitation invitation, String reason) throws StoreFailed;

    /** Begins a download; every one of them is a transfer of its own. */
    Answer<?> fetch(Invitation invitation) throws StoreFailed;

    /** The guest says that the data have come: the transfer ends with what was sent. Refused while not all of it was sent. */
    Answer<?> received(Invitation invitation) throws StoreFailed;

    /**
     * The bytes, or a part of them.
     *
     * @param range and {@code ifRange} as the browser asks
     * @throws IOException when the source cannot be read now
     */
    Bytes bytes(Invitation invitation, Optional<String> range, Optional<String> ifRange) throws IOException;

    /**
     * What the guest's key is to sign.
     *
     * @throws IOException when the log cannot be read now
     */
    Optional<ToSign> toSign(Invitation invitation) throws IOException;

    /**
     * Takes the cosignature of a key that the guest's browser has made.
     *
     * @return why it is refused; empty when it was taken
     * @throws IOException when a standing witness does not answer; ask again later
     */
    Optional<String> sign(Invitation invitation, Cosigned cosigned) throws IOException;

    /**
     * Signs on the guest's behalf.
     *
     * @throws IOException when a standing witness does not answer; ask again later
     */
    void signOnBehalf(Invitation invitation) throws IOException;

    /**
     * The receipt that was signed.
     *
     * @throws IOException when the log cannot be read now
     */
    Optional<byte[]> receipt(Invitation invitation) throws IOException;

    /** What a request for bytes is answered with. */
    sealed interface Bytes {
        record Open(Reply.Sent sent) implements Bytes {}

        /**
         * Not now, or not any more.
         *
         * @param status of HTTP
         */
        record Closed(int status, String why) implements Bytes {}
    }

    /** What became of making a link. */
    sealed interface Made {

        /**
         * It is there.
         *
         * @param token told this once
         * @param site where people open the pages, without a slash at the end
         */
        record Done(Invitation invitation, String token, String site) implements Made {}

        record Refused(String why) implements Made {}
    }

    /** What became of an erasure. */
    sealed interface Erasing {

        /** It is gone, now or before. */
        record Done(Invitation invitation) implements Erasing {}

        /** The guest may still need it: withdraw the link first. */
        record StillOpen() implements Erasing {}

        record NotFound() implements Erasing {}

        /** Nothing was changed; too much at once. */
        record Busy() implements Erasing {}
    }

    /** Where a code went. */
    sealed interface CodeSent {
        record ByMail() implements CodeSent {}

        record ToPerson() implements CodeSent {}

        record TooMany(Instant again) implements CodeSent {}

        record Failed() implements CodeSent {}
    }

    /** What became of a code. */
    sealed interface Checked {
        record Right(Invitation invitation) implements Checked {}

        record Wrong(int left) implements Checked {}

        /** There is none, it is too old, or it was tried too often. */
        record Gone() implements Checked {}

        record Locked() implements Checked {}
    }

    /**
     * What is signed.
     *
     * @param index of the entry of how the transfer ended
     * @param checkpoint the text of the log's head, which holds that entry
     * @param keyName under which the guest's key is known
     */
    record ToSign(long index, String checkpoint, String keyName) {}

    /**
     * A cosignature as a browser makes it.
     *
     * @param publicKey base64 of its SubjectPublicKeyInfo (RFC 8410)
     * @param seconds the time that was signed, since 1970
     * @param signature base64
     */
    record Cosigned(String publicKey, long seconds, String signature) {}
}
