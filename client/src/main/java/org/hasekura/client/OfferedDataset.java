package org.hasekura.client;

import java.util.List;
import java.util.Map;

/**
 * A dataset in the catalog of a peer.
 *
 * @param titles by language
 * @param offers under which terms it is to be had
 */
public record OfferedDataset(String id, Map<String, String> titles, List<Offer> offers) {

    /**
     * One offer.
     *
     * @param inEnglish its terms in a sentence
     */
    public record Offer(String id, String inEnglish, String inJapanese) {}

    public OfferedDataset {
        titles = Map.copyOf(titles);
        offers = List.copyOf(offers);
    }
}
