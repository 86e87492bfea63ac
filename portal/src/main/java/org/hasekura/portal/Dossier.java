package org.hasekura.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hasekura.evidence.Entry;
import org.hasekura.exchange.Concluded;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Outgoing;
import org.hasekura.exchange.Role;
import org.hasekura.exchange.Transfer;
import org.hasekura.policy.DutyText;
import org.hasekura.policy.Terms;

/**
 * Everything a node holds about one exchange.
 *
 * @param titles of the dataset by language tag; empty where this node does not know them
 * @param transfers under its agreement, the newest first
 * @param dutyTexts the words of the duties that the law has put into the terms
 * @param evidence the log's entries about it, the oldest first
 * @param outgoing what is on its way to the peer and not answered
 * @param fetching how far the bytes have come, while they come
 */
public record Dossier(
        Negotiation negotiation,
        Party self,
        Party peer,
        Map<String, String> titles,
        Optional<Concluded> agreement,
        List<Transfer> transfers,
        List<DutyText> dutyTexts,
        List<Recorded> evidence,
        List<Outgoing> outgoing,
        Optional<Fetching> fetching) {

    public Dossier {
        titles = Map.copyOf(titles);
        transfers = List.copyOf(transfers);
        dutyTexts = List.copyOf(dutyTexts);
        evidence = List.copyOf(evidence);
        outgoing = List.copyOf(outgoing);
    }

    /**
     * An entry of the log.
     *
     * @param text its bytes, which are canonical JSON
     */
    public record Recorded(long index, Entry entry, String text) {}

    /**
     * Bytes on their way here.
     *
     * @param total absent where nobody has told it
     * @param perSecond absent until it is known
     */
    public record Fetching(String transfer, long bytes, Optional<Long> total, Optional<Long> perSecond) {}

    public boolean isProvider() {
        return negotiation.role() == Role.PROVIDER;
    }

    /** The terms that stand: those of the agreement, else those on the table. */
    public Terms terms() {
        return agreement
                .map(each -> each.agreement().terms())
                .orElseGet(() -> negotiation.offer().terms());
    }

    public Optional<Transfer> lastTransfer() {
        return transfers.stream().findFirst();
    }

    Standing standing() {
        return Standing.of(
                negotiation, lastTransfer(), agreement.flatMap(Concluded::ended).isPresent());
    }

    String title(Words words) {
        return Summary.title(titles, negotiation.datasetId(), words);
    }

    /** Whether the title of a peer's dataset is not known here, because its catalog has not been read since it is there. */
    boolean isTitleUnread() {
        return titles.isEmpty() && !isProvider();
    }

    /** Who sends, and who receives. */
    Party from() {
        return isProvider() ? self : peer;
    }

    Party to() {
        return isProvider() ? peer : self;
    }
}
