package org.hasekura.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table that is published")
class ReviewTableTest {

    private static final int THRESHOLD = 5;

    private static ReviewTable table(long... counts) {
        SortedMap<String, Long> cells = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            cells.put("cell " + (char) ('a' + i), counts[i]);
        }
        return new ReviewTable("table", cells);
    }

    @Test
    @DisplayName("withholds what is small, the next smallest beside it, and zero is shown")
    void withheld() {
        ReviewTable.Published published = table(40, 3, 12, 0, 9).published(THRESHOLD);
        assertThat(published.withheld()).containsExactly("cell b", "cell e");
        assertThat(published.cells()).isEqualTo(Map.of("cell a", 40L, "cell c", 12L, "cell d", 0L));
        assertThat(published.total()).contains(64L);
        assertThat(table(5, 6).published(THRESHOLD).withheld()).isEmpty();
        assertThat(table(1, 1, 90).published(THRESHOLD).withheld()).hasSize(3);
    }

    @Test
    @DisplayName("withholds its total where that is a single cell or itself too small")
    void totals() {
        assertThat(table(3).published(THRESHOLD).total()).isEmpty();
        assertThat(table(3, 0).published(THRESHOLD).total()).isEmpty();
        assertThat(table(1, 2).published(THRESHOLD).total()).isEmpty();
        assertThat(table(1, 90).published(THRESHOLD).total()).contains(91L);
        assertThat(table().published(THRESHOLD).total()).contains(0L);
        assertThatThrownBy(() -> table(1).published(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName(
            "gives no small count away: what is shown fits with more than one value of each (every small table, and random ones)")
    void noDifference() {
        List<long[]> tables = new ArrayList<>();
        for (int a = 0; a < 9; a++) {
            for (int b = 0; b < 9; b++) {
                for (int c = 0; c < 9; c++) {
                    tables.add(new long[] {a, b, c});
                }
            }
        }
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            tables.add(random.longs(2 + random.nextInt(5), 0, 25).toArray());
        }
        for (long[] counts : tables) {
            ReviewTable table = table(counts);
            ReviewTable.Published published = table.published(THRESHOLD);
            published
                    .cells()
                    .values()
                    .forEach(shown -> assertThat(shown == 0 || shown >= THRESHOLD)
                            .as("shown of %s", table.cells())
                            .isTrue());
            for (String cell : published.withheld()) {
                assertThat(valuesThatFit(published))
                        .as("%s of %s", cell, table.cells())
                        .isGreaterThan(1);
            }
        }
    }

    /** How many values one of the withheld cells can have, each being at least one, as far as a reader can tell. */
    private static long valuesThatFit(ReviewTable.Published published) {
        Optional<Long> hidden = published
                .total()
                .map(total -> total
                        - published.cells().values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
        return hidden.map(sum -> sum - published.withheld().size() + 1).orElse(Long.MAX_VALUE);
    }
}
