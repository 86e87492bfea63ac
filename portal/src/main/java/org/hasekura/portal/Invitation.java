package org.hasekura.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hasekura.evidence.Entry;

/**
 * A link by which a counterparty without a node takes part in one exchange. It ends by itself after its last day, and can be
 * withdrawn before.
 *
 * @param id its name, in the evidence and in the guest's DID
 * @param did under which the register knows the guest; it is this node that vouches for it
 * @param tokenSha256 of the token in the link, in hex; the token itself is nowhere kept
 * @param guest who is invited, as this node's people say
 * @param offered what, on which terms, how often and until when
 * @param progress how far it has come
 */
public record Invitation(
        String id, String did, String tokenSha256, Instant made, Guest guest, Offered offered, Progress progress) {

    /** So many wrong codes in all shut a link: with six digits nobody guesses their way in. */
    public static final int FAILURES_MAX = 20;

    /**
     * The organisation and its person. None of it is evidence; the register has the facts.
     *
     * @param country ISO 3166-1
     * @param kind and {@code role} in the words of the law's cases
     * @param subjectTo a law it is subject to beside that of its seat; absent: none is known
     * @param email of the person, where codes go
     * @param source where this node's people know all of it from; never the guest's own word
     */
    public record Guest(
            String organisation,
            String country,
            String kind,
            String role,
            Optional<String> subjectTo,
            String email,
            String source) {

        /** The address as it may be shown: enough to recognise it, too little to write to. */
        public String maskedEmail() {
            int at = email.indexOf('@');
            return at < 0 ? "–" : email.substring(0, Math.min(1, at)) + "…" + email.substring(at);
        }
    }

    /**
     * What the guest is offered.
     *
     * @param purpose a code of the law to which the offer is narrowed; absent: as it was published
     * @param from first day of the link
     * @param until its last day
     * @param downloadsMax so often the data may be fetched
     */
    public record Offered(
            String datasetId,
            String offerId,
            Optional<String> purpose,
            LocalDate from,
            LocalDate until,
            int downloadsMax) {}

    /** How it is known that the guest's person was there: by a code that came by e-mail, or by one that a person passed on. */
    public enum Way {
        MAIL,
        PERSON
    }

    /** That the guest's person has said the code, first when and how it came to them. */
    public record Confirmation(Instant at, Way way) {}

    /** That the link serves no more, before its last day. */
    public record Ending(Instant at, boolean isByFailures, String reason) {}

    /** That the address of the guest's person was erased, and on which ground. */
    public record Erased(Instant at, Entry.ErasureGround ground) {}

    /** Where the key lies with which a receipt was signed. */
    public enum KeyHolder {
        /** Made in the guest's browser, which never gave it away. */
        BROWSER,
        /** Made by this node on the guest's behalf, and thrown away. */
        NODE
    }

    /**
     * The guest's receipt: a cosignature of the log that holds all of the exchange.
     *
     * @param transfer pid of the download it is about
     * @param index of the entry that says how that ended
     * @param note the checkpoint, signed by the log and by the guest's key
     * @param vkey with which the guest's signature is verified
     */
    public record Signed(Instant at, KeyHolder holder, String transfer, long index, String note, String vkey) {}

    /**
     * How far it has come.
     *
     * @param failures wrong codes in all
     * @param negotiation pid of the negotiation that began once the guest was confirmed
     * @param transfers pids, the newest last; each is one download
     * @param receipts of downloads, the newest last
     * @param erased that the address of the guest's person is known no more
     */
    public record Progress(
            int failures,
            Optional<Confirmation> confirmation,
            Optional<String> negotiation,
            List<String> transfers,
            Optional<Ending> ending,
            List<Signed> receipts,
            Optional<Erased> erased) {

        public static final Progress NONE = new Progress(
                0, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of(), Optional.empty());

        public Progress {
            transfers = List.copyOf(transfers);
            receipts = List.copyOf(receipts);
        }

        public Optional<String> lastTransfer() {
            return transfers.isEmpty() ? Optional.empty() : Optional.of(transfers.getLast());
        }

        /** Of the last download. */
        public Optional<Signed> receipt() {
            return receipts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(receipts.getLast())
                            .filter(each -> each.transfer().equals(transfers.getLast()));
        }

        public Progress failed() {
            return new Progress(failures + 1, confirmation, negotiation, transfers, ending, receipts, erased);
        }

        /** The first confirmation is the one that counts. */
        public Progress confirmed(Confirmation by) {
            return new Progress(
                    failures, confirmation.or(() -> Optional.of(by)), negotiation, transfers, ending, receipts, erased);
        }

        public Progress negotiating(String pid) {
            return new Progress(failures, confirmation, Optional.of(pid), transfers, ending, receipts, erased);
        }

        /** A new download, whose receipt is yet to come. */
        public Progress fetching(String transferPid) {
            var more = new ArrayList<>(transfers);
            more.add(transferPid);
            return new Progress(failures, confirmation, negotiation, more, ending, receipts, erased);
        }

        /** The last one was ended before a byte was sent: it counts as none. */
        public Progress notFetched() {
            return new Progress(
                    failures,
                    confirmation,
                    negotiation,
                    transfers.subList(0, transfers.size() - 1),
                    ending,
                    receipts,
                    erased);
        }

        public Progress ended(Ending by) {
            return new Progress(failures, confirmation, negotiation, transfers, Optional.of(by), receipts, erased);
        }

        Progress erased(Erased by) {
            return new Progress(failures, confirmation, negotiation, transfers, ending, receipts, Optional.of(by));
        }

        public Progress signed(Signed by) {
            var more = new ArrayList<>(receipts);
            more.add(by);
            return new Progress(failures, confirmation, negotiation, transfers, ending, more, erased);
        }
    }

    /** Whether the link serves. */
    public enum State {
        EARLY,
        OPEN,
        OVER,
        WITHDRAWN,
        LOCKED
    }

    public State stateOn(LocalDate day) {
        if (progress.ending().isPresent()) {
            return progress.ending().get().isByFailures() ? State.LOCKED : State.WITHDRAWN;
        }
        if (day.isBefore(offered.from())) {
            return State.EARLY;
        }
        return day.isAfter(offered.until()) ? State.OVER : State.OPEN;
    }

    /** Whether it serves now or will. */
    public boolean serves(LocalDate day) {
        State state = stateOn(day);
        return state == State.EARLY || state == State.OPEN;
    }

    /** The same without the address of the guest's person. */
    public Invitation erased(Erased by) {
        var without = new Guest(
                guest.organisation(),
                guest.country(),
                guest.kind(),
                guest.role(),
                guest.subjectTo(),
                "",
                guest.source());
        return new Invitation(id, did, tokenSha256, made, without, offered, progress.erased(by));
    }

    public boolean mayFetchAgain() {
        return progress.transfers().size() < offered.downloadsMax();
    }

    public Invitation with(Progress now) {
        return new Invitation(id, did, tokenSha256, made, guest, offered, now);
    }
}
