package org.hasekura.portal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hasekura.exchange.Negotiation;
import org.hasekura.exchange.Transfer;

/**
 * An exchange in a list.
 *
 * @param transfer the last one under its agreement
 * @param isOver whether its agreement stands no more
 * @param titles of the dataset by language tag; empty where this node does not know them
 */
public record Summary(
        Negotiation negotiation, Optional<Transfer> transfer, boolean isOver, Party peer, Map<String, String> titles) {

    public Summary {
        titles = Map.copyOf(titles);
    }

    Standing standing() {
        return Standing.of(negotiation, transfer, isOver);
    }

    /** When something was last heard or done. */
    Instant changed() {
        return transfer.map(Transfer::changed)
                .filter(later -> later.isAfter(negotiation.changed()))
                .orElse(negotiation.changed());
    }

    String title(Words words) {
        return title(titles, negotiation.datasetId(), words);
    }

    /** The title in the reader's language, else in English, else in any, else the id. */
    static String title(Map<String, String> titles, String id, Words words) {
        return Optional.ofNullable(titles.get(words.language().code()))
                .or(() -> Optional.ofNullable(titles.get("en")))
                .or(() -> titles.entrySet().stream()
                        .min(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue))
                .orElse(id);
    }
}
