package org.hasekura.node;

import java.time.YearMonth;
import java.util.List;
import org.hasekura.evidence.ReviewRow;

/**
 * What one node tells an adequacy review: its rows, unabridged. Not for publication: whoever merges packs of several nodes
 * publishes the tables.
 *
 * @param node DID of the node, which consents by making the pack
 * @param developmentMode then the flows are trials
 */
record ReviewPack(
        String node,
        YearMonth first,
        YearMonth last,
        String lawDataVersion,
        boolean developmentMode,
        List<ReviewRow> rows) {
    ReviewPack {
        rows = List.copyOf(rows);
    }
}
