package org.hasekura.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the node offers.
 *
 * @param titles by language
 * @param facts what the law asks of data
 * @param visibleTo who alone sees it, as DIDs and facts of the register; empty where everybody does
 * @param withdrawn since when it is offered no longer
 */
public record Dataset(
        String id,
        Map<String, String> titles,
        Map<String, String> facts,
        String mediaType,
        long bytes,
        String sha256,
        List<String> visibleTo,
        Instant published,
        Optional<Instant> withdrawn) {
    public Dataset {
        titles = Map.copyOf(titles);
        facts = Map.copyOf(facts);
        visibleTo = List.copyOf(visibleTo);
    }
}
