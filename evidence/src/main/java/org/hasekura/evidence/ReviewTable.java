package org.hasekura.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Counts of one kind of thing, each counted in one cell.
 *
 * <p>Small counts can point to somebody, so they are withheld when a table is published. A cell withheld alone is the total
 * less the others; so further cells are withheld, the smallest first, until at least two are, and together at least the
 * threshold. Where that would take every cell, the cells are withheld and the total stays; a total below the threshold is
 * withheld, too. A cell of zero is shown: it is about nobody. What is withheld is not said to be small, since it may not be.
 *
 * <p>The tables of a review have one side each, and no table crosses two: a withheld cell stands in no other equation than
 * that of its own total. Reports of overlapping periods or other sets of nodes would make more of them; that is why a report
 * is of whole months, and why docs/review.md says to publish one for each period.
 *
 * @param cells by name
 */
public record ReviewTable(String name, SortedMap<String, Long> cells) {

    public ReviewTable {
        cells = new TreeMap<>(cells);
    }

    /** Counts rows of a kind by one side. */
    static ReviewTable of(String name, List<ReviewRow> rows, ReviewRow.Counted what, Function<ReviewRow, String> side) {
        SortedMap<String, Long> cells = new TreeMap<>();
        rows.stream().filter(row -> row.what() == what).forEach(row -> cells.merge(side.apply(row), 1L, Long::sum));
        return new ReviewTable(name, cells);
    }

    /** Everything that is counted. */
    public long total() {
        return cells.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * A table as it may be published.
     *
     * @param total absent where it is withheld
     * @param cells those shown
     * @param withheld names of those that are not
     */
    public record Published(
            String name, Optional<Long> total, SortedMap<String, Long> cells, SortedSet<String> withheld) {}

    /**
     * Withholds what is too small, and what would give it away.
     *
     * @param threshold the smallest count that is shown, at least 2
     */
    public Published published(long threshold) {
        if (threshold < 2) {
            throw new IllegalArgumentException("a threshold of " + threshold + " withholds nothing");
        }
        List<Map.Entry<String, Long>> bySize = new ArrayList<>(cells.entrySet());
        bySize.removeIf(cell -> cell.getValue() == 0);
        bySize.sort(Map.Entry.<String, Long>comparingByValue(Comparator.naturalOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        SortedSet<String> withheld = new TreeSet<>();
        long hidden = 0;
        for (Map.Entry<String, Long> cell : bySize) {
            boolean isSafe = withheld.isEmpty() || (withheld.size() >= 2 && hidden >= threshold);
            if (cell.getValue() >= threshold && isSafe) {
                break;
            }
            withheld.add(cell.getKey());
            hidden += cell.getValue();
        }
        boolean givesAway = withheld.size() == 1 || (!withheld.isEmpty() && hidden < threshold);
        SortedMap<String, Long> shown = new TreeMap<>(cells);
        shown.keySet().removeAll(withheld);
        // A single cell that has to be withheld is its total: that cannot stay either.
        boolean keepsTotal = total() == 0 || (total() >= threshold && !givesAway);
        return new Published(name, keepsTotal ? Optional.of(total()) : Optional.empty(), shown, withheld);
    }
}
