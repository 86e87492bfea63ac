package org.hasekura.resilience;

import java.util.Locale;
import java.util.Optional;

/** What stands at a node of a dependency graph. */
public enum NodeKind {
    /** A material, tool, service or part that goes into something. */
    INPUT,
    /** What the chain is for. */
    PRODUCT,
    FIRM,
    COUNTRY,
    /** An industry of an input–output table, for example {@code JPN:c14}. */
    INDUSTRY,
    /** A station, exchange or other piece of a network. */
    NETWORK_ASSET,
    CABLE_SEGMENT,
    LANDING_POINT,
    /** A statistical sum of other nodes; it is shown, and never counts as a single point of failure. */
    TOTAL;

    /** The word in files: lower case, a hyphen between words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<NodeKind> of(String word) {
        for (NodeKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
