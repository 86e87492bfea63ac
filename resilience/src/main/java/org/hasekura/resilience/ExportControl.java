package org.hasekura.resilience;

import java.util.List;

/**
 * A measure that keeps something from being exported.
 *
 * @param issuer country
 * @param nodes ids of what it covers
 * @param announced day, month or year, as far as known (ISO 8601)
 * @param until empty while it has no end
 * @param state in words, on the day {@code stateOn}
 * @param sources ids
 */
public record ExportControl(
        String id,
        String issuer,
        String type,
        List<String> nodes,
        String announced,
        String effective,
        String until,
        String state,
        String stateOn,
        String target,
        String reference,
        List<String> sources,
        Confidence confidence,
        String note) {

    public ExportControl {
        nodes = List.copyOf(nodes);
        sources = List.copyOf(sources);
    }
}
